// The Flink configuration file of each process, for clusters that are run without the Kubernetes
// operator, and a README that says where it goes. What stands in it is decided in src/targets/flink.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import {
  collectDiagnostics,
  type Generator,
  type Plan,
  type PlannedFile,
  type PlanRequest,
} from "../../src/generator/contract.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import { configurationFile } from "../../src/generator/flink-configuration-file.js";
import {
  effectiveConfiguration,
  fileTarget,
} from "../../src/targets/flink/configuration/effective-configuration.js";
import { flinkLineFacts, type FlinkLineFacts } from "../../src/targets/flink/lines.js";
import { targetLine } from "../../src/targets/flink/target-line.js";

import { readme } from "./readme.js";

export const flinkConf: Generator = {
  id: "flink-conf",
  summary: "Flink configuration files, one per process",
  deploymentTypes: null,
  flavors: [],
  plan,
};

function plan(request: PlanRequest): Plan {
  const { model, origins, options } = request;
  const { diagnostics, report } = collectDiagnostics();
  const line = targetLine({ model, origins, flinkVersion: options.flinkVersion }, report);
  if (line === null) return { files: [], diagnostics };
  if (model.processes.length === 0) {
    const help = "Add the process below resources, by its name.";
    report(diagnose("W909", null, {}, { help }));
    return { files: [], diagnostics };
  }
  const facts = flinkLineFacts(line);
  const findings = new DistinctFindings(diagnostics);
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
