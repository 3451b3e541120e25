// From one resolved and checked tree to the model. Reports what only the whole can tell: names that
// lead nowhere, facts that contradict each other.
import type { Report } from "../diagnostics/diagnostic.js";
import type { InfraNode, RuntimeReference } from "../document/node.js";
import type { BlockInstance } from "../resolve/blocks.js";
import type { ResolvedTree } from "../resolve/resolve.js";
import type * as Bindings from "./bindings.js";
import { buildObject, type BuildContext } from "./build-value.js";
import { checkRules } from "./check-rules.js";
import { followAcks } from "./follow-acks.js";
import type { InfraModel, Named, Process } from "./infra-model.js";
import { linkedBinding, linkTo } from "./links.js";
import type { ProcessLinker } from "./process-linker.js";
import { Origins } from "./origins.js";
import { reconcileCluster } from "./reconcile.js";
import { RuntimeContractBuilder } from "./runtime-contract.js";
import { usedContract } from "./uses.js";

/** The model with the table that leads from its values back to the files. */
export interface BuiltModel {
  readonly model: InfraModel;
  readonly origins: Origins;
}

/**
 * Builds the model of `tree`. Call only when the tree passed its schema without an error. Without a
 * linker nothing says which process uses what.
 */
export function buildModel(
  tree: ResolvedTree,
  report: Report,
  linker: ProcessLinker | null = null,
): BuiltModel {
  const origins = new Origins();
  const contract = new RuntimeContractBuilder();
  const context: BuildContext = {
    origins,
    onReference: (reference: RuntimeReference, path: readonly string[], _node: InfraNode) =>
      contract.add(reference, path),
  };
  const objects = new SectionObjects(tree.instances, context);
  const checkpoints = objects.named<Bindings.Checkpoint>("checkpoints");
  const stateBackends = objects.named<Bindings.StateBackend>("state_backends");
  const deployment = objects.single<Bindings.Deployment>("deployment");
  const taskManagers = objects.reserved<Bindings.TaskManagerSizing>("resources", "_task_managers");
  const jobManager = objects.reserved<Bindings.JobManagerSizing>("resources", "_job_manager");
  const regions = objects.named<Bindings.Region>("regions");
  const bound = {
    streams: objects.named<Bindings.Stream>("streams"),
    lookups: objects.named<Bindings.Lookup>("lookups"),
    checkpoints,
    stateBackends,
    deadLetters: objects.named<Bindings.DeadLetter>("dead_letters"),
    completions: objects.named<Bindings.Completion>("completions"),
  };
  const { streams, completions } = bound;
  const sized = objects.named<Bindings.Process>("resources");
  const linked = linker?.link({ ...bound, processes: sized }, origins, report) ?? null;
  const checkpointLink = linkTo("checkpoint", checkpoints);
  const stateBackendLink = linkTo("state_backend", stateBackends);
  const processes = sized.map((process): Process => {
    const own = linked?.get(process.name) ?? null;
    const complete: Process = {
      ...process,
      links: own?.links ?? null,
      checkpointBinding: own?.checkpoint ?? linkedBinding(process, checkpointLink, origins, report),
      stateBackendBinding:
        own?.stateBackend ?? linkedBinding(process, stateBackendLink, origins, report),
    };
    const origin = origins.objectOrigin(process);
    if (origin !== null) origins.record(complete, origin);
    return complete;
  });
  followAcks([...streams, ...completions], origins);
  const model: InfraModel = {
    version: tree.head.version,
    environment: tree.head.environment,
    description: tree.head.description,
    region: regions.find(({ name }) => name === tree.region?.alias) ?? null,
    ...bound,
    processes,
    taskManagers,
    jobManager,
    quotas: objects.each<Bindings.Quota>("resources", "_quotas"),
    secrets: objects.named<Bindings.Secret>("secrets"),
    secretSettings: objects.reserved<Bindings.SecretsConfiguration>("secrets", "_config"),
    metrics: objects.reserved<Bindings.Metrics>("monitoring", "metrics"),
    tracing: objects.reserved<Bindings.Tracing>("monitoring", "tracing"),
    logging: objects.reserved<Bindings.Logging>("monitoring", "logging"),
    alerts: objects.list<Bindings.Alert>("monitoring.alerts", "alerts"),
    defaultAlerts: objects.reserved<Bindings.DefaultAlerts>("monitoring", "default_alerts"),
    notifications: objects.reserved<Bindings.Notifications>("monitoring", "notifications"),
    deployment,
    regions,
    failover: objects.named<Bindings.FailoverPlan>("failover"),
    acceptWarnings: objects.list<Bindings.AcceptWarning>("accept_warnings", "acceptWarnings"),
    cluster: reconcileCluster({ deployment, taskManagers, jobManager }, origins, report),
    runtime: usedContract(contract.build(), processes),
  };
  checkRules(model, origins, report);
  linker?.reportUnused(model, origins, report);
  return { model, origins };
}

/** Builds and sorts the objects of the sections. The table guarantees the shapes that are claimed. */
class SectionObjects {
  readonly #byPath = new Map<string, BlockInstance[]>();
  readonly #context: BuildContext;

  constructor(instances: readonly BlockInstance[], context: BuildContext) {
    this.#context = context;
    for (const instance of instances) {
      const [section = "", ...rest] = instance.path;
      const key = rest.length < 2 ? section : [section, ...rest.slice(0, -1)].join(".");
      const held = this.#byPath.get(key);
      if (held === undefined) this.#byPath.set(key, [instance]);
      else held.push(instance);
    }
  }

  /** Named bindings of a section, sorted by name. */
  named<Binding>(section: string): readonly Named<Binding>[] {
    return this.#objects<Binding>(
      (this.#byPath.get(section) ?? []).filter(({ name }) => !name.startsWith("_")),
    );
  }

  /** Entries below a reserved key, sorted by name. */
  each<Binding>(section: string, key: string): readonly Named<Binding>[] {
    return this.#objects<Binding>(this.#byPath.get(`${section}.${key}`) ?? []);
  }

  reserved<Binding>(section: string, key: string): Binding | null {
    const instance = this.#byPath.get(section)?.find(({ name }) => name === key);
    return instance === undefined ? null : (this.#build(instance, null) as Binding);
  }

  single<Binding>(section: string): Binding | null {
    const instance = this.#byPath.get(section)?.[0];
    return instance === undefined ? null : (this.#build(instance, null) as Binding);
  }

  list<Item>(path: string, key: string): readonly Item[] {
    const [section = ""] = path.split(".");
    const instance = this.#byPath
      .get(path.includes(".") ? section : path)
      ?.find((candidate) => candidate.path.join(".") === path);
    if (instance === undefined) return [];
    const built = this.#build(instance, null);
    return (built[key] ?? []) as readonly Item[];
  }

  #objects<Binding>(instances: readonly BlockInstance[]): readonly Named<Binding>[] {
    return instances
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .map((instance) => this.#build(instance, instance.name) as Named<Binding>);
  }

  #build(instance: BlockInstance, name: string | null): Record<string, unknown> {
    const { node, properties, path, entry, block } = instance;
    // A list that stands alone is held by its section: its own key must not appear twice in a path.
    const at = { path: block === null ? path.slice(0, -1) : path, entry };
    return buildObject(node, properties, at, this.#context, name);
  }
}
