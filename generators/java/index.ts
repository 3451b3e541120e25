// A Maven project of classes that make sources, sinks and lookups as the file binds them. Plans files
// and findings; holds no Java.
import { type Generator, type Plan, type PlanRequest } from "../../src/generator/contract.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import { targetLine } from "../../src/targets/flink/target-line.js";
import { completionClasses } from "./completions.js";
import { javaContext, type JavaContext } from "./context.js";
import { deadLetterClasses } from "./dead-letters.js";
import { javaFile } from "./java-class.js";
import { lookupClasses } from "./lookups/index.js";
import type { MavenDependency } from "./maven.js";
import { javaNeeds } from "./needs.js";
import { bindingsFile, pomFile, processesFile, type ProjectFacts } from "./project.js";
import { readmeFile } from "./readme.js";
import { streamClasses } from "./streams.js";

export const java: Generator = {
  id: "java",
  summary: "Java classes that make each source, sink and lookup, as a Maven project",
  deploymentTypes: null,
  flavors: [],
  needs: javaNeeds,
  plan,
};

function plan(request: PlanRequest): Plan {
  const { model, origins, options } = request;
  // Source and sink of a binding find the same thing in what they share.
  const findings = new DistinctFindings();
  const line = targetLine({ model, origins, flinkVersion: options.flinkVersion }, findings.add);
  if (line === null) return { files: [], diagnostics: findings.all };
  const context = javaContext(request, line, findings.add);
  const facts = projectFacts(context);
  const files = [
    pomFile(context, facts),
    processesFile(context),
    bindingsFile(context, facts),
    ...facts.classes.map(javaFile),
  ];
  const readme = readmeFile(context, facts, [...request.findings, ...findings.all]);
  return { files: [...files, readme], diagnostics: findings.all };
}

function projectFacts(context: JavaContext): ProjectFacts {
  const streams = streamClasses(context);
  const deadLetters = deadLetterClasses(context);
  const completions = completionClasses(context);
  const lookups = lookupClasses(context);
  lookups.diagnostics.forEach(context.report);
  const parts = [streams, lookups, deadLetters, completions];
  return {
    classes: [...parts.flatMap(({ classes }) => classes), ...context.support.classes],
    dependencies: [
      ...engine(),
      ...parts.flatMap(({ dependencies }) => dependencies),
      ...context.support.dependencies,
    ],
  };
}

/** What every class is compiled against; connectors leave `flink-connector-base` to the job. */
function engine(): readonly MavenDependency[] {
  const flink = { groupId: "org.apache.flink", version: "${flink.version}" };
  return [
    { ...flink, artifactId: "flink-streaming-java", scope: "provided" },
    { ...flink, artifactId: "flink-connector-base", scope: "compile" },
  ];
}
