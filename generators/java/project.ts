// The files around the classes: the pom, the list of processes, the list of bindings.
import { absent, code } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import type { ProcessLinks } from "../../src/model/infra-model.js";
import { flinkLineFacts, flinkLineFromTag, lineAtLeast } from "../../src/targets/flink/lines.js";
import type { JavaContext } from "./context.js";
import { javaFile, qualifiedName, type JavaClass } from "./java-class.js";
import { constantName } from "./java-names.js";
import { distinctDependencies, type MavenDependency } from "./maven.js";

/** A method of more lines would exceed what a class file can hold. */
const mostListed = 1000;

/** What the pom needs besides the model. */
export interface ProjectFacts {
  readonly classes: readonly JavaClass[];
  readonly dependencies: readonly MavenDependency[];
}

/** Coordinates of the project: one artifact for each environment and region. */
export function coordinates({ model, basePackage }: JavaContext): {
  readonly groupId: string;
  readonly artifactId: string;
} {
  const parts = [
    "bindings",
    model.environment,
    ...(model.region === null ? [] : [model.region.regionName]),
  ];
  return {
    groupId: basePackage,
    artifactId: parts.map((part) => part.replaceAll(/[^\w.-]/gu, "_")).join("-"),
  };
}

/** The release that the image has, or the newest one of the line. */
export function flinkRelease({ model, line }: JavaContext): string {
  const tag = model.deployment?.type === "kubernetes" ? model.deployment.image?.tag : null;
  const found = typeof tag === "string" ? flinkLineFromTag(tag) : null;
  const release = found?.kind === "line" && found.line === line ? found.release : null;
  return release ?? flinkLineFacts(line).imageRelease;
}

/** Flink 2 needs Java 11 and recommends 17; below, 8 is out of use and 11 runs everywhere. */
export function javaRelease({ line }: JavaContext): number {
  return lineAtLeast(line, "2.0") ? 17 : 11;
}

export function pomFile(context: JavaContext, { dependencies }: ProjectFacts): PlannedFile {
  const all = distinctDependencies(dependencies);
  const view: View = {
    environment: context.model.environment,
    line: context.line,
    ...coordinates(context),
    flinkVersion: flinkRelease(context),
    javaRelease: javaRelease(context),
    usesConfluent: all.some(({ fromConfluent }) => fromConfluent === true),
    dependencies: all.map((each) => ({
      groupId: each.groupId,
      artifactId: each.artifactId,
      version: each.version,
      provided: each.scope === "provided",
      hasExclusions: each.exclusions !== undefined,
      exclusions: (each.exclusions ?? []).map((name) => {
        const [groupId = "", artifactId = ""] = name.split(":");
        return { groupId, artifactId };
      }),
    })),
  };
  return {
    path: "pom.xml",
    language: "xml",
    process: null,
    body: { kind: "template", template: "java/pom.xml", view },
  };
}

export function processesFile({ model, basePackage }: JavaContext): PlannedFile {
  return javaFile({
    packageName: basePackage,
    name: "Processes",
    template: "processes",
    imports: [],
    view: {
      environment: model.environment,
      processes: model.processes.map(({ name, links }) => ({
        name,
        constant: code(constantName(name)),
        isKnown: links !== null,
        uses: links === null ? [] : usesOf(links),
      })),
    },
    lists: null,
  });
}

/** What a process uses, each kind on a line, names sorted. */
function usesOf({ receives, emits, bindings }: ProcessLinks): readonly View[] {
  const lines: readonly (readonly [how: string, names: ReadonlySet<string>])[] = [
    ["receives from", receives],
    ["looks up", bindings.lookups],
    ["emits to", emits],
    ["sends dead letters to", bindings.dead_letters],
    ["announces writes on", bindings.completions],
  ];
  return lines
    .filter(([, names]) => names.size > 0)
    .map(([how, names]) => ({ how, bindings: [...names].toSorted().join(", ") }));
}

/** Names of the classes of each binding, in the order of the sections. */
function listed(classes: readonly JavaClass[]): ReadonlyMap<string, readonly JavaClass[]> {
  const byPath = new Map<string, JavaClass[]>();
  for (const each of classes) {
    if (each.lists === null) continue;
    const path = `${each.lists.section}.${each.lists.binding}`;
    const held = byPath.get(path);
    if (held === undefined) byPath.set(path, [each]);
    else held.push(each);
  }
  return byPath;
}

export function bindingsFile(context: JavaContext, { classes }: ProjectFacts): PlannedFile {
  const byPath = listed(classes);
  const hasMap = byPath.size <= mostListed;
  return javaFile({
    packageName: context.basePackage,
    name: "Bindings",
    template: "bindings",
    imports: hasMap
      ? ["java.util.Collections", "java.util.LinkedHashMap", "java.util.List", "java.util.Map"]
      : [],
    view: {
      environment: context.model.environment,
      bindings: [...byPath.values()].flat().map((each) => ({
        reference: code(qualifiedName(each)),
        summary: each.lists?.summary ?? absent,
      })),
      hasMap,
      groups: [...byPath].map(([path, members]) => ({
        path,
        classes: code(members.map((each) => `${qualifiedName(each)}.class`).join(", ")),
      })),
    },
    lists: null,
  });
}
