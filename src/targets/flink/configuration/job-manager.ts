// Addresses and ports of the processes, and the web UI.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { StandaloneDeployment } from "../../../model/bindings.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { kubernetesName } from "../../kubernetes/names.js";
import { containerBindings } from "../java-options.js";
import { at, type ConfigurationContext } from "./context.js";
import { booleanText, numberText } from "./option-text.js";

/** Options of addresses and ports. */
export function jobManager(context: ConfigurationContext): void {
  const { cluster, jobManager: sizing } = context.model;
  context.copy("web.submit.enable", sizing?.web, "submitEnable", booleanText);
  context.copy("rest.port", cluster, "restPort", numberText);
  address(context);
  services(context);
  hosts(context);
  if (context.target === "standalone-kubernetes" || context.target === "compose")
    container(context);
  const replicas = cluster.jobManagerReplicas;
  if (replicas !== null && replicas > 1 && cluster.highAvailability === null) {
    context.refuse(
      cluster,
      "jobManagerReplicas",
      "a second job manager needs high availability, or both run the job",
      "Turn deployment.ha on, or set one replica.",
    );
  }
}

function address(context: ConfigurationContext): void {
  const found = addressOf(context);
  if (found === null) return;
  context.set("jobmanager.rpc.address", found.host, found.origins, found.comment);
}

interface Address {
  readonly host: string;
  readonly origins: readonly ValueOrigin[];
  readonly comment?: string;
}

/** Null where the resource manager decides the host. */
function addressOf(context: ConfigurationContext): Address | null {
  const { deployment } = context.model;
  const given = context.request.jobManagerAddress;
  if (given !== undefined) return { host: given, origins: [] };
  switch (context.target) {
    case "standalone": {
      const coordinator =
        deployment?.type === "standalone" ? (deployment.cluster?.jobManager ?? null) : null;
      if (coordinator === null) return null;
      return { host: coordinator.host, origins: [at(coordinator, "host")] };
    }
    case "standalone-kubernetes":
      return {
        host: `${kubernetesName(context.process.name)}-jobmanager`,
        origins: [],
        comment: "the Service in front of the job manager",
      };
    case "compose":
      return {
        host: `${kubernetesName(context.process.name)}-jobmanager`,
        origins: [],
        comment: "the Compose service of the job manager",
      };
    case "generic":
      return { host: "localhost", origins: [], comment: "no deployment is described: one machine" };
    default:
      return null;
  }
}

function hosts(context: ConfigurationContext): void {
  const { deployment } = context.model;
  const cluster = deployment?.type === "standalone" ? deployment.cluster : null;
  if (context.target !== "standalone" || cluster === null) return;
  context.copy("jobmanager.rpc.port", cluster.jobManager, "port", numberText);
  const workers = cluster.taskManagers ?? [];
  const [first] = workers;
  if (first === undefined) return;
  for (const key of ["port", "slots"] as const) {
    const other = workers.find((worker) => worker[key] !== first[key]);
    if (other === undefined) continue;
    const need =
      "one file serves all hosts, and they differ: the generator standalone writes one for each";
    const values = { property: context.path(other, key), need };
    context.say(diagnose("N906", context.span(other, key), values));
  }
  const port =
    context.request.host === undefined ? first : hostWorker(workers, context.request.host);
  const differs = workers.some((worker) => worker.port !== first.port);
  if (port !== null && (!differs || context.request.host !== undefined))
    context.copy("taskmanager.rpc.port", port, "port", numberText);
}

type Worker = NonNullable<NonNullable<StandaloneDeployment["cluster"]>["taskManagers"]>[number];

function hostWorker(workers: readonly Worker[], host: string): Worker | null {
  return workers.find((worker) => worker.host === host) ?? null;
}

function services(context: ConfigurationContext): void {
  const { deployment } = context.model;
  const service = deployment?.type === "kubernetes" ? deployment.service : null;
  if (service === null) return;
  context.copy("blob.server.port", service, "blobPort", numberText);
  if (service.queryPort !== null) {
    context.noEffect(
      service,
      "queryPort",
      "queryable state is deprecated since Flink 1.18, and no option of that name exists",
    );
  }
}

/** Fixed ports: probes, services and network policies must know them. */
function container(context: ConfigurationContext): void {
  for (const [key, value] of containerBindings) context.set(key, value, []);
  context.set("jobmanager.rpc.port", "6123", []);
  context.set("taskmanager.rpc.port", "6122", []);
  context.set("taskmanager.data.port", "6121", []);
  if (context.get("blob.server.port") === undefined) context.set("blob.server.port", "6124", []);
}
