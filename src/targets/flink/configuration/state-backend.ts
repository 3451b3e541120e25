// Where operators keep their state while the job runs: `state_backends.<name>`.
import type {
  ChangelogStateBackend,
  HashmapStateBackend,
  RocksdbStateBackend,
  StateBackend,
} from "../../../model/bindings.js";
import type { Named } from "../../../model/infra-model.js";
import { lineAtLeast } from "../lines.js";
import { at, type ConfigurationContext } from "./context.js";
import { booleanText, durationText } from "./option-text.js";
import { rocksdb } from "./rocksdb.js";
import { isStated } from "../../../model/is-stated.js";

/** Options of the state backend of the process; nothing without one. */
export function stateBackend(context: ConfigurationContext): void {
  const binding = context.process.stateBackendBinding;
  if (binding === null) return;
  switch (binding.type) {
    case "rocksdb":
      type(context, binding, "rocksdb");
      rocksdb(context, binding);
      break;
    case "hashmap":
      type(context, binding, "hashmap");
      hashmap(context, binding);
      break;
    case "changelog":
      changelog(context, binding);
      break;
    case "external":
      context.refuse(
        binding,
        "type",
        "it has no state backend on Redis or Ignite, and would take the word for a class name",
        "Use rocksdb or hashmap; state in another store is a matter of the job's code.",
      );
  }
  expiry(context, binding);
}

/** The backend that holds the state, below a change log too; null: Flink's default. */
export function stateBackendKind(context: ConfigurationContext): "rocksdb" | "hashmap" | null {
  const binding = context.process.stateBackendBinding;
  const kind = binding?.type === "changelog" ? binding.baseBackend : binding?.type;
  return kind === "rocksdb" || kind === "hashmap" ? kind : null;
}

function type(
  context: ConfigurationContext,
  binding: RocksdbStateBackend | HashmapStateBackend,
  name: string,
): void {
  context.set("state.backend.type", name, [at(binding, "type")]);
}

function hashmap(context: ConfigurationContext, binding: HashmapStateBackend): void {
  if (binding.asyncSnapshots === false) {
    context.noEffect(
      binding,
      "asyncSnapshots",
      "Flink always saves state without stopping the job",
    );
  }
  if (isStated(binding.memory?.gcThreshold)) {
    context.noEffect(
      binding.memory,
      "gcThreshold",
      "the JVM has no such setting in general",
      "For the G1 collector add -XX:InitiatingHeapOccupancyPercent=<percent> to jvm.options of the process.",
    );
  }
}

function changelog(context: ConfigurationContext, binding: ChangelogStateBackend): void {
  const since120 = lineAtLeast(context.line, "1.20");
  const prefix = since120 ? "state.changelog" : "state.backend.changelog";
  if (binding.baseBackend === "external") {
    context.refuse(
      binding,
      "baseBackend",
      "it has no state backend on Redis or Ignite",
      "Use rocksdb or hashmap.",
    );
  } else {
    context.copy("state.backend.type", binding, "baseBackend", String);
  }
  context.set(`${prefix}.enabled`, "true", [at(binding, "type")]);
  const { changelog: log } = binding;
  context.set(`${prefix}.storage`, "filesystem", [at(log, "storage")]);
  context.copy(
    since120 ? "state.changelog.dstl.dfs.base-path" : "dstl.dfs.base-path",
    log,
    "storage",
    String,
  );
  if (log.retentionMs !== null) {
    context.noEffect(
      log,
      "retentionMs",
      "the log is kept exactly as long as a checkpoint needs it",
      "Use retention.max_checkpoints of the checkpoint binding.",
    );
  }
  const { periodicMaterialize } = log;
  context.copy(
    `${prefix}.periodic-materialize.interval`,
    periodicMaterialize,
    "intervalMs",
    durationText,
  );
  // True is the default: nothing is lost on a line without the switch.
  if (periodicMaterialize?.enabled === false || lineAtLeast(context.line, "1.19")) {
    context.copy(
      `${prefix}.periodic-materialize.enabled`,
      periodicMaterialize,
      "enabled",
      booleanText,
    );
  }
}

const stateTtlHelp = "Give the state descriptors of the job a StateTtlConfig.";

function expiry(context: ConfigurationContext, binding: Named<StateBackend>): void {
  const { ttl, stateTtls } = binding;
  if (stateTtls !== null) {
    context.leaveToCode(
      binding,
      "stateTtls",
      "the lifetime of a single state is set where the job declares it",
      stateTtlHelp,
    );
  }
  if (ttl === null || ttl.enabled === false) return;
  if (ttl.defaultTtlMs !== null) {
    context.copy("table.exec.state.ttl", ttl, "defaultTtlMs", durationText);
    context.differs(
      ttl,
      "defaultTtlMs",
      "Flink applies it to SQL and Table jobs only",
      stateTtlHelp,
    );
  }
  const code = "how expired state is removed is set where the job declares the state";
  if (ttl.compactionFilter !== null)
    context.leaveToCode(ttl, "compactionFilter", code, stateTtlHelp);
  for (const key of ["strategy", "runIntervalMs", "deleteBatchSize"] as const) {
    if (isStated(ttl.cleanup?.[key])) context.leaveToCode(ttl.cleanup, key, code, stateTtlHelp);
  }
}
