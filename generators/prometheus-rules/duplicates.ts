// Alerts are told, routed and silenced by name: two rules of one name must watch different processes.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Context } from "./context.js";
import type { Draft } from "./drafts.js";

/** The drafts without those whose name another one has for the same process (E753). */
export function withoutDuplicates(context: Context, drafts: readonly Draft[]): readonly Draft[] {
  const owners = new Map<string, Draft>();
  return drafts.filter((draft) => {
    const names = draft.processes.map((process) => JSON.stringify([draft.name, process.name]));
    const first = names.map((name) => owners.get(name)).find((owner) => owner !== undefined);
    for (const name of names) owners.set(name, owners.get(name) ?? draft);
    if (first === undefined) return true;
    sayDuplicate(context, draft, first);
    return false;
  });
}

/**
 * Rules of one name must differ in a label, which one for several processes does not have: where two
 * drafts share a name, each becomes one per process.
 */
export function toldApart(drafts: readonly Draft[]): readonly Draft[] {
  const counts = new Map<string, number>();
  for (const { name } of drafts) counts.set(name, (counts.get(name) ?? 0) + 1);
  return drafts.flatMap((draft) =>
    (counts.get(draft.name) ?? 0) < 2
      ? [draft]
      : draft.processes.map((process) => ({ ...draft, processes: [process] })),
  );
}

function sayDuplicate({ origins, report }: Context, draft: Draft, first: Draft): void {
  const place = (which: Draft) => {
    const { object, key } = which.origin;
    const owner = key === "condition" ? "name" : key;
    return { span: origins.span(object, owner), path: origins.of(object, owner)?.path ?? owner };
  };
  const one = place(draft);
  const other = place(first);
  const related =
    other.span === null ? [] : [{ span: other.span, message: "the other alert is here" }];
  const problem = `two alerts of one process are called "${draft.name}"`;
  const values = { property: one.path, other: other.path, problem };
  report(diagnose("E753", one.span, values, { related, help: "Give one of them another name." }));
}
