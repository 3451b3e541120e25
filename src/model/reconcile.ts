// Facts of the cluster that two blocks can state: `resources._task_managers` and `_job_manager`, and
// the deployment's own keys (vocabulary 3.2). One value each, with its origin; two values are an error.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Deployment, JobManagerSizing, TaskManagerSizing, Text } from "./bindings.js";
import { isStated } from "./is-stated.js";
import type { Origins } from "./origins.js";

export interface HighAvailability {
  readonly type: "kubernetes" | "zookeeper";
  /** URI of the recovery metadata; null: to be derived by the target, or refused. */
  readonly storageDir: string | null;
  readonly zookeeperQuorum: Text | null;
  readonly zookeeperRootPath: string | null;
}

/** The cluster as the file sizes it; null: not stated anywhere. */
export interface ClusterFacts {
  readonly taskManagerCount: number | null;
  /** Bytes of one whole TaskManager process. */
  readonly taskManagerMemoryBytes: number | null;
  /** Cores of one TaskManager. */
  readonly taskManagerCpu: number | null;
  readonly slotsPerTaskManager: number | null;
  /** Bytes of the whole JobManager process. */
  readonly jobManagerMemoryBytes: number | null;
  readonly jobManagerCpu: number | null;
  readonly jobManagerReplicas: number | null;
  readonly restPort: number | null;
  readonly highAvailability: HighAvailability | null;
}

/** One statement of a fact: `owner[key]` is `value`. */
interface Statement<Value> {
  readonly owner: object | null | undefined;
  readonly key: string;
  readonly value: Value | null | undefined;
}

interface Sources {
  readonly deployment: Deployment | null;
  readonly taskManagers: TaskManagerSizing | null;
  readonly jobManager: JobManagerSizing | null;
}

function own<Value>(
  owner: object | null | undefined,
  key: string,
  value: Value | null | undefined,
): Statement<Value> {
  return { owner, key, value };
}

/** Reconciles the facts; reports E750 where two blocks disagree. */
export function reconcileCluster(sources: Sources, origins: Origins, report: Report): ClusterFacts {
  const { taskManagers, jobManager } = sources;
  const target = targetStatements(sources.deployment);
  const links: { key: string; statement: Statement<unknown> }[] = [];
  const fact = <Value>(key: string, statements: readonly Statement<Value>[]): Value | null => {
    const stated = statements.filter(({ value }) => isStated(value));
    const [first, second] = stated;
    if (first === undefined) return null;
    if (second !== undefined && first.value !== second.value) {
      reportDifference(first, second, origins, report);
    }
    links.push({ key, statement: first });
    return first.value ?? null;
  };
  const facts: ClusterFacts = {
    taskManagerCount: fact("taskManagerCount", [
      target.count,
      own(taskManagers, "count", taskManagers?.count ?? countFromAutoSize(taskManagers)),
    ]),
    taskManagerMemoryBytes: fact("taskManagerMemoryBytes", [
      target.memory,
      own(taskManagers?.memory, "totalBytes", taskManagers?.memory?.totalBytes),
    ]),
    taskManagerCpu: fact("taskManagerCpu", [
      target.cpu,
      own(taskManagers, "cpu", taskManagers?.cpu),
    ]),
    slotsPerTaskManager: fact("slotsPerTaskManager", [
      target.slots,
      own(taskManagers, "slotsPerManager", taskManagers?.slotsPerManager),
    ]),
    jobManagerMemoryBytes: fact("jobManagerMemoryBytes", [
      target.jobManagerMemory,
      own(jobManager, "memoryBytes", jobManager?.memoryBytes),
    ]),
    jobManagerCpu: fact("jobManagerCpu", [
      target.jobManagerCpu,
      own(jobManager, "cpu", jobManager?.cpu),
    ]),
    jobManagerReplicas: fact("jobManagerReplicas", [target.jobManagerReplicas]),
    restPort: fact("restPort", [
      target.restPort,
      own(jobManager?.web, "port", jobManager?.web?.port),
    ]),
    highAvailability: highAvailability(sources, fact),
  };
  for (const { key, statement } of links) {
    if (isStated(statement.owner)) {
      origins.link(facts, key, statement.owner, statement.key);
    }
  }
  return facts;
}

/** ceil(total / slots), when the count itself is not given. */
function countFromAutoSize(sizing: TaskManagerSizing | null): number | null {
  const total = sizing?.autoSize?.totalParallelism ?? null;
  const slots = sizing?.slotsPerManager ?? null;
  return total === null || slots === null ? null : Math.ceil(total / slots);
}

function reportDifference(
  first: Statement<unknown>,
  second: Statement<unknown>,
  origins: Origins,
  report: Report,
): void {
  const one = !isStated(first.owner) ? null : origins.of(first.owner, first.key);
  const other = !isStated(second.owner) ? null : origins.of(second.owner, second.key);
  const related = !isStated(second.owner) ? null : origins.span(second.owner, second.key);
  report(
    diagnose(
      "E750",
      !isStated(first.owner) ? null : origins.span(first.owner, first.key),
      { property: one?.path ?? first.key, other: other?.path ?? second.key },
      {
        related: related === null ? [] : [{ span: related, message: "the other value is here" }],
        help: "State the fact once, or give both the same value.",
      },
    ),
  );
}

