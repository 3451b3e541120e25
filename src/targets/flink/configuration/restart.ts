// When and how often a failed job is restarted: `checkpoints.<name>.recovery.restart`.
import type { CheckpointRecoveryRestart } from "../../../model/bindings.js";
import { at, type ConfigurationContext } from "./context.js";
import { durationText, numberText } from "./option-text.js";

type Restart = CheckpointRecoveryRestart;
type Detail = "initialDelayMs" | "maxDelayMs" | "backoffMultiplier" | "maxAttempts";

/** Options of the restart strategy; nothing where none is chosen. */
export function restart(context: ConfigurationContext): void {
  const settings = context.process.checkpointBinding?.recovery?.restart ?? null;
  if (settings === null) return;
  if (settings.strategy === null) {
    ignoreAll(
      context,
      settings,
      ["initialDelayMs", "maxDelayMs", "backoffMultiplier", "maxAttempts"],
      "no strategy is chosen",
    );
    return;
  }
  const origin = [at(settings, "strategy")];
  if (settings.maxAttempts === 0) {
    context.set(
      "restart-strategy.type",
      "none",
      [...origin, at(settings, "maxAttempts")],
      `${context.path(settings, "maxAttempts")}: 0 allows no restart`,
    );
    return;
  }
  // Flink knows the strategies by a hyphen only.
  context.set("restart-strategy.type", settings.strategy.replace("_", "-"), origin);
  if (settings.strategy === "exponential_delay") exponentialDelay(context, settings);
  else if (settings.strategy === "fixed_delay") fixedDelay(context, settings);
  else failureRate(context, settings);
}

function exponentialDelay(context: ConfigurationContext, settings: Restart): void {
  const { initialDelayMs, backoffMultiplier } = settings;
  const prefix = "restart-strategy.exponential-delay";
  if (initialDelayMs !== null && initialDelayMs < 1) {
    context.refuse(settings, "initialDelayMs", "the first wait must be at least 1 ms");
  }
  if (backoffMultiplier !== null && backoffMultiplier <= 1) {
    context.refuse(
      settings,
      "backoffMultiplier",
      "the wait must grow, by a factor above 1",
      "Use strategy: fixed_delay for a constant wait.",
    );
  }
  context.copy(`${prefix}.initial-backoff`, settings, "initialDelayMs", durationText);
  context.copy(`${prefix}.max-backoff`, settings, "maxDelayMs", durationText);
  context.copy(`${prefix}.backoff-multiplier`, settings, "backoffMultiplier", numberText);
  context.copy(`${prefix}.attempts-before-reset-backoff`, settings, "maxAttempts", numberText);
}

function fixedDelay(context: ConfigurationContext, settings: Restart): void {
  context.copy("restart-strategy.fixed-delay.delay", settings, "initialDelayMs", durationText);
  context.copy("restart-strategy.fixed-delay.attempts", settings, "maxAttempts", numberText);
  ignoreAll(context, settings, ["maxDelayMs", "backoffMultiplier"], "a fixed delay does not grow");
  if (settings.maxAttempts === null) {
    context.warn(
      settings,
      "strategy",
      "without max_attempts Flink restarts the job only once",
      "Set max_attempts.",
    );
  }
}

function failureRate(context: ConfigurationContext, settings: Restart): void {
  context.copy(
    "restart-strategy.failure-rate.max-failures-per-interval",
    settings,
    "maxAttempts",
    numberText,
  );
  context.copy(
    "restart-strategy.failure-rate.failure-rate-interval",
    settings,
    "maxDelayMs",
    durationText,
  );
  context.copy("restart-strategy.failure-rate.delay", settings, "initialDelayMs", durationText);
  ignoreAll(
    context,
    settings,
    ["backoffMultiplier"],
    "the failure rate strategy waits a constant time",
  );
  if (settings.maxAttempts === null || settings.maxDelayMs === null) {
    context.warn(
      settings,
      "strategy",
      "Flink allows one failure a minute unless max_attempts and max_delay say otherwise",
      "Set both.",
    );
  }
}

function ignoreAll(
  context: ConfigurationContext,
  settings: Restart,
  keys: readonly Detail[],
  reason: string,
): void {
  for (const key of keys) {
    if (settings[key] !== null) context.ignore(settings, key, reason);
  }
}
