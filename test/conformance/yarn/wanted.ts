// What the file asks of YARN, read from its YAML by hand: the example's values, and those that the file
// of this check has instead.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A container as it is asked for. */
export interface WantedContainer {
  readonly megabytes: number;
  readonly vcores: number;
}

/** A process of the example. */
export type ProcessName = "settlement" | "reconciliation";

/** The request of one. */
export interface Wanted {
  readonly process: ProcessName;
  readonly queue: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly priority: number;
  readonly attempts: number;
  readonly label: string;
  readonly master: WantedContainer;
  readonly worker: WantedContainer;
  readonly slots: number;
  readonly parallelism: number;
  readonly arguments: readonly string[];
}

interface Sizes {
  readonly memory: string;
  readonly vcores: number;
}

interface File {
  readonly resources: Readonly<
    Record<
      ProcessName,
      {
        readonly parallelism: number;
        readonly task_memory: string;
        readonly args?: readonly string[];
      }
    >
  >;
  readonly deployment: {
    readonly queue: string;
    readonly application: {
      readonly type: string;
      readonly tags: readonly string[];
      readonly priority: number;
      readonly attempts: number;
      readonly node_label: string;
    };
    readonly application_master: Sizes;
    readonly container: Sizes;
  };
}

export function wantedOf(root: string, process: ProcessName): Wanted {
  const read = (path: string) => parse(readFileSync(join(root, path), "utf8")) as File;
  const example = read("examples/yarn-batch/yarn-batch.infra");
  const own = read("test/conformance/yarn/cluster.infra");
  const { queue, application } = example.deployment;
  const { application_master: master, container } = own.deployment;
  return {
    process,
    queue,
    type: application.type,
    tags: application.tags,
    priority: application.priority,
    attempts: application.attempts,
    label: application.node_label,
    master: containerOf(master),
    worker: containerOf(container),
    slots: megabytes(container.memory) / megabytes(own.resources[process].task_memory),
    parallelism: own.resources[process].parallelism,
    arguments: example.resources[process].args ?? [],
  };
}

function containerOf({ memory, vcores }: Sizes): WantedContainer {
  return { megabytes: megabytes(memory), vcores };
}

/** Of `1500mb`. */
function megabytes(text: string): number {
  const [, number] = /^(\d+)mb$/u.exec(text) ?? [];
  if (number === undefined) throw new Error(`${text} is no number of megabytes.`);
  return Number(number);
}
