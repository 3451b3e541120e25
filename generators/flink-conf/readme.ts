// The README beside the files: where they go, what must be set around them, and what was found.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, PlanRequest, View, ViewValue } from "../../src/generator/contract.js";
import { namedFew } from "../../src/generator/finding-groups.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { FlinkTarget } from "../../src/targets/flink/configuration/configuration.js";
import { fileTarget } from "../../src/targets/flink/configuration/effective-configuration.js";
import type { FlinkLineFacts } from "../../src/targets/flink/lines.js";
import { s3PluginJar } from "../../src/targets/flink/lines.js";

interface ReadmeRequest {
  readonly model: InfraModel;
  readonly facts: FlinkLineFacts;
  readonly findings: readonly Diagnostic[];
  readonly acceptedReason: PlanRequest["acceptedReason"];
}

/** `README.md` of the generator's folder. */
export function readme(request: ReadmeRequest): PlannedFile {
  const { model, facts, findings, acceptedReason } = request;
  const { runtime, processes } = model;
  const onS3 = processes.some(({ checkpointBinding }) => checkpointBinding?.type === "s3");
  const view: View = {
    environment: model.environment,
    line: facts.line,
    file: facts.configurationFile,
    files: processes.map(({ name }) => ({
      process: name,
      path: `${name}/${facts.configurationFile}`,
    })),
    target: targetFlags(fileTarget(model)),
    legacyBeside: facts.line === "1.19" || facts.line === "1.20",
    s3PluginJar: onS3 ? s3PluginJar(facts.line, null) : absent,
    hasS3: onS3,
    hasVariables: runtime.variables.length + runtime.secrets.length > 0,
    variables: runtime.variables.map(({ name, usedBy }) => ({
      name,
      usedBy: namedFew(usedBy),
    })),
    secrets: runtime.secrets.map(({ secret, key, usedBy }) => ({
      name: key === null ? secret : `${secret}/${key}`,
      usedBy: namedFew(usedBy),
    })),
  };
  return generatorReadme("flink-conf", view, findings, acceptedReason);
}

/** A template tells targets apart by booleans only. */
function targetFlags(target: FlinkTarget): ViewValue {
  return {
    isNative: target === "native",
    isKubernetes: target === "standalone-kubernetes",
    isYarn: target === "yarn",
    isCompose: target === "compose",
    isHost: target === "standalone" || target === "generic",
  };
}
