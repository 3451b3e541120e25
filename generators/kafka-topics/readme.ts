// The README beside the files: which script for what, what must be set, and what was found.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { PlanRequest, PlannedFile, View } from "../../src/generator/contract.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
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
  const has = (wanted: ScriptFile["system"]): boolean =>
    scripts.some(({ system }) => system === wanted);
  const view: View = {
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
  };
  return generatorReadme("kafka-topics", view, findings, acceptedReason);
}
