// A pod's memory limit and the memory that Flink divides among its parts must be one number: with a
// smaller limit the kernel kills the process, with a larger one memory is paid for and never used.
import type { KubernetesObject } from "./api-client.js";
import { quantity } from "./quantity.js";

/** The spec of a Deployment, as far as access rights and memory are concerned. */
export interface DeploymentSpec {
  readonly template: {
    readonly spec: {
      readonly serviceAccountName?: string;
      readonly volumes?: readonly { readonly configMap?: { readonly name: string } }[];
      readonly containers: readonly {
        readonly args?: readonly string[];
        readonly resources?: { readonly limits?: { readonly memory?: string } };
      }[];
    };
  };
}

/** The configuration file that the pods of a Deployment mount; empty: none among `all`. */
export function mountedConfiguration(
  object: KubernetesObject,
  all: readonly KubernetesObject[],
): string {
  const { volumes } = (object["spec"] as DeploymentSpec).template.spec;
  const mounted = new Set(volumes?.flatMap(({ configMap }) => configMap?.name ?? []));
  return all
    .filter(({ kind, metadata }) => kind === "ConfigMap" && mounted.has(metadata.name))
    .map((map) => {
      const data = map["data"] as Readonly<Record<string, string>>;
      return data["flink-conf.yaml"] ?? data["config.yaml"] ?? "";
    })
    .join("\n");
}

/** An error shows both numbers where they differ. `stored`: the Deployment as the server has it. */
export function hasFlinksMemory(stored: KubernetesObject, all: readonly KubernetesObject[]): void {
  const [main] = (stored["spec"] as DeploymentSpec).template.spec.containers;
  const component = main?.args?.[0] === "taskmanager" ? "taskmanager" : "jobmanager";
  const line = new RegExp(`^${component}\\.memory\\.process\\.size: "?(\\d+)([bkm]?)"?$`, "mu");
  const [, amount = "", unit = ""] = line.exec(mountedConfiguration(stored, all)) ?? [];
  const bytes = Number(amount) * ({ k: 1024, m: 1048576 }[unit] ?? 1);
  const limit = main?.resources?.limits?.memory ?? "";
  if (amount !== "" && quantity(limit) === bytes) return;
  throw new Error(`The pod may use ${limit}, Flink divides ${amount}${unit}.`);
}
