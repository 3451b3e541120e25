// The README beside the files: which script for what, what must be set, and what was found.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { PlannedFile, PlanRequest } from "../../src/generator/contract.js";
import { findingViews } from "../../src/generator/finding-groups.js";
import { placeOf } from "./place.js";

/** One script, with what a person must know of it. */
export interface ScriptFile {
  readonly system: "kafka" | "kinesis" | "pulsar";
  /** The script, and what it needs beside it. */
  readonly files: readonly [PlannedFile, ...PlannedFile[]];
  /** The cluster, or region and account. */
  readonly target: string;
  readonly count: number;
  /** What it asks for where it runs. */
  readonly variables: readonly string[];
}

interface ReadmeRequest {
  readonly scripts: readonly ScriptFile[];
  /** Topics of Kafka are objects of Strimzi, not a script. */
  readonly hasObjects: boolean;
  readonly findings: readonly Diagnostic[];
}

/** `README.md` of the generator's folder. */
export function readme(
  { model, acceptedReason }: PlanRequest,
  { scripts, hasObjects, findings }: ReadmeRequest,
): PlannedFile {
  const told = findingViews(findings, acceptedReason);
  const has = (wanted: ScriptFile["system"]): boolean =>
    scripts.some(({ system }) => system === wanted);
  return {
    path: "README.md",
    language: "markdown",
    process: null,
    body: {
      kind: "template",
      template: "kafka-topics/README.md",
      view: {
        environment: placeOf(model),
        scripts: scripts.map(({ files: [{ path }], target, count, variables }) => ({
          path,
          target,
          count,
          hasVariables: variables.length > 0,
          variables: variables.map((name) => ({ name })),
        })),
        example: scripts[0]?.files[0].path ?? "",
        hasScripts: scripts.length > 0,
        hasObjects,
        hasKafka: has("kafka"),
        hasKinesis: has("kinesis"),
        hasPulsar: has("pulsar"),
        needsVariables: scripts.some(({ variables }) => variables.length > 0),
        hasFindings: told.length > 0,
        findings: told,
      },
    },
  };
}
