// The alerts that every job should have, where the file asks for them (`monitoring.default_alerts`).
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { DefaultAlerts } from "../../src/model/bindings.js";
import type { Process } from "../../src/model/infra-model.js";
import { lineAtLeast } from "../../src/targets/flink/lines.js";
import type { Context } from "./context.js";
import type { Draft, Severity } from "./drafts.js";

const leastCheckpointAgeMs = 600_000;

export function defaultAlertDrafts(context: Context): readonly Draft[] {
  const { defaultAlerts: settings, processes } = context.model;
  if (settings === null || !settings.enabled || processes.length === 0) return [];
  const draft = drafting(settings);
  const { maxRestarts, maxCheckpointFailures, maxConsumerLag, maxBackpressureFraction } = settings;
  const checkpointing = processes.filter((process) => intervalOf(process) !== null);
  return [
    ...downDrafts(context, settings),
    ...draft(
      "JobRestarting",
      "critical",
      `restarts > ${String(maxRestarts)} in 15m`,
      processes,
      "maxRestarts",
    ),
    ...draft(
      "CheckpointsFailing",
      "warning",
      `checkpoint_failures > ${String(maxCheckpointFailures)} in 30m`,
      checkpointing,
      "maxCheckpointFailures",
    ),
    ...checkpointAgeDrafts(context, settings, checkpointing),
    ...draft(
      "ConsumerLagHigh",
      "warning",
      `consumer_lag > ${String(maxConsumerLag)} for 10m`,
      processes,
      "maxConsumerLag",
    ),
    ...draft(
      "BackpressureHigh",
      "warning",
      `backpressure > ${String(maxBackpressureFraction)} for 10m`,
      processes,
      "maxBackpressureFraction",
    ),
  ];
}

function drafting(settings: DefaultAlerts) {
  return (
    name: string,
    severity: Severity,
    text: string,
    processes: readonly Process[],
    key: keyof DefaultAlerts & string,
    guard?: string,
  ): readonly Draft[] => {
    if (processes.length === 0) return [];
    const kind = { kind: "condition", text, ...(guard === undefined ? {} : { guard }) } as const;
    return [{ ...common(settings, key), name, severity, kind, processes }];
  };
}

function common(settings: DefaultAlerts, key: string) {
  const { channels } = settings;
  return {
    group: "defaults",
    channels:
      channels === null ? null : { channels, origin: { object: settings, key: "channels" } },
    action: null,
    origin: { object: settings, key },
  } as const;
}

/** In a standby region no job runs until it takes over. */
function downDrafts(context: Context, settings: DefaultAlerts): readonly Draft[] {
  const { region, processes } = context.model;
  if (region?.role === "standby") {
    const reason = `no job runs in the standby region "${region.regionName}" until it takes over`;
    context.report(
      diagnose("N771", context.origins.span(settings, "downAfterMs"), { alert: "JobDown", reason }),
    );
    return [];
  }
  const kind = { kind: "down", afterMs: settings.downAfterMs } as const;
  return processes.map((process) => ({
    ...common(settings, "downAfterMs"),
    name: "JobDown",
    severity: "critical",
    kind,
    processes: [process],
  }));
}

function intervalOf({ checkpointBinding }: Process): number | null {
  return checkpointBinding?.checkpoint?.intervalMs ?? null;
}

/** One alert for each age: it follows the interval of the process. */
function checkpointAgeDrafts(
  context: Context,
  settings: DefaultAlerts,
  processes: readonly Process[],
): readonly Draft[] {
  const byAge = new Map<number, Process[]>();
  for (const process of processes) {
    const derived = Math.max(leastCheckpointAgeMs, 3 * (intervalOf(process) ?? 0));
    const age = settings.maxCheckpointAgeMs ?? derived;
    const sharing = byAge.get(age);
    if (sharing === undefined) byAge.set(age, [process]);
    else sharing.push(process);
  }
  return [...byAge].flatMap(([age, sharing]) => {
    // Below 2.0 nothing tells when a checkpoint was completed.
    const text = lineAtLeast(context.line, "2.0")
      ? `checkpoint_age > ${String(age)}ms`
      : `checkpoints_completed < 1 in ${String(age)}ms`;
    return drafting(settings)(
      "CheckpointTooOld",
      "critical",
      text,
      sharing,
      "maxCheckpointAgeMs",
      // A job that has just started had no time for one.
      `running_time > ${String(age)}ms`,
    );
  });
}
