// The Flink configuration of one process as this target delivers it: the effective configuration,
// and the options that only Kubernetes or its operator reads. Knows no object.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { OriginLeaf } from "../../src/encode/leaf.js";
import { derivedFrom } from "../../src/generator/view.js";
import type { Process } from "../../src/model/infra-model.js";
import type { ValueOrigin } from "../../src/model/value-origin.js";
import { effectiveConfiguration } from "../../src/targets/flink/configuration/effective-configuration.js";
import type {
  ConfigurationEntry,
  ConfigurationRequest,
} from "../../src/targets/flink/configuration/configuration.js";
import type { TaskManagerSizing } from "../../src/targets/flink/configuration/sizing.js";
import { pathOf, spanOf, type Context } from "./context.js";

export type OriginPair = readonly [object: object, key: string];

interface Option {
  readonly value: string;
  readonly origins: readonly ValueOrigin[];
}

/** Options by key; later parts add to it before the objects are planned. */
export class FlinkOptions {
  readonly #options = new Map<string, Option>();

  constructor(
    readonly context: Context,
    readonly process: Process,
    entries: readonly ConfigurationEntry[],
    /** The cut of the process that the entries follow. */
    readonly sizing: TaskManagerSizing,
  ) {
    for (const entry of entries) this.#options.set(entry.key, entry);
  }

  get(key: string): string | null {
    return this.#options.get(key)?.value ?? null;
  }

  /** The value of the first of `keys` that is set: spellings of one option. */
  first(...keys: readonly string[]): string | null {
    for (const key of keys) {
      const value = this.get(key);
      if (value !== null) return value;
    }
    return null;
  }

  /** Sets what this target decides; E906 where `flink_options` says something else. */
  set(key: string, value: string, ...origins: readonly OriginPair[]): void {
    const { flinkOptions: own } = this.process;
    if (own !== null && Object.hasOwn(own, key) && own[key] !== value) {
      const [origin] = origins;
      const property =
        origin === undefined ? "the deployment" : pathOf(this.context, origin[0], origin[1], key);
      const help = `Remove it here: its value is ${value}.`;
      const span = spanOf(this.context, own, key);
      this.context.report(diagnose("E906", span, { option: key, property }, { help }));
      return;
    }
    const places = origins.map(([object, name]): ValueOrigin => ({ object, key: name }));
    this.#options.set(key, { value, origins: places });
  }

  /** As `set`, where nothing set the option before. */
  setDefault(key: string, value: string, ...origins: readonly OriginPair[]): void {
    if (!this.#options.has(key)) this.set(key, value, ...origins);
  }

  /** What an object's own fields say instead. */
  remove(...keys: readonly string[]): void {
    for (const key of keys) this.#options.delete(key);
  }

  /** The options, sorted by key, whose key passes `wanted`; as strings, which every operator reads. */
  view(wanted?: (key: string) => boolean): ReadonlyMap<string, OriginLeaf> {
    const view = new Map<string, OriginLeaf>();
    for (const [key, { value, origins }] of this.#sorted()) {
      if (wanted === undefined || wanted(key)) view.set(key, derivedFrom(value, origins));
    }
    return view;
  }

  /** Sorted pairs, for a configuration file. */
  pairs(): readonly (readonly [key: string, value: string])[] {
    return this.#sorted().map(([key, { value }]) => [key, value] as const);
  }

  /** The values, in no order. */
  *values(): Generator<string> {
    for (const { value } of this.#options.values()) yield value;
  }

  #sorted(): (readonly [string, Option])[] {
    return [...this.#options].toSorted(([one], [other]) => (one < other ? -1 : 1));
  }
}

/** What the configuration depends on besides context and process. */
export interface OptionsRequest {
  /** The job takes whatever task managers there are. */
  readonly reactive: boolean;
}

function configurationRequest(
  { model, origins, line, flavor }: Context,
  process: Process,
  { reactive }: OptionsRequest,
): ConfigurationRequest {
  const target = flavor === "operator" ? "operator" : "standalone-kubernetes";
  return { model, origins, process, line, target, reactive };
}

// Notes that tell the user to do what this generator does: credentials into the environment of the
// pods, the savepoint into the start command.
const done: ReadonlySet<string> = new Set(["N903", "N904"]);

/** The effective configuration of `process`; reports what it finds. */
export function flinkOptions(
  context: Context,
  process: Process,
  request: OptionsRequest,
): FlinkOptions {
  const { entries, sizing, diagnostics } = effectiveConfiguration(
    configurationRequest(context, process, request),
  );
  for (const diagnostic of diagnostics) {
    if (!done.has(diagnostic.code)) context.report(diagnostic);
  }
  return new FlinkOptions(context, process, entries, sizing);
}
