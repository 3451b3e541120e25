// The order of a configuration file: what belongs together stands together.
import type { ConfigurationEntry } from "./configuration/configuration.js";

/** Entries under one heading, sorted by key. */
export interface OptionGroup {
  readonly heading: string;
  readonly members: readonly ConfigurationEntry[];
}

// The first row with a prefix of the key takes it.
const rows: readonly (readonly [heading: string, prefixes: readonly string[]])[] = [
  [
    "Checkpoints and recovery",
    [
      "execution.checkpointing.",
      "execution.savepoint.",
      "execution.state-recovery.",
      "restart-strategy.",
      "state.checkpoint",
      "state.savepoints.",
    ],
  ],
  ["The job", ["pipeline.", "parallelism.", "execution.", "table."]],
  ["State", ["state.", "dstl."]],
  ["Stores", ["s3.", "fs.", "flink.hadoop."]],
  ["Task managers", ["taskmanager.", "slotmanager.", "resourcemanager.", "scheduler-mode"]],
  ["Job manager", ["jobmanager.", "rest.", "web.", "blob."]],
  ["High availability", ["high-availability."]],
  ["Metrics and traces", ["metrics.", "traces."]],
  ["Security", ["security."]],
  ["Kubernetes", ["kubernetes.", "containerized."]],
  ["YARN", ["yarn.", "flink.yarn."]],
  ["Java and environment", ["env."]],
];

const order = ["The job", ...rows.map(([heading]) => heading).filter((name) => name !== "The job")];

/** `entries`, sorted by key, in groups; empty groups are left out. */
export function optionGroups(entries: readonly ConfigurationEntry[]): readonly OptionGroup[] {
  const groups = new Map<string, ConfigurationEntry[]>();
  for (const entry of entries) {
    const heading = headingOf(entry.key);
    const members = groups.get(heading);
    if (members === undefined) groups.set(heading, [entry]);
    else members.push(entry);
  }
  return [...order, "Other"].flatMap((heading) => {
    const members = groups.get(heading);
    return members === undefined ? [] : [{ heading, members }];
  });
}

function headingOf(key: string): string {
  const row = rows.find(([, prefixes]) => prefixes.some((prefix) => key.startsWith(prefix)));
  return row?.[0] ?? "Other";
}
