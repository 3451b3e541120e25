// Which checkpoint and state backend a process runs on, as long as no L1 file says so
// (architecture decision 11): its own choice, else `default`, else the only one, else none.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { nearestName } from "../language/nearest-name.js";
import type { Process as ProcessResources } from "./bindings.js";
import type { Named } from "./infra-model.js";
import type { Origins } from "./origins.js";

/** What is looked for, and where. */
export interface LinkRequest<Binding extends { readonly name: string }> {
  readonly process: Named<ProcessResources>;
  /** The property of the process that names the binding. */
  readonly property: "checkpoint" | "stateBackend";
  readonly section: "checkpoints" | "state_backends";
  readonly bindings: readonly Binding[];
}

/** The binding, or null; reports E751 for a name that is not bound and W751 for an open choice. */
export function linkedBinding<Binding extends { readonly name: string }>(
  request: LinkRequest<Binding>,
  origins: Origins,
  report: Report,
): Binding | null {
  const { process, property, section, bindings } = request;
  const names = bindings.map(({ name }) => name);
  const chosen = process[property];
  if (chosen !== null) {
    const found = bindings.find(({ name }) => name === chosen) ?? null;
    if (found === null) {
      const near = nearestName(chosen, names);
      report(
        diagnose(
          "E751",
          origins.span(process, property),
          { process: process.name, name: chosen, section },
          {
            help: near === null ? `Bound there: ${listed(names)}.` : `Did you mean "${near}"?`,
          },
        ),
      );
    }
    return found;
  }
  const fallback = bindings.find(({ name }) => name === "default") ?? null;
  if (fallback !== null || bindings.length === 0) return fallback;
  if (bindings.length === 1) return bindings[0] ?? null;
  const key = property === "checkpoint" ? "checkpoint" : "state_backend";
  report(
    diagnose(
      "W751",
      origins.span(process),
      { process: process.name, section, names: listed(names) },
      {
        help: `Add "${key}: <name>" to resources.${process.name}, or call one binding "default".`,
      },
    ),
  );
  return null;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}
