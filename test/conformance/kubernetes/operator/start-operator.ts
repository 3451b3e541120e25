// The real Flink Kubernetes operator as a plain Java program: its jars from Maven Central, the rights
// of its chart, and two classes of ours before its own, each of which says why.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../../harness.js";
import { compileJava, mavenClassPath, type JavaPrograms } from "../../java-programs.js";
import versions from "../../versions.json" with { type: "json" };
import type { ApiClient } from "../api-client.js";
import type { ControlPlane } from "../control-plane.js";

const folder = "test/conformance/kubernetes/operator";

/** The release of the operator. */
export const operatorRelease = versions.flinkReaders.operator;

/** Our own classes, compiled against the operator's jars. */
export async function operatorPrograms(context: Context): Promise<JavaPrograms> {
  const pom = join(context.root, folder, "pom.xml");
  const jars = await mavenClassPath(context, pom, { "operator.version": operatorRelease });
  return compileJava(context, join(context.root, folder, "java"), jars, "operator");
}

/** The running operator. */
export interface Operator {
  /** What it logged so far: `<namespace>/<name> <level> <class> <text>` of a resource. */
  readonly log: () => string;
}

/** Starts the operator for all namespaces and waits until it watches FlinkDeployments. */
export async function startOperator(
  context: Context,
  plane: ControlPlane,
  { classPath }: JavaPrograms,
): Promise<Operator> {
  await grantRights(context, plane.api);
  const { kubeconfig } = await plane.as("default", "flink-operator");
  const configuration = join(context.scratch, "operator");
  mkdirSync(configuration, { recursive: true });
  writeFileSync(join(configuration, "flink-conf.yaml"), "");
  writeFileSync(join(configuration, "kubeconfig"), kubeconfig);
  const log4j = [
    "rootLogger.level=INFO",
    "rootLogger.appenderRef.console.ref=console",
    "appender.console.name=console",
    "appender.console.type=CONSOLE",
    "appender.console.layout.type=PatternLayout",
    "appender.console.layout.pattern=%X{resource.namespace}/%X{resource.name} %p %c{1} %m%n",
  ];
  writeFileSync(join(configuration, "log4j2.properties"), log4j.join("\n"));
  const flags = [
    "-Xmx512m",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    // Kryo of Flink 1.17 looks into the JDK.
    "--add-opens=java.base/java.util=ALL-UNNAMED",
    `-Dlog4j.configurationFile=${join(configuration, "log4j2.properties")}`,
  ];
  const main = "org.apache.flink.kubernetes.operator.FlinkOperator";
  const operator = context.start("java", [...flags, "-cp", classPath, main], {
    env: {
      KUBECONFIG: join(configuration, "kubeconfig"),
      FLINK_CONF_DIR: configuration,
      CONF_OVERRIDE_DIR: configuration,
      OPERATOR_NAMESPACE: "default",
      OPERATOR_NAME: "flink-operator",
    },
  });
  let log = "";
  operator.stdout?.on("data", (data: Buffer) => (log += data.toString()));
  operator.stderr?.on("data", (data: Buffer) => (log += data.toString()));
  for (let tries = 0; tries < 600; tries += 1) {
    if (log.includes("'flinkdeploymentcontroller' controller started")) return { log: () => log };
    if (operator.exitCode !== null) break;
    await sleep(200);
  }
  throw new Error(`The operator did not start:\n${log.split("\n").slice(-40).join("\n")}`);
}

async function grantRights(context: Context, api: ApiClient): Promise<void> {
  const role = readFileSync(join(context.root, folder, "cluster-role.yaml"), "utf8");
  const rbac = "/apis/rbac.authorization.k8s.io/v1";
  await api.must("POST", `${rbac}/clusterroles`, role, "application/yaml");
  const account = { kind: "ServiceAccount", name: "flink-operator", namespace: "default" };
  const metadata = { name: "flink-operator" };
  await api.must(
    "POST",
    "/api/v1/namespaces/default/serviceaccounts",
    JSON.stringify({ apiVersion: "v1", kind: "ServiceAccount", metadata }),
  );
  const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", ...metadata };
  const binding = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata,
    roleRef,
    subjects: [account],
  };
  await api.must("POST", `${rbac}/clusterrolebindings`, JSON.stringify(binding));
}