interface TargetStatements {
  readonly count: Statement<number>;
  readonly memory: Statement<number>;
  readonly cpu: Statement<number>;
  readonly slots: Statement<number>;
  readonly jobManagerMemory: Statement<number>;
  readonly jobManagerCpu: Statement<number>;
  readonly jobManagerReplicas: Statement<number>;
  readonly restPort: Statement<number>;
}

const nothing = { owner: null, key: "", value: null };

const noStatements: TargetStatements = {
  count: nothing,
  memory: nothing,
  cpu: nothing,
  slots: nothing,
  jobManagerMemory: nothing,
  jobManagerCpu: nothing,
  jobManagerReplicas: nothing,
  restPort: nothing,
};

function targetStatements(deployment: Deployment | null): TargetStatements {
  if (deployment === null) return noStatements;
  switch (deployment.type) {
    case "kubernetes": {
      const { jobManager, taskManager, service } = deployment;
      const worker = taskManager?.resources;
      const coordinator = jobManager?.resources;
      return {
        ...noStatements,
        count: { owner: taskManager, key: "replicas", value: taskManager?.replicas },
        memory: { owner: worker, key: "memoryBytes", value: worker?.memoryBytes },
        cpu: { owner: worker, key: "cpu", value: worker?.cpu },
        jobManagerMemory: {
          owner: coordinator,
          key: "memoryBytes",
          value: coordinator?.memoryBytes,
        },
        jobManagerCpu: { owner: coordinator, key: "cpu", value: coordinator?.cpu },
        jobManagerReplicas: { owner: jobManager, key: "replicas", value: jobManager?.replicas },
        restPort: { owner: service, key: "restPort", value: service?.restPort },
      };
    }
    case "yarn": {
      const { container, applicationMaster, session } = deployment;
      return {
        ...noStatements,
        count: {
          owner: !isStated(container?.count) ? session : container,
          key: !isStated(container?.count) ? "taskManagers" : "count",
          value: container?.count ?? session?.taskManagers,
        },
        memory: { owner: container, key: "memoryBytes", value: container?.memoryBytes },
        cpu: { owner: container, key: "vcores", value: container?.vcores },
        slots: { owner: session, key: "slotsPerTaskManager", value: session?.slotsPerTaskManager },
        jobManagerMemory: {
          owner: applicationMaster,
          key: "memoryBytes",
          value: applicationMaster?.memoryBytes,
        },
        jobManagerCpu: {
          owner: applicationMaster,
          key: "vcores",
          value: applicationMaster?.vcores,
        },
      };
    }
    case "standalone": {
      const { cluster } = deployment;
      const slots = (cluster?.taskManagers ?? []).find((manager) => manager.slots !== null);
      return {
        ...noStatements,
        slots: { owner: slots, key: "slots", value: slots?.slots },
        restPort: {
          owner: cluster?.jobManager,
          key: "webPort",
          value: cluster?.jobManager?.webPort,
        },
      };
    }
    case "docker_compose": {
      const { services, others } = deployment.compose;
      const workers = Object.entries({ ...services, ...others }).find(
        ([name]) => name.toLowerCase().replace(/[-_.]/gu, "") === "taskmanager",
      )?.[1];
      return {
        ...noStatements,
        count: { owner: workers, key: "replicas", value: workers?.replicas },
      };
    }
  }
}

type FactOf = <Value>(key: string, statements: readonly Statement<Value>[]) => Value | null;

function highAvailability(
  { deployment, jobManager }: Sources,
  fact: FactOf,
): HighAvailability | null {
  const ha = deployment?.ha ?? null;
  const sizing = jobManager?.ha ?? null;
  if (ha?.enabled === false || (ha === null && sizing === null)) return null;
  const type = fact<"kubernetes" | "zookeeper">("highAvailability", [
    { owner: ha, key: "type", value: ha?.type },
    { owner: sizing, key: "type", value: sizing?.type },
  ]);
  return {
    // Vocabulary decision 44: the target's own coordination service.
    type: type ?? (deployment?.type === "kubernetes" ? "kubernetes" : "zookeeper"),
    storageDir: fact("highAvailability.storageDir", [
      { owner: ha, key: "storageDir", value: ha?.storageDir },
      { owner: sizing, key: "storageDir", value: sizing?.storageDir },
    ]),
    zookeeperQuorum: fact("highAvailability.zookeeperQuorum", [
      { owner: ha?.zookeeper, key: "quorum", value: ha?.zookeeper?.quorum },
      { owner: sizing, key: "zookeeperQuorum", value: sizing?.zookeeperQuorum },
    ]),
    zookeeperRootPath: ha?.zookeeper?.rootPath ?? null,
  };
}
