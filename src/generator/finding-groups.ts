// Findings as an emitted README lists them: what differs only in a name or a number is one row. With a
// thousand processes the same thing is found a thousand times. Holds no text of a document.
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { absent } from "../encode/leaf.js";
import type { PlanRequest, View } from "./contract.js";

/** Findings of one kind, with one answer. */
interface FindingGroup {
  readonly first: Diagnostic;
  readonly reason: string | null;
  /** Messages beside the first's. */
  readonly others: string[];
}

/** How many names stand for a whole group. */
const mostNamed = 5;

/**
 * Rows of `{code, severity, message, help, hasOthers, otherCount, others}`, sorted by code and message,
 * without errors and repetitions. `help` is `accepted: <reason>` for an accepted warning, and absent
 * where there is nothing to do; `others` are up to five `{name, follows}`, what the other messages name.
 */
export function findingViews(
  findings: readonly Diagnostic[],
  acceptedReason: PlanRequest["acceptedReason"],
): readonly View[] {
  const groups = new Map<string, FindingGroup>();
  const seen = new Set<string>();
  for (const diagnostic of findings.toSorted(byCodeAndMessage)) {
    const { code, severity, message, help } = diagnostic;
    const reason = acceptedReason(diagnostic);
    const answer = reason ?? shapeOf((help ?? "").replace(dottedPath, ""));
    const shape = `${code} ${answer} ${shapeOf(message)}`;
    if (severity === "error" || seen.has(`${shape} ${message}`)) continue;
    seen.add(`${shape} ${message}`);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, { first: diagnostic, reason, others: [] });
    else group.others.push(message);
  }
  return [...groups.values()].map(viewOf);
}

function byCodeAndMessage(one: Diagnostic, other: Diagnostic): number {
  if (one.code !== other.code) return one.code < other.code ? -1 : 1;
  if (one.message === other.message) return 0;
  return one.message < other.message ? -1 : 1;
}

const dottedPath = /[\w-]+(?:\.[\w-]+)+/gu;
const quoted = /"([^"]*)"/gu;

/** The message without what it names and counts. */
function shapeOf(message: string): string {
  return message.replace(quoted, '""').replace(/\d+(?:\.\d+)?/gu, "0");
}

function viewOf({ first, reason, others }: FindingGroup): View {
  const names = new Set(others.map((message) => nameIn(message, first.message)));
  const shown = [...names].filter((name) => name !== null).slice(0, mostNamed);
  return {
    code: first.code,
    severity: first.severity,
    message: first.message,
    help: reason === null ? (first.help ?? absent) : `accepted: ${reason}`,
    hasHelp: reason !== null || first.help !== null,
    hasOthers: others.length > 0,
    otherCount: others.length,
    namesOthers: shown.length > 0,
    others: shown.map((name, index) => ({ name, follows: index > 0 })),
  };
}

/** The first thing that `message` names and `other` does not; null where only numbers differ. */
function nameIn(message: string, other: string): string | null {
  const theirs = Array.from(other.matchAll(quoted), ([, name]) => name);
  const ours = Array.from(message.matchAll(quoted), ([, name = ""]) => name);
  return ours.find((name, index) => name !== theirs[index]) ?? null;
}

/** `{first, rest: [{name}], hasMore, more}`: at most five of `names`, for one code span each. */
export function namedFew(names: readonly string[]): View {
  const [first = "", ...rest] = names.slice(0, mostNamed);
  const more = Math.max(0, names.length - mostNamed);
  return { first, rest: rest.map((name) => ({ name })), hasMore: more > 0, more };
}
