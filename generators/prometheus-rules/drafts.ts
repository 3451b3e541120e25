// Every alert that the file asks for, in one shape: those of monitoring, of processes, of checkpoints,
// and the default ones. What their conditions mean is decided in rules.ts.
import type { Text } from "../../src/model/bindings.js";
import type { Process } from "../../src/model/infra-model.js";
import type { ValueOrigin } from "../../src/model/value-origin.js";
import type { Context } from "./context.js";
import { defaultAlertDrafts } from "./default-alerts.js";

export type Severity = "info" | "warning" | "critical";

/** Who is told: channels with the property that names them. */
export interface ChannelList {
  readonly channels: readonly Text[];
  readonly origin: ValueOrigin;
}

/** An alert before its condition is understood. */
export interface Draft {
  readonly name: string;
  /** Part of the name of the group: where it comes from. */
  readonly group: "alerts" | "resources" | "checkpoints" | "defaults";
  readonly kind: DraftKind;
  readonly severity: Severity;
  /** Null: the channels of `notifications`. */
  readonly channels: ChannelList | null;
  /** The reaction that the file asks for beside telling; null: none. */
  readonly action: string | null;
  /** The processes that it watches; never empty. */
  readonly processes: readonly Process[];
  /** The property that states it. */
  readonly origin: ValueOrigin;
}

export type DraftKind =
  | { readonly kind: "condition"; readonly text: string; readonly guard?: string }
  /** No job manager runs the job. */
  | { readonly kind: "down"; readonly afterMs: number };

/** All drafts, in the order of their groups. */
export function draftsOf(context: Context): readonly Draft[] {
  return [
    ...monitoringDrafts(context),
    ...processDrafts(context),
    ...checkpointDrafts(context),
    ...defaultAlertDrafts(context),
  ];
}

function monitoringDrafts({ model }: Context): readonly Draft[] {
  if (model.processes.length === 0) return [];
  return model.alerts.map((alert) => ({
    name: alert.name,
    group: "alerts",
    kind: { kind: "condition", text: alert.condition },
    severity: alert.severity,
    channels:
      alert.channels === null
        ? null
        : { channels: alert.channels, origin: { object: alert, key: "channels" } },
    action: null,
    processes: model.processes,
    origin: { object: alert, key: "condition" },
  }));
}

/** What several processes inherit alike is one alert. */
function processDrafts({ model }: Context): readonly Draft[] {
  const drafts = new Map<string, Draft & { processes: Process[] }>();
  for (const process of model.processes) {
    for (const alert of process.monitoring?.alerts ?? []) {
      const key = JSON.stringify([alert.name, alert.condition, alert.action]);
      const held = drafts.get(key);
      if (held !== undefined) {
        held.processes.push(process);
        continue;
      }
      drafts.set(key, {
        name: alert.name,
        group: "resources",
        kind: { kind: "condition", text: alert.condition },
        severity: alert.action === "alert" ? "warning" : "info",
        channels: null,
        action: alert.action === "alert" ? null : alert.action,
        processes: [process],
        origin: { object: alert, key: "condition" },
      });
    }
  }
  return [...drafts.values()];
}

const checkpointAlerts = [
  ["checkpoint_duration_warning", "checkpointDurationWarningMs", "checkpoint_duration", "ms"],
  ["checkpoint_duration_critical", "checkpointDurationCriticalMs", "checkpoint_duration", "ms"],
  ["checkpoint_size_warning", "checkpointSizeWarningBytes", "checkpoint_size", "b"],
] as const;

function checkpointDrafts({ model }: Context): readonly Draft[] {
  return model.checkpoints.flatMap((checkpoint) => {
    const alerts = checkpoint.monitoring?.alerts ?? null;
    const processes = model.processes.filter(
      ({ checkpointBinding }) => checkpointBinding?.name === checkpoint.name,
    );
    if (alerts === null || processes.length === 0) return [];
    return checkpointAlerts.flatMap(([name, key, metric, unit]): readonly Draft[] => {
      const limit = alerts[key];
      if (limit === null) return [];
      return [
        {
          name,
          group: "checkpoints",
          kind: { kind: "condition", text: `${metric} > ${String(limit)}${unit}` },
          severity: name.endsWith("critical") ? "critical" : "warning",
          channels: null,
          action: null,
          processes,
          origin: { object: alerts, key },
        },
      ];
    });
  });
}
