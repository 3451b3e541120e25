// What every part of the generator shares for one model, and the hosts of its cluster.
import type { Report } from "../../src/diagnostics/diagnostic.js";
import type { PlanRequest } from "../../src/generator/contract.js";
import type {
  StandaloneDeployment,
  StandaloneDeploymentClusterTaskManager,
} from "../../src/model/bindings.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { Origins } from "../../src/model/origins.js";
import type { Span } from "../../src/source/source-file.js";
import type { FlinkLineFacts } from "../../src/targets/flink/lines.js";

export interface Context {
  readonly request: PlanRequest;
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly deployment: StandaloneDeployment;
  readonly facts: FlinkLineFacts;
  /** Host of the job manager. */
  readonly manager: string;
  /** Task managers by host; empty: the cluster is not ours to set up. */
  readonly workers: ReadonlyMap<string, readonly StandaloneDeploymentClusterTaskManager[]>;
  readonly report: Report;
}

/** The place of `object[key]`, or null. */
export function spanOf({ origins }: Context, object: object | null, key?: string): Span | null {
  return object === null ? null : origins.span(object, key);
}

/** The path of `object[key]` as messages name it. */
export function pathOf({ origins }: Context, object: object, key: string): string {
  return origins.of(object, key)?.path ?? key;
}

/** Task managers by their host, in the order of the file. */
export function workersByHost(
  list: readonly StandaloneDeploymentClusterTaskManager[],
): Context["workers"] {
  const hosts = new Map<string, StandaloneDeploymentClusterTaskManager[]>();
  for (const worker of list) {
    const held = hosts.get(worker.host);
    if (held === undefined) hosts.set(worker.host, [worker]);
    else held.push(worker);
  }
  return hosts;
}
