// Texts of the input that become words of a command line, which holds everything but NUL. Must not
// judge what a word means: the generators do.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Process } from "../../model/infra-model.js";
import type { ConfigurationEntry } from "../flink/configuration/configuration.js";
import type { HostTarget } from "./not-acted-on.js";

type Target = Pick<HostTarget, "origins" | "report" | "deployment">;

/** Reports E763 for what no script can hand to the job of `process`: `words` are its options there. */
export function reportNul(
  target: Target,
  process: Process,
  words: readonly ConfigurationEntry[],
): void {
  for (const argument of process.args ?? []) check(target, process, "args", argument);
  const recovery = process.checkpointBinding?.recovery?.fromSavepoint ?? null;
  if (recovery !== null) check(target, recovery, "path", recovery.path);
  const restore = target.deployment.savepoint?.restore ?? null;
  if (restore !== null) check(target, restore, "path", restore.path);
  for (const { value, origins } of words) {
    for (const { object, key } of origins) check(target, object, key, value);
  }
}

function check({ origins, report }: Target, owner: object, key: string, text: string | null): void {
  if (text === null || !text.includes("\0")) return;
  const property = origins.of(owner, key)?.path ?? key;
  const problem = "no word of a script holds the character NUL";
  const help = "Take the character out of the text.";
  report(diagnose("E763", origins.span(owner, key), { property, problem }, { help }));
}
