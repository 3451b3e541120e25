// The shared cluster of session mode: one script with its configuration, set up for the largest
// process. Options of the jobs stay with their own scripts.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Code } from "../../src/encode/leaf.js";
import type { PlannedFile } from "../../src/generator/contract.js";
import { configurationFile } from "../../src/generator/flink-configuration-file.js";
import { isClientOption, isClusterOption } from "../../src/targets/flink/session-options.js";
import type { Delivery } from "../../src/targets/runtime/delivery.js";
import { spanOf, type Context } from "./context.js";
import { runtimeView } from "./runtime-view.js";
import { hadoopView, optionWord } from "./script.js";
import type { Submission } from "./submission.js";

/** What the cluster is made from. */
export interface SessionRequest {
  readonly submissions: readonly Submission[];
  readonly shipFiles: readonly Code[];
  /** Of all processes together. */
  readonly delivery: Delivery;
}

/** `session-cluster/`: the script and the configuration of the cluster. Reports W951. */
export function sessionFiles(context: Context, request: SessionRequest): readonly PlannedFile[] {
  const { submissions } = request;
  const [largest] = submissions.toSorted(
    (one, other) => other.sizing.processBytes.value - one.sizing.processBytes.value,
  );
  if (largest === undefined) return [];
  reportDifferences(context, submissions, largest);
  const { model, facts } = context;
  const { process } = largest;
  const entries = largest.entries.filter(({ key }) => isClusterOption(key));
  const folder = "session-cluster/conf";
  const subject = "the session cluster";
  const file = configurationFile({ model, process, facts, entries, folder, subject });
  return [sessionScript(context, request, largest), file];
}

function sessionScript(
  { model, facts }: Context,
  { shipFiles, delivery }: SessionRequest,
  largest: Submission,
): PlannedFile {
  return {
    path: "session-cluster/session.sh",
    language: "shell",
    process: null,
    executable: true,
    body: {
      kind: "template",
      template: "yarn/session.sh",
      view: {
        environment: model.environment,
        flinkLine: facts.line,
        configurationFile: facts.configurationFile,
        applicationName: largest.applicationName,
        applicationTag: largest.applicationTag,
        ...hadoopView(largest),
        options: largest.options.map((entry) => ({ option: optionWord(entry) })),
        hasShipFiles: shipFiles.length > 0,
        shipFiles: shipFiles.map((file) => ({ file })),
        ...runtimeView(delivery),
      },
    },
  };
}

/** What a job of the shared cluster has of its own, and what its client needs. */
export function jobEntries({ entries }: Submission): Submission["entries"] {
  return entries.filter(({ key }) => !isClusterOption(key) || isClientOption(key));
}

/** W951 for cluster options that processes want differently: there is one cluster. */
function reportDifferences(
  context: Context,
  submissions: readonly Submission[],
  largest: Submission,
): void {
  const wanted = new Map(clusterOptions(largest));
  for (const submission of submissions) {
    const differing = clusterOptions(submission)
      .filter(([key, value]) => wanted.get(key) !== value)
      .map(([key]) => key);
    if (differing.length === 0) continue;
    const values = {
      process: submission.process.name,
      options: differing.join(", "),
      other: largest.process.name,
    };
    const help = "Give processes of different size clusters of their own (mode: application).";
    context.report(diagnose("W951", spanOf(context, submission.process), values, { help }));
  }
}

function clusterOptions({ options, entries }: Submission): (readonly [string, string])[] {
  return [...options, ...entries]
    .filter(({ key }) => isClusterOption(key))
    .map(({ key, value }) => [key, value] as const);
}
