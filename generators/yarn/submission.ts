// What one process asks of YARN, and what is left for its configuration file.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Process } from "../../src/model/infra-model.js";
import {
  effectiveConfiguration,
  fileTarget,
} from "../../src/targets/flink/configuration/effective-configuration.js";
import type { ConfigurationEntry } from "../../src/targets/flink/configuration/configuration.js";
import type { TaskManagerSizing } from "../../src/targets/flink/configuration/sizing.js";
import { checkTag } from "../../src/targets/yarn/names.js";
import { spanOf, type Context } from "./context.js";

/** One process as it is submitted. */
export interface Submission {
  readonly process: Process;
  /** Its YARN application; that of the shared cluster in session mode. */
  readonly applicationName: string;
  readonly applicationTag: string;
  /** `key=value` options of the command line, sorted by key. */
  readonly options: readonly ConfigurationEntry[];
  /** Everything else, for the file. */
  readonly entries: readonly ConfigurationEntry[];
  readonly sizing: TaskManagerSizing;
}

/** Options that belong to the request for containers: people look for them in the script. */
const requestKeys: ReadonlySet<string> = new Set([
  "jobmanager.memory.process.size",
  "slotmanager.number-of-slots.max",
  "slotmanager.number-of-slots.min",
  "taskmanager.memory.process.size",
  "taskmanager.numberOfTaskSlots",
]);

// The script finds the files, and names the target itself.
const inScript: ReadonlySet<string> = new Set(["execution.target", "yarn.ship-files"]);

// Notes that tell the user to do what the scripts do.
const done: ReadonlySet<string> = new Set(["N903", "N904"]);

/** The submission of `process`; reports what its configuration finds. */
export function submissionOf(context: Context, process: Process): Submission {
  const { model, origins, facts } = context;
  const { entries, sizing, diagnostics } = effectiveConfiguration({
    model,
    origins,
    process,
    line: facts.line,
    target: fileTarget(model),
  });
  for (const diagnostic of diagnostics) {
    if (!done.has(diagnostic.code)) context.report(diagnostic);
  }
  const applicationTag = identityTag(context, process);
  const written = entries.flatMap((entry) =>
    inScript.has(entry.key) ? [] : [named(context, entry)],
  );
  const options = written.filter(({ key }) => isRequest(key) && key !== "yarn.tags");
  return {
    process,
    applicationName: written.find(({ key }) => key === "yarn.application.name")?.value ?? "",
    applicationTag,
    options: [...options, tagsEntry(entries, applicationTag)].toSorted((one, other) =>
      one.key < other.key ? -1 : 1,
    ),
    entries: written.filter(({ key }) => !isRequest(key)),
    sizing,
  };
}

/** A shared cluster that nothing names is not called after one of its jobs. */
function named({ mode, model }: Context, entry: ConfigurationEntry): ConfigurationEntry {
  const isDerived = entry.key === "yarn.application.name" && entry.origins.length === 0;
  if (mode !== "session" || !isDerived) return entry;
  return { ...entry, value: `${model.environment}-session`, comment: null };
}

function isRequest(key: string): boolean {
  return key.startsWith("yarn.") || requestKeys.has(key);
}

/** The tag that no other application has; reported where YARN would refuse it. */
function identityTag(context: Context, process: Process): string {
  const { model, mode } = context;
  const region = model.region === null ? [] : [model.region.regionName];
  const last = mode === "session" ? [] : [process.name];
  const tag = ["nexgen", model.environment, ...region, ...last].join(":").toLowerCase();
  const problem = checkTag(tag);
  if (problem !== null) {
    const values = { text: tag, what: "tag of a YARN application", problem };
    const help = "Give the environment or the process a shorter name.";
    context.report(diagnose("E934", spanOf(context, process), values, { help }));
  }
  return tag;
}

function tagsEntry(entries: readonly ConfigurationEntry[], own: string): ConfigurationEntry {
  const stated = entries.find(({ key }) => key === "yarn.tags");
  return {
    key: "yarn.tags",
    value: stated === undefined ? own : `${own},${stated.value}`,
    origins: stated?.origins ?? [],
    comment: null,
  };
}
