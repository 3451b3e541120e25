// Rule files with something changed in every rule at once: thresholds a tenth higher or lower, or rules
// that fire without waiting. Whose test notices is read from promtool's report.

/** A changed file: `alerts` must each be reported, once per name. */
export interface ChangedRules {
  readonly what: string;
  readonly text: string;
  readonly alerts: readonly string[];
}

interface RuleLines {
  readonly alert: string;
  /** Among the rules of its name. */
  readonly occurrence: number;
  readonly expr: number;
  /** -1: it fires at once. */
  readonly hold: number;
}

/** Every change; rules that share a name are changed apart, so that one cannot hide the other. */
export function changedRules(
  text: string,
  nameOf: (line: string) => string,
): readonly ChangedRules[] {
  const lines = text.split("\n");
  const rules = ruleLines(lines, nameOf);
  const most = Math.max(0, ...rules.map(({ occurrence }) => occurrence));
  return Array.from({ length: most + 1 }, (_, occurrence) =>
    rules.filter((rule) => rule.occurrence === occurrence),
  )
    .flatMap((chosen) => [
      ...[0, 1].flatMap((which) => [
        changed("higher thresholds", lines, chosen, (line) => moved(line, which, 1)),
        changed("lower thresholds", lines, chosen, (line) => moved(line, which, -1)),
      ]),
      withoutWaiting(lines, chosen),
    ])
    .filter(({ alerts }) => alerts.length > 0);
}

function ruleLines(
  lines: readonly string[],
  nameOf: (line: string) => string,
): readonly RuleLines[] {
  const counts = new Map<string, number>();
  return lines.flatMap((line, index): readonly RuleLines[] => {
    if (!/^ +- alert: /u.test(line)) return [];
    const alert = nameOf(line.replace(/^ +- /u, ""));
    const occurrence = counts.get(alert) ?? 0;
    counts.set(alert, occurrence + 1);
    const hold = /^ +for: /u.test(lines[index + 2] ?? "") ? index + 2 : -1;
    return [{ alert, occurrence, expr: index + 1, hold }];
  });
}

function changed(
  what: string,
  lines: readonly string[],
  rules: readonly RuleLines[],
  change: (line: string) => string | null,
): ChangedRules {
  const copy = [...lines];
  const alerts: string[] = [];
  for (const { alert, expr } of rules) {
    const line = change(lines[expr] ?? "");
    if (line === null) continue;
    copy[expr] = line;
    alerts.push(alert);
  }
  return { what, text: copy.join("\n"), alerts };
}

function withoutWaiting(lines: readonly string[], rules: readonly RuleLines[]): ChangedRules {
  const waiting = rules.filter(({ hold }) => hold !== -1);
  const dropped = new Set(waiting.map(({ hold }) => hold));
  return {
    what: "no waiting",
    text: lines.filter((_, index) => !dropped.has(index)).join("\n"),
    alerts: waiting.map(({ alert }) => alert),
  };
}

// The comparison at the end of an expression, or before another one that is joined to it.
const comparison = /(?<=(?:>|<|>=|<=|==|!=) )(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)(?=["']?$| and )/gu;

/** `line` with its threshold number `which` a tenth further away; null: it has none. */
function moved(line: string, which: number, direction: 1 | -1): string | null {
  const match = [...line.matchAll(comparison)][which];
  if (match === undefined) return null;
  const value = Number(match[1]);
  const other = value + direction * (value === 0 ? 1 : Math.abs(value) / 10);
  return line.slice(0, match.index) + String(other) + line.slice(match.index + match[0].length);
}
