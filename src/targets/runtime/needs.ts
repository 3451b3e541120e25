// Which processes need which variable or secret, worked out once from the properties that use it, and
// from what each process uses (see model/uses.ts).
import type { InfraModel, Process, RuntimeSecret, UsedSection } from "../../model/infra-model.js";
import { uses } from "../../model/uses.js";

/** Parts of a file whose values the running job does not see. */
const notOfTheJob: ReadonlySet<string> = new Set(["secrets", "failover", "regions"]);

// Alerts go to Prometheus; services of a Compose project are no Flink.
const notOfTheJobPath = /^(?:monitoring\.alerts|deployment\.compose)\b/u;

// The storage clients' own variables cover these.
const storageKey = /^checkpoints\.[^.]+\.(?:auth\.(?:access_key|secret_key)|azure\.account_key)$/u;

/** Sections whose values only the processes that use the binding see. */
const usedSections: ReadonlySet<string> = new Set<UsedSection>([
  "streams",
  "lookups",
  "dead_letters",
  "completions",
]);

/** Who needs a value. */
export class Need {
  #everyone = false;
  readonly #processes = new Set<string>();
  readonly #checkpoints = new Set<string>();
  readonly #stateBackends = new Set<string>();
  readonly #used = new Map<UsedSection, Set<string>>();

  constructor(usedBy: readonly string[]) {
    for (const path of usedBy) this.#add(path);
  }

  #add(path: string): void {
    const [section = "", name = ""] = path.split(".");
    if (notOfTheJob.has(section) || notOfTheJobPath.test(path) || storageKey.test(path)) return;
    if (section === "resources" && !name.startsWith("_")) this.#processes.add(name);
    else if (section === "checkpoints") this.#checkpoints.add(name);
    else if (section === "state_backends") this.#stateBackends.add(name);
    else if (usedSections.has(section)) this.#addUsed(section as UsedSection, name);
    else this.#everyone = true;
  }

  #addUsed(section: UsedSection, name: string): void {
    const names = this.#used.get(section);
    if (names === undefined) this.#used.set(section, new Set([name]));
    else names.add(name);
  }

  isOf(process: Process): boolean {
    const { name, checkpointBinding, stateBackendBinding } = process;
    return (
      this.#everyone ||
      this.#processes.has(name) ||
      (checkpointBinding !== null && this.#checkpoints.has(checkpointBinding.name)) ||
      (stateBackendBinding !== null && this.#stateBackends.has(stateBackendBinding.name)) ||
      this.#isSharedBy(process) ||
      this.#isUsedBy(process)
    );
  }

  #isUsedBy(process: Process): boolean {
    for (const [section, names] of this.#used) {
      // Without a process file the process uses everything: there is nothing to look through.
      if (process.links === null) return true;
      for (const name of names) if (uses(process, section, name)) return true;
    }
    return false;
  }

  /** `state uses X`: a backend besides the one that the process runs on. */
  #isSharedBy({ links }: Process): boolean {
    if (links === null) return false;
    return [...links.bindings.state_backends].some((name) => this.#stateBackends.has(name));
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
