// Rules of monitoring.
import type { Alert } from "../bindings.js";
import type { RuleContext } from "./rule-context.js";
import type { RuleTable } from "./rule.js";

export const loggingRules: RuleTable = {
  requirements: [
    { at: "outputs.*", when: { type: ["elasticsearch", "loki"] }, needs: ["endpoint"] },
  ],
  ignored: [
    {
      at: "outputs.*",
      when: { type: ["stdout", "file", "loki"] },
      ignores: ["index_pattern"],
      because: "only elasticsearch has indices",
    },
  ],
};

/** Alertmanager and people tell alerts by name. */
export function checkAlerts(alerts: readonly Alert[], context: RuleContext): void {
  const byName = new Map<string, Alert>();
  for (const alert of alerts) {
    const first = byName.get(alert.name);
    if (first === undefined) byName.set(alert.name, alert);
    else {
      context.contradiction(
        { object: alert, key: "name" },
        { object: first, key: "name" },
        `two alerts are called "${alert.name}"`,
      );
    }
  }
}
