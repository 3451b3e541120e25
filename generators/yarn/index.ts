// Submit scripts for Hadoop YARN: one for each process, with its configuration folder, and one for
// the shared cluster of session mode. Plans files and findings; holds no text of any file.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Code } from "../../src/encode/leaf.js";
import type { Generator, Plan, PlannedFile, PlanRequest } from "../../src/generator/contract.js";
import { reportUnnamedJars } from "../../src/generator/job-jars.js";
import { lineToPlan } from "../../src/generator/line-to-plan.js";
import { wrongTarget } from "../../src/generator/wrong-target.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import { configurationFile } from "../../src/generator/flink-configuration-file.js";
import type { YarnDeployment } from "../../src/model/bindings.js";
import type { Process } from "../../src/model/infra-model.js";
import { flinkLineFacts } from "../../src/targets/flink/lines.js";
import { reportNul } from "../../src/targets/hosts/command-words.js";
import { reportNotActedOn } from "../../src/targets/hosts/not-acted-on.js";
import { deliveryTo } from "../../src/targets/runtime/delivery.js";
import { checkContainers, checkDeployment, checkVariables } from "./checks.js";
import { processFolder, type Context } from "./context.js";
import { jobOf, shipFiles, type Job } from "./job.js";
import { libraryFiles } from "./library.js";
import { readmeFile } from "./readme.js";
import { submitScript } from "./script.js";
import { jobEntries, sessionFiles } from "./session.js";
import { submissionOf, type Submission } from "./submission.js";

export const yarn: Generator = {
  id: "yarn",
  summary: "Submit scripts for Hadoop YARN, with a configuration folder for each process",
  deploymentTypes: ["yarn"],
  flavors: [],
  plan: planScripts,
};

function planScripts(request: PlanRequest): Plan {
  const { model } = request;
  const findings = new DistinctFindings();
  const { deployment } = model;
  if (deployment?.type !== "yarn") return { files: [], diagnostics: [wrongTarget(yarn, model)] };
  const line = lineToPlan(request, findings.add);
  if (line === null) return { files: [], diagnostics: findings.all };
  const context: Context = {
    request,
    model,
    origins: request.origins,
    deployment,
    facts: flinkLineFacts(line),
    mode: modeOf(deployment),
    report: findings.add,
  };
  const files = planFiles(context, () => [...request.findings, ...findings.all]);
  return { files, diagnostics: findings.all };
}

function modeOf({ mode }: YarnDeployment): Context["mode"] {
  return mode ?? "application";
}

function planFiles(context: Context, findings: () => readonly Diagnostic[]): PlannedFile[] {
  const { model } = context;
  checkDeployment(context);
  reportUnnamedJars(context);
  reportNotActedOn({ ...context, upgrades: true, verifies: true, boundsCores: true });
  const shipped = shipFiles(context);
  const planned = model.processes.map((process) => planProcess(context, process, shipped));
  const submissions = planned.map(({ submission }) => submission);
  const delivery = deliveryTo({ ...context, processes: model.processes });
  checkVariables(context, delivery);
  const files = planned.flatMap(({ files }) => files);
  if (context.mode === "session") {
    files.push(...sessionFiles(context, { submissions, shipFiles: shipped, delivery }));
  }
  const readme = readmeFile(context, {
    submissions,
    jobs: planned.map(({ job }) => job),
    delivery,
    findings: findings(),
  });
  return [readme, ...libraryFiles(context), ...files];
}

interface PlannedProcess {
  readonly submission: Submission;
  readonly job: Job;
  readonly files: readonly PlannedFile[];
}

function planProcess(context: Context, process: Process, shipped: readonly Code[]): PlannedProcess {
  const { model, facts } = context;
  const submission = submissionOf(context, process);
  checkContainers(context, submission);
  reportNul(context, process, [...submission.options, ...submission.entries]);
  const job = jobOf(context, process);
  const delivery = deliveryTo({ ...context, processes: [process] });
  const script = submitScript(context, { submission, job, shipFiles: shipped, delivery });
  const entries = context.mode === "session" ? jobEntries(submission) : submission.entries;
  const folder = `${processFolder(process)}/conf`;
  const file = configurationFile({ model, process, facts, entries, folder });
  return { submission, job, files: [script, file] };
}
