// The file of the alert rules: for a Prometheus that reads files, or as an object of its operator.
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { derived, derivedFrom } from "../../src/generator/view.js";
import { prometheusDuration } from "../../src/targets/prometheus/units.js";
import { annotationsOf, labelsOf } from "./alert-text.js";
import type { Context } from "./context.js";
import { objectLabels, objectName } from "./objects.js";
import type { Rule } from "./rules.js";

/** The name of the file that `promtool` reads; the tests name it. */
export const rulesFileName = "rules.yaml";

/** `rules.yaml`; with the operator `prometheus-rule.yaml` as well, whose rules promtool cannot read. */
export function rulesFiles(context: Context, rules: readonly Rule[]): readonly PlannedFile[] {
  const view = rulesView(context, rules);
  const file = (path: string, template: string, more: View): PlannedFile => ({
    path,
    language: "yaml",
    process: null,
    body: {
      kind: "template",
      template: `prometheus-rules/${template}.yaml`,
      view: { ...view, ...more },
    },
  });
  if (context.flavor === "plain") return [file(rulesFileName, "rules", {})];
  return [
    file("prometheus-rule.yaml", "prometheus-rule", {
      name: objectName(context, "flink-alerts"),
      namespace: context.namespace,
      objectLabels: derived(objectLabels(context)),
    }),
    // Beside the tests, for promtool only: no cluster reads it.
    file(`tests/${rulesFileName}`, "rules", {}),
  ];
}

function rulesView(context: Context, rules: readonly Rule[]): View {
  return {
    environment: context.model.environment,
    line: context.line,
    groups: groupsOf(rules).map(([group, members]) => ({
      name: `nexgen-${context.model.environment}-${group}`,
      rules: members.map((rule) => ruleView(context, rule)),
    })),
  };
}

/** Rules by the group of their drafts, in order. */
function groupsOf(rules: readonly Rule[]): readonly (readonly [string, readonly Rule[]])[] {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const members = groups.get(rule.draft.group);
    if (members === undefined) groups.set(rule.draft.group, [rule]);
    else members.push(rule);
  }
  return [...groups];
}

function ruleView(context: Context, rule: Rule): View {
  const { draft } = rule;
  const annotations = annotationsOf(context, rule).inFile;
  const path = context.origins.of(draft.origin.object, draft.origin.key)?.path ?? draft.origin.key;
  return {
    from: `${path}: ${rule.condition}`,
    alert: draft.name,
    expr: derivedFrom(rule.expression, [draft.origin]),
    hold: rule.holdMs === 0 ? absent : prometheusDuration(rule.holdMs),
    labels: derived(labelsOf(context, rule).inFile),
    summary: annotations["summary"] ?? absent,
    description: annotations["description"] ?? absent,
  };
}
