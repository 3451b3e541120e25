// From a chain of documents to one resolved tree per region: head, merge, groups, regions,
// variables (architecture decision 3). Decides nothing about targets.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { nodeSpan, type Entry, type InfraNode, type MapNode } from "../document/node.js";
import { propertiesOf } from "../language/block-properties.js";
import type { Properties, PropertyType } from "../language/property.js";
import { headProperties } from "../language/table.js";
import type { SourceFile } from "../source/source-file.js";
import { mapBlocks, pathOfKeys, type BlockInstance, type SectionMaps } from "./blocks.js";
import type { Chain } from "./chain.js";
import type { FindVariable } from "./environment.js";
import { applyGroups } from "./groups.js";
import { withValue } from "./merge.js";
import { mergeSections, valueOrKeySpan } from "./merge-sections.js";
import { declaredRegions, regionView, type DeclaredRegion } from "./regions.js";
import { indexSecrets } from "./secret-index.js";
import type { SensitiveVariables } from "./scalar-site.js";
import { collectSensitive, substitution } from "./substitute.js";
import { UnsetVariables } from "./unset-variables.js";
import { visitSensitiveScalars, walkScalars, type VisitScalar } from "./walk-scalars.js";

/** The keys before the sections, merged along the chain. */
export interface Head {
  readonly version: string;
  readonly environment: string;
  readonly environmentEntry: Entry;
  readonly description: string | null;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** One region's complete view, or the whole file's where no region is declared. */
export interface ResolvedTree {
  readonly head: Head;
  readonly region: DeclaredRegion | null;
  readonly sections: SectionMaps;
  readonly instances: readonly BlockInstance[];
}

/** What resolution gives: the trees, and facts that hold for all of them. */
export interface Resolution {
  readonly trees: readonly ResolvedTree[];
  /** Files of the chain, base first. */
  readonly files: readonly SourceFile[];
  readonly regions: readonly DeclaredRegion[];
}

/** What the caller decides. */
export interface ResolveRequest {
  readonly find: FindVariable;
  /** A region's name or alias; null: every declared region. */
  readonly region: string | null;
}

/** A chain before its variables are replaced. */
export interface MergedChain {
  readonly head: Head;
  readonly merged: SectionMaps;
  readonly regions: readonly DeclaredRegion[];
  /** One for each region that was asked for; one of the whole file where none is declared. */
  readonly views: readonly View[];
  readonly sensitiveVariables: SensitiveVariables;
}

/** Lays the files upon each other; null when there is no environment to resolve for, or no such region. */
export function mergeChain(
  chain: Chain,
  region: string | null,
  report: Report,
): MergedChain | null {
  const head = resolveHead(chain, report);
  if (head === null) return null;
  const merged = mergeSections(chain, report);
  applyGroups(merged, report);
  const regions = declaredRegions(merged);
  const selected = selectRegions(regions, region, report);
  if (selected === null) return null;
  const views = selected.map((declared) => ({
    region: declared,
    sections: regionView(merged, regions, declared, report),
  }));
  // A variable that feeds a credential anywhere is one everywhere, in every region.
  const sensitiveVariables: SensitiveVariables = new Map();
  const collect = collectSensitive(sensitiveVariables);
  for (const sections of everyView(merged, regions, views)) {
    mapBlocks(sections, (instance) => {
      for (const properties of possibleProperties(instance)) {
        visitSensitiveScalars(instance.node, properties, pathOfKeys(instance), collect);
      }
      return instance.node;
    });
  }
  return { head, merged, regions, views, sensitiveVariables };
}

/** Resolves `chain`; null as `mergeChain`. */
export function resolveChain(
  chain: Chain,
  request: ResolveRequest,
  report: Report,
): Resolution | null {
  const prepared = mergeChain(chain, request.region, report);
  if (prepared === null) return null;
  const { head, merged, regions, views, sensitiveVariables } = prepared;
  const unset = new UnsetVariables();
  const substituteIn = (sections: SectionMaps, region: DeclaredRegion | null): VisitScalar =>
    substitution({
      find: request.find,
      sensitiveVariables,
      secrets: indexSecrets(sections.get("secrets")),
      region: region?.name ?? null,
      lenient: lenientEnvironments.includes(head.environment),
      unset,
      report,
    });
  const described = withDescription(head, substituteIn(merged, null), report);
  const trees = views.map(({ region, sections }): ResolvedTree => ({
    head: described,
    region,
    ...substituteSections(sections, substituteIn(sections, region)),
  }));
  unset.reportTo(report);
  return { trees, files: chain.documents.map(({ file }) => file), regions };
}

/** Where a literal credential is only a warning. */
const lenientEnvironments: readonly string[] = ["development", "test"];

/** The sections as one region has them. */
export interface View {
  readonly region: DeclaredRegion | null;
  readonly sections: SectionMaps;
}

/** The views of all regions, those that were not asked for included. */
function everyView(
  merged: SectionMaps,
  regions: readonly DeclaredRegion[],
  views: readonly View[],
): readonly SectionMaps[] {
  const others = regions.filter((region) => !views.some((view) => view.region === region));
  return [
    ...views.map(({ sections }) => sections),
    ...others.map((region) => regionView(merged, regions, region, () => {})),
  ];
}

/** The description is the only key of the head that takes variables. */
function withDescription(head: Head, substitute: VisitScalar, report: Report): Head {
  const entry = head.entries.get("description");
  if (entry === undefined) return head;
  const place = {
    type: descriptionType,
    sensitive: null,
    runtime: false,
    anyScalar: false,
    assigns: null,
    words: false,
    answersFlag: false,
  };
  const { value } = entry;
  const node = value.kind === "scalar" ? substitute(value, place, ["description"]) : value;
  if (node.kind === "poisoned") return head;
  if (node.kind === "scalar" && typeof node.value === "string") {
    const entries = new Map(head.entries).set("description", withValue(entry, node));
    return { ...head, description: node.value, entries };
  }
  report(
    diagnose(
      "E703",
      valueOrKeySpan(entry),
      { property: "description", problem: "it must be text" },
      { help: "Write one line of text, quoted where YAML reads a number." },
    ),
  );
  return head;
}

const descriptionType: PropertyType = { kind: "text" };

/** One pass: the substituted sections, and their blocks in order. */
function substituteSections(
  sections: SectionMaps,
  substitute: VisitScalar,
): Pick<ResolvedTree, "sections" | "instances"> {
  const instances: BlockInstance[] = [];
  const substituted = mapBlocks(sections, (instance) => {
    const node = substituteBlock(instance, substitute);
    instances.push(node === instance.node ? instance : { ...instance, node });
    return node;
  });
  return { sections: substituted, instances };
}

/**
 * A block of no known type gets no values: nothing says which of them are credentials. What would be
 * one under any type is treated as such, so that no later stage can show it.
 */
function substituteBlock(instance: BlockInstance, substitute: VisitScalar): MapNode {
  const { node } = instance;
  const path = pathOfKeys(instance);
  const possible = possibleProperties(instance);
  if (possible[0] === instance.properties) {
    return walkScalars(node, instance.properties, path, substitute);
  }
  const onlySensitive: VisitScalar = (scalar, place, at) =>
    place.sensitive === null ? scalar : substitute(scalar, place, at);
  return possible.reduce(
    (walked, properties) => walkScalars(walked, properties, path, onlySensitive),
    node,
  );
}

/** The properties of the block's type; of each type, where that is not known. */
export function possibleProperties({
  block,
  variant,
  properties,
}: BlockInstance): readonly Properties[] {
  if (block === null || block.discriminator === null) return [properties];
  if (variant !== null && Object.hasOwn(block.variants, variant)) return [properties];
  return Object.keys(block.variants).map((name) => propertiesOf(block, name));
}

function selectRegions(
  regions: readonly DeclaredRegion[],
  wanted: string | null,
  report: Report,
): readonly (DeclaredRegion | null)[] | null {
  if (wanted === null) return regions.length === 0 ? [null] : regions;
  const found = regions.find(({ name, alias }) => name === wanted || alias === wanted);
  if (found !== undefined) return [found];
  const known = regions.map(({ name, alias }) => `${name} (${alias})`).join(", ");
  report(
    diagnose(
      "E719",
      null,
      { region: wanted },
      {
        help:
          known === ""
            ? "The file declares no regions: leave --region out."
            : `Declared: ${known}.`,
      },
    ),
  );
  return null;
}

function resolveHead(chain: Chain, report: Report): Head | null {
  const entries = new Map<string, Entry>();
  for (const { root } of chain.documents) {
    for (const key of Object.keys(headProperties)) {
      const entry = root.entries.get(key);
      if (entry !== undefined) entries.set(key, { ...entry, replaced: entries.get(key) ?? null });
    }
  }
  const leaf = chain.documents.at(-1);
  if (leaf === undefined) throw new Error("a chain has at least one document");
  const version = requiredText("version", entries.get("version"), leaf.root, report);
  // The environment is the leaf's own: inheriting one would name the wrong output folder.
  const environment = requiredText(
    "environment",
    leaf.root.entries.get("environment"),
    leaf.root,
    report,
  );
  const environmentEntry = leaf.root.entries.get("environment");
  if (version === null || environment === null || environmentEntry === undefined) return null;
  return { version, environment, environmentEntry, description: null, entries };
}

function requiredText(
  key: "version" | "environment",
  entry: Entry | undefined,
  root: MapNode,
  report: Report,
): string | null {
  const form = key === "version" ? 'version: "1.0"' : `${key}: production`;
  if (entry === undefined) {
    report(
      diagnose(
        "E702",
        { file: root.file, start: root.start, end: root.start },
        { noun: "file", name: root.file.path, property: key },
        { help: `Add it as a first line: ${form}` },
      ),
    );
    return null;
  }
  const text = headText(key, entry.value, form, report);
  return text;
}

function headText(key: string, node: InfraNode, form: string, report: Report): string | null {
  const pattern = new RegExp(headPattern(key), "u");
  const text = node.kind === "scalar" && typeof node.value === "string" ? node.value : null;
  if (text?.includes("${") === true) {
    report(
      diagnose("E709", nodeSpan(node), { property: key }, { help: "Write the value itself." }),
    );
    return null;
  }
  if (text !== null && pattern.test(text)) return text;
  const problem =
    node.kind === "scalar" && typeof node.value === "number"
      ? "YAML reads it as a number"
      : "it is not of the expected form";
  const { file, start, end } = node;
  const written = file.text.slice(start, end);
  // `1.10` is the number 1.1: what was meant is what is written, in quotes.
  const quoted = key === "version" && pattern.test(written) ? `version: "${written}"` : form;
  const help = `Write ${quoted}`;
  report(diagnose("E703", nodeSpan(node), { property: key, problem }, { help }));
  return null;
}

function headPattern(key: string): string {
  const type = headProperties[key]?.type;
  return type?.kind === "text" && type.pattern !== undefined ? type.pattern : ".*";
}
