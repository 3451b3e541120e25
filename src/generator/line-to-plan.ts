// Whether there is anything to plan for the processes of a file, and for which Flink.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { FlinkLine } from "../targets/flink/lines.js";
import { targetLine } from "../targets/flink/target-line.js";
import type { PlanRequest } from "./contract.js";

/** The Flink line; null when it is not supported or the file has no process, which is reported. */
export function lineToPlan(request: PlanRequest, report: Report): FlinkLine | null {
  const { model, origins, options } = request;
  const line = targetLine({ model, origins, flinkVersion: options.flinkVersion }, report);
  if (line === null || model.processes.length > 0) return line;
  const help = "Add the process below resources, by its name.";
  report(diagnose("W909", null, {}, { help }));
  return null;
}
