// Where savepoints go, and what a job that starts from one may leave behind.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { lineAtLeast } from "../lines.js";
import { isRoot, withoutSlash } from "./checkpoint-folder.js";
import { at, type ConfigurationContext } from "./context.js";
import { isStated } from "../../../model/is-stated.js";

/** Options of savepoints and of the restore. */
export function savepoints(context: ConfigurationContext): void {
  directory(context);
  restorePath(context);
  unclaimedState(context);
  if (context.process.checkpointBinding?.recovery?.state?.skipCorrupted === true) {
    context.noEffect(
      context.process.checkpointBinding.recovery.state,
      "skipCorrupted",
      "Flink fails when the newest checkpoint cannot be read",
      "Keep several checkpoints (retention.max_checkpoints) and restore an older one by hand.",
    );
  }
}

function directory(context: ConfigurationContext): void {
  // The job's own folder wins, the deployment's is the default for all jobs.
  const own = context.process.checkpointBinding?.savepoint ?? null;
  const shared = context.model.deployment?.savepoint ?? null;
  const key = lineAtLeast(context.line, "1.20")
    ? "execution.checkpointing.savepoint-dir"
    : "state.savepoints.dir";
  const stated = isStated(own?.directory) ? own : shared;
  context.copy(key, stated, "directory", withoutSlash);
  if (!isStated(stated?.directory) || !isRoot(stated.directory)) return;
  context.refuse(
    stated,
    "directory",
    "the root of a store cannot hold savepoints",
    "Name a folder below it, such as savepoints/.",
  );
}

function restorePath(context: ConfigurationContext): void {
  const own = context.process.checkpointBinding?.recovery?.fromSavepoint ?? null;
  const shared = context.model.deployment?.savepoint?.restore ?? null;
  const stated = isStated(own?.path) ? own : shared;
  // The operator has a field for it and uses it once.
  if (!isStated(stated?.path) || context.target === "operator") return;
  context.say(
    diagnose(
      "N904",
      context.span(stated, "path"),
      {
        property: context.path(stated, "path"),
        reason: "in a file it would apply to every later start, too",
      },
      { help: "Pass it once, when the job is started: --fromSavepoint <path>." },
    ),
  );
}

interface Statement {
  readonly value: boolean;
  readonly origin: ValueOrigin;
}

function unclaimedState(context: ConfigurationContext): void {
  const recovery = context.process.checkpointBinding?.recovery ?? null;
  const restore = context.model.deployment?.savepoint?.restore ?? null;
  const own = statement(recovery?.fromSavepoint);
  const shared = statement(restore);
  const general = statement(recovery?.state);
  const chosen = own ?? shared ?? general;
  if (chosen === null) return;
  if (general !== null && general.value !== chosen.value && isStated(recovery?.state)) {
    context.ignore(
      recovery.state,
      "allowNonRestored",
      "the restore says otherwise and wins",
      chosen.origin,
    );
  }
  if (context.target === "operator") return;
  const key = lineAtLeast(context.line, "1.20")
    ? "execution.state-recovery.ignore-unclaimed-state"
    : "execution.savepoint.ignore-unclaimed-state";
  context.set(key, String(chosen.value), [chosen.origin]);
}

function statement(
  owner: { readonly allowNonRestored: boolean | null } | null | undefined,
): Statement | null {
  if (!isStated(owner) || owner.allowNonRestored === null) return null;
  return { value: owner.allowNonRestored, origin: at(owner, "allowNonRestored") };
}
