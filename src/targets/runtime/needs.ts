// Which processes need which variable or secret, worked out once from the properties that use it.
// Without L1 files every process is taken to use every stream, lookup and secret.
import type { InfraModel, Process, RuntimeSecret } from "../../model/infra-model.js";

/** Parts of a file whose values the running job does not see. */
const notOfTheJob: ReadonlySet<string> = new Set(["secrets", "failover", "regions"]);

// Alerts go to Prometheus; services of a Compose project are no Flink.
const notOfTheJobPath = /^(?:monitoring\.alerts|deployment\.compose)\b/u;

// The storage clients' own variables cover these.
const storageKey = /^checkpoints\.[^.]+\.(?:auth\.(?:access_key|secret_key)|azure\.account_key)$/u;

/** Who needs a value. */
export class Need {
  #everyone = false;
  readonly #processes = new Set<string>();
  readonly #checkpoints = new Set<string>();
  readonly #stateBackends = new Set<string>();

  constructor(usedBy: readonly string[]) {
    for (const path of usedBy) this.#add(path);
  }

  #add(path: string): void {
    const [section = "", name = ""] = path.split(".");
    if (notOfTheJob.has(section) || notOfTheJobPath.test(path) || storageKey.test(path)) return;
    if (section === "resources" && !name.startsWith("_")) this.#processes.add(name);
    else if (section === "checkpoints") this.#checkpoints.add(name);
    else if (section === "state_backends") this.#stateBackends.add(name);
    else this.#everyone = true;
  }

  isOf({ name, checkpointBinding, stateBackendBinding }: Process): boolean {
    return (
      this.#everyone ||
      this.#processes.has(name) ||
      (checkpointBinding !== null && this.#checkpoints.has(checkpointBinding.name)) ||
      (stateBackendBinding !== null && this.#stateBackends.has(stateBackendBinding.name))
    );
  }
}

/** Needs by variable name, and uses by secret name. */
export interface RuntimeNeeds {
  readonly variables: ReadonlyMap<string, Need>;
  readonly secrets: ReadonlyMap<string, readonly SecretUse[]>;
}

export interface SecretUse {
  readonly wanted: RuntimeSecret;
  readonly need: Need;
}

export function runtimeNeeds({ runtime }: InfraModel): RuntimeNeeds {
  const secrets = new Map<string, SecretUse[]>();
  for (const wanted of runtime.secrets) {
    const use = { wanted, need: new Need(wanted.usedBy) };
    const held = secrets.get(wanted.secret);
    if (held === undefined) secrets.set(wanted.secret, [use]);
    else held.push(use);
  }
  return {
    variables: new Map(runtime.variables.map(({ name, usedBy }) => [name, new Need(usedBy)])),
    secrets,
  };
}
