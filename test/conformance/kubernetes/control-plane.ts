// A control plane on the loopback address: etcd, API server, controller manager. No scheduler and no
// node, so pods are made and stay pending.
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../harness.js";
import { needPrograms } from "../packages.js";
import { freePorts } from "../ports.js";
import { ApiClient } from "./api-client.js";

export interface ControlPlane {
  readonly api: ApiClient;
  /** `kustomize <folder>`: what kubectl makes of a kustomization. */
  readonly kubectl: (...args: string[]) => Promise<string>;
  /** A client that is this service account, as a pod under it is. */
  readonly as: (namespace: string, account: string) => Promise<AccountAccess>;
}

/** What a program under a service account reaches the server with. */
export interface AccountAccess {
  readonly api: ApiClient;
  /** Text of the file that `KUBECONFIG` names. */
  readonly kubeconfig: string;
}

/** Starts everything with `program`; it is stopped with the run. */
export async function startControlPlane(context: Context, program: string): Promise<ControlPlane> {
  const folder = join(context.scratch, "control-plane");
  mkdirSync(folder, { recursive: true });
  await makeCertificates(context, folder);
  const token = { admin: randomBytes(16).toString("hex"), kcm: randomBytes(16).toString("hex") };
  const tokens = [
    `${token.admin},admin,admin,"system:masters"`,
    `${token.kcm},system:kube-controller-manager,kcm`,
  ];
  writeFileSync(join(folder, "tokens.csv"), tokens.join("\n") + "\n");
  const [etcd = 0, peer = 0, secure = 0] = await freePorts(3);
  startEtcd(context, program, { folder, etcd, peer });
  startApiServer(context, program, { folder, etcd, secure });
  const url = `https://127.0.0.1:${String(secure)}`;
  const api = new ApiClient({ url, caFile: join(folder, "ca.crt"), token: token.admin });
  await ready(api);
  writeFileSync(join(folder, "kcm.kubeconfig"), kubeconfig(folder, url, token.kcm));
  startControllerManager(context, program, folder);
  const kubectl = async (...args: string[]) =>
    (await context.must(program, ["kubectl", ...args])).stdout;
  const as = async (namespace: string, account: string): Promise<AccountAccess> => {
    const own = await tokenOf(api, namespace, account);
    const connection = { url, caFile: join(folder, "ca.crt"), token: own };
    return { api: new ApiClient(connection), kubeconfig: kubeconfig(folder, url, own) };
  };
  return { api, kubectl, as };
}

/** The server's own token for a service account. */
async function tokenOf(api: ApiClient, namespace: string, account: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`;
  const request = { apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: {} };
  const { body } = await api.must("POST", path, JSON.stringify(request));
  return (body["status"] as { readonly token: string }).token;
}

function newKey(file: string): readonly string[] {
  return ["-newkey", "rsa:2048", "-nodes", "-keyout", file];
}

async function makeCertificates(context: Context, folder: string): Promise<void> {
  await needPrograms(context, { openssl: "openssl" });
  const openssl = (...args: string[]) => context.must("openssl", args, { cwd: folder });
  await openssl(
    "req",
    "-x509",
    ...newKey("ca.key"),
    ..."-out ca.crt -days 2 -subj /CN=ca".split(" "),
  );
  await openssl(
    "req",
    ...newKey("server.key"),
    ..."-out server.csr -subj /CN=127.0.0.1".split(" "),
  );
  writeFileSync(join(folder, "server.ext"), "subjectAltName=IP:127.0.0.1\n");
  const signed = "-req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out server.crt";
  await openssl("x509", ...signed.split(" "), "-days", "2", "-extfile", "server.ext");
  await openssl("genrsa", "-out", "sa.key", "2048");
}

function startEtcd(
  context: Context,
  program: string,
  { folder, etcd, peer }: { folder: string; etcd: number; peer: number },
): void {
  const client = `http://127.0.0.1:${String(etcd)}`;
  const between = `http://127.0.0.1:${String(peer)}`;
  context.start(program, [
    "etcd",
    `--data-dir=${join(folder, "etcd")}`,
    "--unsafe-no-fsync",
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${between}`,
    `--initial-advertise-peer-urls=${between}`,
    `--initial-cluster=default=${between}`,
    "--log-level=error",
  ]);
}

function startApiServer(
  context: Context,
  program: string,
  { folder, etcd, secure }: { folder: string; etcd: number; secure: number },
): void {
  const file = (name: string) => join(folder, name);
  context.start(program, [
    "apiserver",
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    `--secure-port=${String(secure)}`,
    `--etcd-servers=http://127.0.0.1:${String(etcd)}`,
    // A loopback address may not become an endpoint.
    "--endpoint-reconciler-type=none",
    `--tls-cert-file=${file("server.crt")}`,
    `--tls-private-key-file=${file("server.key")}`,
    `--cert-dir=${folder}`,
    `--token-auth-file=${file("tokens.csv")}`,
    "--authorization-mode=RBAC",
    "--allow-privileged",
    // As OpenShift has it: who makes an object that blocks its owner's deletion needs a right for that.
    "--enable-admission-plugins=OwnerReferencesPermissionEnforcement",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${file("sa.key")}`,
    `--service-account-signing-key-file=${file("sa.key")}`,
    "--service-cluster-ip-range=10.96.0.0/16",
  ]);
}

const controllers = [
  "deployment-controller",
  "replicaset-controller",
  "namespace-controller",
  "serviceaccount-controller",
  "root-ca-certificate-publisher-controller",
  "garbage-collector-controller",
  // Without it a quota has no status, and the server then refuses every pod.
  "resourcequota-controller",
];

function startControllerManager(context: Context, program: string, folder: string): void {
  context.start(program, [
    "controller-manager",
    `--kubeconfig=${join(folder, "kcm.kubeconfig")}`,
    "--leader-elect=false",
    "--secure-port=0",
    // Else the controllers are forbidden nearly everything.
    "--use-service-account-credentials",
    `--service-account-private-key-file=${join(folder, "sa.key")}`,
    `--root-ca-file=${join(folder, "ca.crt")}`,
    `--controllers=${controllers.join(",")}`,
  ]);
}

function kubeconfig(folder: string, url: string, token: string): string {
  const cluster = { server: url, "certificate-authority": join(folder, "ca.crt") };
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "here", cluster }],
    users: [{ name: "user", user: { token } }],
    contexts: [{ name: "here", context: { cluster: "here", user: "user" } }],
    "current-context": "here",
  });
}

async function ready(api: ApiClient): Promise<void> {
  for (let second = 0; second < 120; second += 1) {
    const answer = await api.call("GET", "/readyz").catch(() => null);
    if (answer?.status === 200) return;
    await sleep(1000);
  }
  throw new Error("The API server was not ready within two minutes.");
}
