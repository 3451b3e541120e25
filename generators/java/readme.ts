// The README of the project: how to build and use it, what must exist where the job runs, what was
// found. Text is in the template; here are the facts.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { namedFew } from "../../src/generator/finding-groups.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import { secretsFolder } from "../../src/targets/runtime/secret-files.js";
import type { JavaContext } from "./context.js";
import { coordinates, flinkRelease, javaRelease, type ProjectFacts } from "./project.js";
import type { BindingSection } from "./java-class.js";

const sections: readonly (readonly [section: BindingSection, title: string])[] = [
  ["streams", "Streams"],
  ["lookups", "Lookups"],
  ["dead_letters", "Dead letters"],
  ["completions", "Completions"],
];

/** Sections whose values classes of the job use. */
const ofTheJob = /^(?:streams|lookups|dead_letters|completions)\./u;

export function readmeFile(
  context: JavaContext,
  facts: ProjectFacts,
  findings: readonly Diagnostic[],
): PlannedFile {
  const { model, line, basePackage, request } = context;
  const variables = model.runtime.variables.filter(({ usedBy }) =>
    usedBy.some((path) => ofTheJob.test(path)),
  );
  const secrets = model.runtime.secrets.filter(({ usedBy }) =>
    usedBy.some((path) => ofTheJob.test(path)),
  );
  const view: View = {
    environment: model.environment,
    hasRegion: model.region !== null,
    region: model.region?.regionName ?? "",
    line,
    flinkVersion: flinkRelease(context),
    javaRelease: javaRelease(context),
    basePackage,
    ...coordinates(context),
    sections: sections
      .map(([section, title]) => ({ title, rows: sectionRows(facts, section) }))
      .filter(({ rows }) => rows.length > 0),
    hasVariables: variables.length + secrets.length > 0,
    variables: variables.map(({ name, usedBy }) => ({ name, usedBy: namedFew(usedBy) })),
    secrets: secrets.map(({ secret, key, usedBy }) => ({
      name: key === null ? secret : `${secret}/${key}`,
      usedBy: namedFew(usedBy),
    })),
    secretsFolder,
  };
  return generatorReadme("java", view, findings, request.acceptedReason);
}

function sectionRows({ classes }: ProjectFacts, wanted: BindingSection): readonly View[] {
  return classes.flatMap(({ name, packageName, lists }) =>
    lists?.section === wanted
      ? [{ name: `${packageName}.${name}`, summary: lists.summary, binding: lists.binding }]
      : [],
  );
}
