// Codes of alerts, Prometheus, Alertmanager and Grafana: x770 to x779; see index.ts for the ranges.
import { error, note, warning } from "../define.js";
import type { MessageTemplate } from "../define.js";

export const alertMessages = {
  E770: error`The condition of the alert "${"alert"}" cannot be read: ${"expected"} is expected, not ${"found"}.`,
  E771: error`Unknown metric "${"metric"}" in the condition of the alert "${"alert"}".`,
  E772: error`"${"value"}" cannot be the threshold of "${"metric"}": ${"problem"}.`,
  E773: error`Flink ${"line"} does not expose "${"metric"}": ${"problem"}.`,
  E774: error`"${"channel"}" is no channel: ${"problem"}.`,
  E775: error`The condition of the alert "${"alert"}" cannot become a rule: ${"problem"}.`,
  W770: warning`"${"metric"}" only grows: once it fires, the alert "${"alert"}" does not end before the job manager restarts.`,
  W771: warning`"${"action"}" is carried out by nobody: the alert "${"alert"}" only tells of it.`,
  W772: warning`No alert can fire: ${"problem"}.`,
  W773: warning`"${"metric"}" is no metric that is known: the rule of the alert "${"alert"}" asks for it as it is named.`,
  W774: warning`Nobody is told of ${"alerts"}: no channel is named.`,
  W775: warning`The window of the alert "${"alert"}" (${"window"}) is shorter than two scrapes at Prometheus' usual interval of 1 m: the alert would not fire.`,
  W776: warning`"${"metric"}" of the alert "${"alert"}" needs ${"needs"}.`,
  W777: warning`"${"metric"}" of the alert "${"alert"}" is an approximation: ${"difference"}.`,
  W778: warning`There is nothing to generate: ${"problem"}.`,
  W779: warning`The alert "${"alert"}" ${"effect"}: ${"arithmetic"}.`,
  N770: note`"${"value"}" has no unit: it is taken for ${"taken"}.`,
  N771: note`"${"alert"}" is not raised here: ${"reason"}.`,
} satisfies Record<string, MessageTemplate<string>>;
