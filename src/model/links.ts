// Which checkpoint and state backend a process runs on, as long as no L1 file says so
// (architecture decision 11): its own choice, else `default`, else the only one, else none.
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { nearestName } from "../language/nearest-name.js";
import type { Process as ProcessResources } from "./bindings.js";
import type { Named } from "./infra-model.js";
import type { Origins } from "./origins.js";

/** Bindings that a process names by one of its properties. */
export interface Link<Binding> {
  /** The property, as the language spells it. */
  readonly property: "checkpoint" | "state_backend";
  readonly byName: ReadonlyMap<string, Binding>;
}

/** Indexes `bindings` once for all processes. */
export function linkTo<Binding extends { readonly name: string }>(
  property: Link<Binding>["property"],
  bindings: readonly Binding[],
): Link<Binding> {
  return { property, byName: new Map(bindings.map((binding) => [binding.name, binding])) };
}

/** The binding, or null; reports E751 for a name that is not bound and W751 for an open choice. */
export function linkedBinding<Binding extends { readonly name: string }>(
  process: Named<ProcessResources>,
  link: Link<Binding>,
  origins: Origins,
  report: Report,
): Binding | null {
  const { property, byName } = link;
  const chosen = property === "checkpoint" ? process.checkpoint : process.stateBackend;
  if (chosen !== null) {
    const found = byName.get(chosen) ?? null;
    if (found === null) report(unbound(process, chosen, link, origins));
    return found;
  }
  const fallback = byName.get("default") ?? null;
  if (fallback !== null || byName.size === 0) return fallback;
  const [only] = byName.values();
  if (byName.size === 1) return only ?? null;
  report(
    diagnose(
      "W751",
      origins.span(process),
      { process: process.name, section: sectionOf(link), names: listed(link) },
      {
        help: `Add "${property}: <name>" to resources.${process.name}, or call one binding "default".`,
      },
    ),
  );
  return null;
}

function unbound(
  process: Named<ProcessResources>,
  name: string,
  link: Link<unknown>,
  origins: Origins,
): Diagnostic {
  const near = nearestName(name, link.byName.keys());
  return diagnose(
    "E751",
    origins.span(process, link.property),
    { process: process.name, name, section: sectionOf(link) },
    { help: near === null ? `Bound there: ${listed(link)}.` : `Did you mean "${near}"?` },
  );
}

function sectionOf({ property }: Link<unknown>): string {
  return property === "checkpoint" ? "checkpoints" : "state_backends";
}

const mostNames = 10;

function listed({ byName }: Link<unknown>): string {
  const names = [...byName.keys()];
  if (names.length === 0) return "nothing";
  return names.slice(0, mostNames).join(", ") + (names.length > mostNames ? ", …" : "");
}
