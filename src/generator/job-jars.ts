// What the generators of submit scripts say of the jars of jobs. Must not know how a target fetches a
// jar: each generator does.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { PlanRequest } from "./contract.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { quotedNames } from "./quoted-names.js";

/** What makes `jar` no word for Flink's client, to follow "…: "; null where nothing does. */
export function jarNameProblem(jar: string): string | null {
  if (jar === "" || /\p{Cc}/u.test(jar)) return "its name is empty or holds a control character";
  return jar.startsWith("-") ? "Flink would take it for an option" : null;
}

/** Reports W763, once, for the processes whose jar nothing names. */
export function reportUnnamedJars({
  model,
  origins,
  report,
}: Pick<PlanRequest, "model" | "origins"> & { readonly report: Report }): void {
  const unnamed = model.processes.filter(({ jar }) => jar === null);
  const [first] = unnamed;
  if (first === undefined) return;
  const values = {
    processes: quotedNames(unnamed.map(({ name }) => name)),
    place: "<process>.jar in the folder of the script",
  };
  const help = `Set resources.${first.name}.jar, or call the script with --jar <file>.`;
  report(diagnose("W763", origins.span(first), values, { help }));
}
