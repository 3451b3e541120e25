// How checkpoints are taken and kept, and where: `checkpoints.<name>` without restart and store.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { Checkpoint, CheckpointCheckpoint } from "../../../model/bindings.js";
import type { Named } from "../../../model/infra-model.js";
import { lineAtLeast } from "../lines.js";
import { checkpointFolder, isRoot } from "./checkpoint-folder.js";
import { at, type ConfigurationContext } from "./context.js";
import { booleanText, durationText, numberText } from "./option-text.js";
import { isStated } from "../../../model/is-stated.js";

const yearMs = 365 * 86_400_000;

/** Options of the checkpoint binding of the process; nothing without one. */
export function checkpoints(context: ConfigurationContext): void {
  const binding = context.process.checkpointBinding;
  if (binding === null) return;
  storage(context, binding);
  interval(context, binding);
  if (binding.checkpoint !== null) {
    timing(context, binding.checkpoint);
    guarantee(context, binding.checkpoint);
    alignment(context, binding.checkpoint);
  }
  retention(context, binding);
  telemetry(context, binding);
}

/** The spelling of the big rename of Flink 1.20. */
function renamed(context: ConfigurationContext, older: string, newer: string): string {
  return lineAtLeast(context.line, "1.20") ? newer : older;
}

function storage(context: ConfigurationContext, binding: Named<Checkpoint>): void {
  const { uri, origins, derived } = checkpointFolder(binding);
  context.set(
    renamed(context, "state.checkpoint-storage", "execution.checkpointing.storage"),
    "filesystem",
    origins,
  );
  context.set(
    renamed(context, "state.checkpoints.dir", "execution.checkpointing.dir"),
    uri,
    origins,
    derived ? `${context.path(binding)}: has no prefix, and Flink refuses the root` : undefined,
  );
  if (derived) derivedFolder(context, binding, uri);
  if ((binding.type === "hdfs" || binding.type === "filesystem") && isRoot(uri)) {
    context.refuse(
      binding,
      "path",
      "the root of a file system cannot hold checkpoints",
      "Name a folder below it.",
    );
  }
  if (binding.type !== "filesystem" || isLocal(context)) return;
  context.warn(
    binding,
    "path",
    "every job manager and task manager must see the same folder there, or checkpoints are lost",
    "Mount a shared volume at that path on every node, or use an object store.",
  );
}

function derivedFolder(
  context: ConfigurationContext,
  binding: Named<Checkpoint>,
  uri: string,
): void {
  const property = `${context.path(binding)}.prefix`;
  context.say(
    diagnose(
      "N901",
      context.span(binding),
      { property, derivation: `checkpoints go to ${uri}, as Flink refuses the root` },
      { help: "Set prefix to choose another folder." },
    ),
  );
}

/** Environments that people run on one machine; a Compose project shares a volume. */
function isLocal({ model, target }: ConfigurationContext): boolean {
  return (
    target === "compose" || model.environment === "development" || model.environment === "test"
  );
}

function interval(context: ConfigurationContext, binding: Named<Checkpoint>): void {
  const { checkpoint } = binding;
  const ms = checkpoint?.intervalMs ?? null;
  if (checkpoint === null || ms === null) {
    const property = `${context.path(binding)}.checkpoint.interval`;
    context.say(
      diagnose(
        "W903",
        context.span(binding),
        { process: context.process.name, property },
        {
          help: "Set an interval such as 60s: without one Flink takes no checkpoints and a failure loses the state.",
        },
      ),
    );
    return;
  }
  if (ms < 10) context.refuse(checkpoint, "intervalMs", "the interval must be at least 10 ms");
  else context.copy("execution.checkpointing.interval", checkpoint, "intervalMs", durationText);
}

function timing(context: ConfigurationContext, checkpoint: CheckpointCheckpoint): void {
  const { intervalMs, minPauseMs, timeoutMs, maxConcurrent } = checkpoint;
  context.copy("execution.checkpointing.min-pause", checkpoint, "minPauseMs", durationText);
  context.copy(
    "execution.checkpointing.max-concurrent-checkpoints",
    checkpoint,
    "maxConcurrent",
    numberText,
  );
  context.copy(
    "execution.checkpointing.tolerable-failed-checkpoints",
    checkpoint,
    "tolerableFailedCheckpoints",
    numberText,
  );
  if (timeoutMs !== null && timeoutMs < 10) {
    context.refuse(checkpoint, "timeoutMs", "the timeout must be at least 10 ms");
  } else {
    context.copy("execution.checkpointing.timeout", checkpoint, "timeoutMs", durationText);
  }
  if (minPauseMs === null || minPauseMs === 0) return;
  if (minPauseMs > yearMs)
    context.differs(checkpoint, "minPauseMs", "Flink waits for one year at most");
  if (maxConcurrent !== null && maxConcurrent > 1) {
    context.ignore(
      checkpoint,
      "maxConcurrent",
      "with a min_pause Flink takes one checkpoint at a time",
      at(checkpoint, "minPauseMs"),
    );
  }
  if (intervalMs !== null && intervalMs < minPauseMs) {
    context.differs(
      checkpoint,
      "intervalMs",
      "it is shorter than min_pause, so that Flink takes min_pause instead",
    );
  }
}

