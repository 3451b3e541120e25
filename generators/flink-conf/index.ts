// The Flink configuration file of each process, for clusters that are run without the Kubernetes
// operator, and a README that says where it goes. What stands in it is decided in src/targets/flink.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import {
  type Generator,
  type Plan,
  type PlannedFile,
  type PlanRequest,
} from "../../src/generator/contract.js";
import { lineToPlan } from "../../src/generator/line-to-plan.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import { configurationFile } from "../../src/generator/flink-configuration-file.js";
import {
  effectiveConfiguration,
  fileTarget,
} from "../../src/targets/flink/configuration/effective-configuration.js";
import { flinkLineFacts, type FlinkLineFacts } from "../../src/targets/flink/lines.js";

import { readme } from "./readme.js";

export const flinkConf: Generator = {
  id: "flink-conf",
  summary: "Flink configuration files, one per process",
  deploymentTypes: null,
  flavors: [],
  plan,
};

function plan(request: PlanRequest): Plan {
  const { model } = request;
  const findings = new DistinctFindings();
  const line = lineToPlan(request, findings.add);
  if (line === null) return { files: [], diagnostics: findings.all };
  const facts = flinkLineFacts(line);
  const files = processFiles(request, facts, findings);
  const said = [...request.findings, ...findings.all];
  return {
    files: [
      ...files,
      readme({ model, facts, findings: said, acceptedReason: request.acceptedReason }),
    ],
    diagnostics: findings.all,
  };
}

function processFiles(
  { model, origins }: PlanRequest,
  facts: FlinkLineFacts,
  findings: { readonly add: (diagnostic: Diagnostic) => void },
): PlannedFile[] {
  return model.processes.map((process) => {
    const request = { model, origins, process, line: facts.line, target: fileTarget(model) };
    const configuration = effectiveConfiguration(request);
    configuration.diagnostics.forEach(findings.add);
    return configurationFile({
      model,
      process,
      facts,
      entries: configuration.entries,
      folder: process.name,
    });
  });
}
