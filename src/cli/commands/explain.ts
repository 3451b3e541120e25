// `nexgen explain <file> <path>`: where a value comes from, and what it overrode on the way.
import { pathAt } from "../../compile/accept-warnings.js";
import type { Analysis } from "../../compile/analyse.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/printable.js";
import type { Entry, InfraNode, ScalarNode } from "../../document/node.js";
import { nearestName } from "../../language/nearest-name.js";
import { findPlace, type PlaceInTree } from "../../resolve/find-place.js";
import { plainNode } from "../../resolve/resolved-document.js";
import type { ResolvedTree } from "../../resolve/resolve.js";
import type { Host } from "../../source/host.js";
import { positionAt, type Span } from "../../source/source-file.js";
import { exitCodeOf, exitCodes } from "../exit-codes.js";
import type { ReadingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { jsonOutput, printDiagnostics } from "./report.js";
import { analyseEntry } from "./analyse-entry.js";

/** One step of a value's history, the winner first. */
interface Step {
  readonly layer: "file" | "group" | "defaults" | "region" | "default" | "variable";
  readonly place: string | null;
  readonly path: string;
  readonly value: string | null;
  readonly note: string;
}

/** Prints the chain of the value at `path` (canonical or as written). */
export async function explain(
  entry: string,
  path: string,
  options: ReadingOptions,
  host: Host,
  terminal: Terminal,
): Promise<number> {
  const { analysis, diagnostics } = await analyseEntry(entry, options, host, terminal);
  const trees = analysis.resolution?.trees ?? [];
  // A value can be explained although something else in the file is wrong.
  if (trees.length === 0) {
    printDiagnostics(diagnostics, options, terminal);
    if (options.format === "json") terminal.out(jsonOutput(diagnostics, { explained: [] }));
    return exitCodeOf(diagnostics);
  }
  const explained = trees.map((tree) => ({
    region: tree.region?.name ?? null,
    ...explainIn(tree, analysis, path),
  }));
  const missing = explained.every(({ steps }) => steps.length === 0);
  if (options.format === "json") {
    terminal.out(jsonOutput(diagnostics, { explained }));
  } else if (missing) {
    terminal.err(notFound(path, explained[0], hasErrors(diagnostics)));
  } else {
    for (const { region, value, canonical, steps } of explained) {
      terminal.out(textOf(region, canonical, value, steps));
    }
  }
  return missing ? exitCodes.errors : exitCodes.success;
}

interface Explained {
  readonly canonical: string;
  readonly value: string | null;
  readonly steps: readonly Step[];
  /** A known name close to the one that leads nowhere. */
  readonly near: string | null;
  /** Where the path ends at a section: what stands in it. */
  readonly names: readonly string[];
}

function explainIn(tree: ResolvedTree, analysis: Analysis, path: string): Explained {
  const found = findPlace(tree, path);
  const nothing = { canonical: path, value: null, steps: [], near: null, names: [] };
  if (found.kind === "section") return { ...nothing, names: found.names };
  if (found.kind === "missing") {
    // A known name that is merely not set is no slip.
    const isKnown = found.known.includes(found.key);
    return { ...nothing, near: isKnown ? null : nearestName(found.key, found.known) };
  }
  const { place } = found;
  const steps = place.entry === null ? [defaultStep(place)] : history(place.entry, place, analysis);
  return {
    canonical: place.path.join("."),
    value:
      place.entry === null
        ? String(place.property?.default ?? "")
        : shown(place.entry.value, place),
    steps,
    near: null,
    names: [],
  };
}

function defaultStep(place: PlaceInTree): Step {
  return {
    layer: "default",
    place: null,
    path: place.path.join("."),
    value: String(place.property?.default ?? ""),
    note: `default of the property (${place.property?.source ?? ""})`,
  };
}

function history(entry: Entry, place: PlaceInTree, analysis: Analysis): readonly Step[] {
  const steps: Step[] = [];
  let current: Entry | null = entry;
  for (let depth = 0; current !== null; depth += 1) {
    const written = writtenPath(current, analysis);
    steps.push({
      layer: layerOf(written, place),
      place: placeName({ file: current.file, start: current.keyStart, end: current.keyEnd }),
      path: written.join("."),
      value: shown(current.value, place),
      note: depth === 0 ? "set here" : "overridden",
    });
    if (depth === 0) steps.push(...variableSteps(current.value));
    current = current.replaced;
  }
  return steps;
}

/** The path at which the file spells the entry: a group, the defaults or a synonym differ from ours. */
function writtenPath(entry: Entry, analysis: Analysis): readonly string[] {
  const document = analysis.chain?.documents.find(({ file }) => file === entry.file);
  const path = document === undefined ? [] : pathAt(document.root, entry.keyStart);
  return path.length === 0 ? [entry.key] : path;
}

function layerOf(written: readonly string[], place: PlaceInTree): Step["layer"] {
  if (written[1] === "_defaults") return "defaults";
  if (written[1] === "_groups") return "group";
  return place.regions.some((region) => written.includes(region)) ? "region" : "file";
}

function variableSteps(node: InfraNode): readonly Step[] {
  if (node.kind === "reference") {
    return [
      {
        layer: "variable",
        place: null,
        path: "",
        value: null,
        note: "known only where the job runs; never read or written here",
      },
    ];
  }
  if (node.kind !== "scalar" || node.substituted === null) return [];
  const sources = {
    option: "given by --env",
    environment: "from the environment",
    "env-file": "from the .env file",
    default: "not set: the default in the reference",
  };
  return node.substituted.variables.map(({ name, from, span }) => ({
    layer: "variable",
    place: span === null ? null : placeName(span),
    path: `\${${name}}`,
    value: null,
    note: sources[from],
  }));
}

function placeName({ file, start }: Span): string {
  const { line, column } = positionAt(file, start);
  return `${file.path}:${line}:${column}`;
}

/** A value on one line; credentials and what may hold them are never shown. */
function shown(node: InfraNode, place: PlaceInTree): string {
  switch (node.kind) {
    case "map":
      return `{ ${[...node.entries.keys()].map(printable).join(", ")} }`;
    case "list":
      return `[${node.items.map((item) => shown(item, place)).join(", ")}]`;
    case "scalar":
      if (place.sensitive) return hiddenUnlessReference(node);
  }
  return printable(String(plainNode(node)));
}

function hiddenUnlessReference(node: ScalarNode): string {
  const text = String(node.value);
  return /^(secret:\/\/[a-z0-9_/]+|\$\{[A-Z0-9_]+\})$/u.test(text) ? text : "(hidden)";
}

function textOf(
  region: string | null,
  canonical: string,
  value: string | null,
  steps: readonly Step[],
): string {
  const head = `${region === null ? "" : `[${region}] `}${canonical} = ${value ?? ""}\n`;
  const width = Math.max(...steps.map(({ place }) => (place ?? "").length));
  return (
    head +
    steps
      .map(({ place, path, value: stepValue, note, layer }) => {
        const label = layer === "file" || layer === "variable" ? "" : ` [${layer}]`;
        const assigned = stepValue === null || path === "" ? path : `${path}: ${stepValue}`;
        const parts = [(place ?? "").padEnd(width), assigned, `(${note})${label}`];
        return `  ${parts.filter((part) => part !== "").join("  ")}\n`;
      })
      .join("")
  );
}

function notFound(path: string, found: Explained | undefined, broken: boolean): string {
  const shownPath = printable(path);
  const names = (found?.names ?? []).map(printable);
  if (names.length > 0) {
    return `"${shownPath}" is a section: name what you mean in it, such as "${shownPath}.${names[0] ?? ""}" (it has ${names.join(", ")}).\n`;
  }
  const near = found?.near ?? null;
  const hint = near === null ? "" : ` Did you mean "${near}"?`;
  const note = broken ? " The file has errors: run nexgen validate." : "";
  return `Nothing is set at "${shownPath}", and no default applies.${hint}${note}\n`;
}