function guarantee(context: ConfigurationContext, checkpoint: CheckpointCheckpoint): void {
  context.copy("execution.checkpointing.mode", checkpoint, "mode", (mode) => mode.toUpperCase());
}

function alignment(context: ConfigurationContext, checkpoint: CheckpointCheckpoint): void {
  const { alignment: barriers } = checkpoint;
  if (barriers === null) return;
  if (barriers.type === "unaligned") {
    unaligned(context, checkpoint);
    context.copy(
      "execution.checkpointing.aligned-checkpoint-timeout",
      barriers,
      "timeoutMs",
      durationText,
    );
  } else if (barriers.timeoutMs !== null) {
    context.noEffect(
      barriers,
      "timeoutMs",
      "an aligned barrier has no timeout of its own",
      "Use checkpoint.timeout to give a checkpoint up, or alignment.type: unaligned to let barriers overtake records after this time.",
    );
  }
}

function unaligned(context: ConfigurationContext, checkpoint: CheckpointCheckpoint): void {
  const { alignment: barriers, maxConcurrent, mode } = checkpoint;
  if (barriers === null) return;
  if (maxConcurrent !== null && maxConcurrent > 1) {
    context.contradict(
      at(checkpoint, "maxConcurrent"),
      at(barriers, "type"),
      "Flink refuses jobs with several unaligned checkpoints at once",
      "Set max_concurrent to 1, or align the barriers.",
    );
  }
  if (mode === "at_least_once") {
    context.ignore(
      barriers,
      "type",
      "Flink aligns no barriers under at_least_once at all",
      at(checkpoint, "mode"),
    );
  }
  context.set("execution.checkpointing.unaligned.enabled", "true", [at(barriers, "type")]);
}

function retention(context: ConfigurationContext, binding: Named<Checkpoint>): void {
  const kept = binding.retention;
  if (kept === null) return;
  context.copy(
    renamed(context, "state.checkpoints.num-retained", "execution.checkpointing.num-retained"),
    kept,
    "maxCheckpoints",
    numberText,
  );
  const { cleanupOnCancel, externalized } = kept;
  const key = "execution.checkpointing.externalized-checkpoint-retention";
  // Both are one switch of Flink; the model says that externalized wins. To keep what was to be
  // deleted loses nothing, to delete what was to stay does.
  if (externalized === "delete" && cleanupOnCancel === "retain") {
    context.contradict(
      at(kept, "externalized"),
      at(kept, "cleanupOnCancel"),
      "both are one switch of Flink, and one of them keeps the checkpoints",
      "Keep the one that is meant.",
    );
    return;
  }
  const winner = externalized === null ? "cleanupOnCancel" : "externalized";
  context.copy(key, kept, winner, (value) =>
    value === "delete" ? "DELETE_ON_CANCELLATION" : "RETAIN_ON_CANCELLATION",
  );
}

function telemetry(context: ConfigurationContext, binding: Named<Checkpoint>): void {
  const { monitoring, checkpoint } = binding;
  context.copy("web.checkpoints.history", monitoring?.history, "numCheckpoints", numberText);
  if (isStated(monitoring?.history?.includeTaskCheckpoints)) {
    context.noEffect(
      monitoring.history,
      "includeTaskCheckpoints",
      "Flink always remembers the detail of each task",
    );
  }
  if (monitoring?.metrics?.enabled === false) {
    context.noEffect(monitoring.metrics, "enabled", "Flink always publishes checkpoint metrics");
  }
  if (isStated(monitoring?.metrics?.histogramSampleCount)) {
    context.noEffect(
      monitoring.metrics,
      "histogramSampleCount",
      "Flink has no histogram of checkpoints",
    );
  }
  const alerts = monitoring?.alerts ?? null;
  const timeoutMs = checkpoint?.timeoutMs ?? 600_000;
  for (const key of ["checkpointDurationWarningMs", "checkpointDurationCriticalMs"] as const) {
    const limit = alerts?.[key];
    if (alerts === null || !isStated(limit) || limit <= timeoutMs) continue;
    context.noEffect(
      alerts,
      key,
      `a checkpoint is given up after ${durationText(timeoutMs)}, before it can be that slow`,
    );
  }
}

/** Whether only the changes are uploaded: stated by the checkpoint or by the state backend. */
export function incremental(context: ConfigurationContext): void {
  const { checkpointBinding, stateBackendBinding } = context.process;
  const checkpoint = checkpointBinding?.checkpoint ?? null;
  const backend = stateBackendBinding?.type === "rocksdb" ? stateBackendBinding : null;
  const key = renamed(context, "state.backend.incremental", "execution.checkpointing.incremental");
  if (checkpoint === null || checkpoint.incremental === null) {
    context.copy(key, backend, "incremental", booleanText);
    return;
  }
  if (checkpoint.incremental && stateBackendBinding?.type === "hashmap") {
    context.noEffect(
      checkpoint,
      "incremental",
      "the hashmap state backend always saves the whole state",
    );
    return;
  }
  context.copy(key, checkpoint, "incremental", booleanText);
}
