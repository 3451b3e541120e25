// Alerts about checkpoints against how often the processes take them: a window in which there are too
// few, or a threshold that every checkpoint, or none, can pass.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Process } from "../../src/model/infra-model.js";
import { writtenDuration } from "../../src/model/units.js";
import type { Context } from "./context.js";
import { partSpan } from "./condition-place.js";
import type { Draft } from "./drafts.js";
import type { Comparison } from "./rules.js";
import type { Part } from "../../src/targets/prometheus/condition.js";

/** Flink's `execution.checkpointing.timeout` where nothing is stated. */
const checkpointTimeoutMs = 600_000;

interface Rhythm {
  readonly process: Process;
  readonly checkpoint: object;
  /** Milliseconds from one start to the next, at least. */
  readonly spacing: number;
  readonly timeout: number;
}

/** W779 where the rhythm of each watched process makes the comparison hold never or always. */
export function checkWindows(
  context: Context,
  draft: Draft,
  { comparison, text, value }: { comparison: Comparison; text: string; value: Part },
): void {
  const rhythms = draft.processes.map(rhythmOf);
  const problems = rhythms.map((rhythm) =>
    rhythm === null ? null : problemOf(comparison, rhythm),
  );
  const [problem] = problems;
  const [rhythm] = rhythms;
  // One process for which it makes sense is reason enough for the alert.
  if (problems.includes(null) || problem === undefined || problem === null) return;
  const span = partSpan(context, draft.origin, text, value);
  const other = context.origins.span(rhythm?.checkpoint ?? draft.origin.object, problem.key);
  context.report(
    diagnose(
      "W779",
      span,
      { alert: draft.name, effect: problem.effect, arithmetic: problem.arithmetic },
      {
        related: other === null ? [] : [{ span: other, message: "the checkpoints are set here" }],
        help: problem.help,
      },
    ),
  );
}

function rhythmOf(process: Process): Rhythm | null {
  const checkpoint = process.checkpointBinding?.checkpoint ?? null;
  if (checkpoint === null || checkpoint.intervalMs === null) return null;
  return {
    process,
    checkpoint,
    spacing: Math.max(checkpoint.intervalMs, checkpoint.minPauseMs ?? 0),
    timeout: checkpoint.timeoutMs ?? checkpointTimeoutMs,
  };
}

interface Problem {
  readonly effect: "can never fire" | "fires all the time";
  readonly arithmetic: string;
  readonly help: string;
  readonly key: "intervalMs" | "timeoutMs";
}

function problemOf(comparison: Comparison, rhythm: Rhythm): Problem | null {
  const { metric, other, operator, threshold, windowMs } = comparison;
  if (other !== null) return null;
  const above = operator === ">" || operator === ">=";
  if (metric.name === "checkpoint_duration") {
    if (!above || threshold < rhythm.timeout) return null;
    return {
      effect: "can never fire",
      arithmetic: `a checkpoint of "${rhythm.process.name}" is given up after ${writtenDuration(rhythm.timeout)}`,
      help: "Lower the threshold below the timeout of the checkpoints.",
      key: "timeoutMs",
    };
  }
  if (metric.name === "checkpoint_age") {
    if (!above || threshold >= rhythm.spacing) return null;
    return { ...always(rhythm), help: "Raise the threshold to several intervals." };
  }
  if (windowMs === null) return null;
  return inWindow(comparison, windowMs, rhythm);
}

function always({ process, spacing }: Rhythm): Omit<Problem, "help"> {
  return {
    effect: "fires all the time",
    arithmetic: `"${process.name}" takes a checkpoint every ${writtenDuration(spacing)}`,
    key: "intervalMs",
  };
}

/** A checkpoint more than fit, for a window may begin with one. */
function inWindow(
  { metric, operator, threshold }: Comparison,
  windowMs: number,
  rhythm: Rhythm,
): Problem | null {
  const most = Math.floor(windowMs / rhythm.spacing) + 1;
  const counts = metric.name === "checkpoint_failures" || metric.name === "checkpoints_completed";
  if (
    counts &&
    ((operator === ">" && threshold >= most) || (operator === ">=" && threshold > most))
  )
    return {
      effect: "can never fire",
      arithmetic: `"${rhythm.process.name}" takes ${String(most)} checkpoints at most in ${writtenDuration(windowMs)}, one every ${writtenDuration(rhythm.spacing)}`,
      help: "Widen the window, or lower the threshold.",
      key: "intervalMs",
    };
  const lacks = metric.name === "checkpoints_completed" && operator === "<";
  if (!lacks || threshold > 1 || windowMs >= rhythm.spacing) return null;
  return { ...always(rhythm), help: "Widen the window to several intervals." };
}
