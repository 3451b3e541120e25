// What YARN or its client would refuse, or do otherwise than written. Decides nothing.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { notActedOn } from "../../src/targets/hosts/not-acted-on.js";
import { megabytes } from "../../src/targets/flink/memory/memory-result.js";
import {
  checkApplicationName,
  checkNodeLabel,
  checkQueue,
  checkTag,
  type TextProblem,
} from "../../src/targets/yarn/names.js";
import type { Delivery } from "../../src/targets/runtime/delivery.js";
import { pathOf, spanOf, type Context } from "./context.js";
import type { Submission } from "./submission.js";

/** Reports what is wrong with the deployment as a whole. */
export function checkDeployment(context: Context): void {
  const { deployment } = context;
  const { application, session, container } = deployment;
  checkText(context, deployment, "queue", "queue of YARN", checkQueue);
  checkText(context, application, "name", "name of a YARN application", checkApplicationName);
  checkText(context, session, "name", "name of a YARN application", checkApplicationName);
  checkText(context, application, "type", "type of a YARN application", checkApplicationName);
  checkText(context, application, "nodeLabel", "node label of YARN", checkNodeLabel);
  checkText(context, container, "nodeLabel", "node label of YARN", checkNodeLabel);
  for (const tag of application?.tags ?? []) {
    report(
      context,
      application,
      "tags",
      { text: tag, what: "tag of a YARN application" },
      checkTag(tag),
    );
  }
  checkMode(context);
  checkSharedName(context);
}

/** Each process is an application of its own, but in a session. */
function checkSharedName(context: Context): void {
  const { deployment, model, mode } = context;
  const { application } = deployment;
  const [first, second] = model.processes;
  if (application === null || application.name === null || mode === "session") return;
  if (first === undefined || second === undefined) return;
  const values = {
    property: pathOf(context, application, "name"),
    problem: `is the name of ${model.processes.length} applications: people who stop one by its name may stop another`,
  };
  const span = spanOf(context, second);
  context.report(
    diagnose("W755", spanOf(context, application, "name"), values, {
      related: span === null ? [] : [{ span, message: "another process is here" }],
      help: "Remove it: each application is then called after its process.",
    }),
  );
}

function checkText<Key extends string>(
  context: Context,
  owner: { readonly [Name in Key]: string | null } | null,
  key: Key,
  what: string,
  check: (text: string) => TextProblem,
): void {
  const text: string | null = owner?.[key] ?? null;
  if (text !== null) report(context, owner, key, { text, what }, check(text));
}

function report(
  context: Context,
  owner: object | null,
  key: string,
  subject: { readonly text: string; readonly what: string },
  problem: TextProblem,
): void {
  if (problem === null) return;
  context.report(diagnose("E934", spanOf(context, owner, key), { ...subject, problem }));
}

function checkMode(context: Context): void {
  const { mode } = context;
  const { perJob } = context.deployment;
  if (perJob?.shutdownOnCompletion === false && mode === "per_job") {
    const help = "Use mode: session for a cluster that stays.";
    notActedOn(context, perJob, "shutdownOnCompletion", "the cluster ends with its job", help);
  }
}

/** Reports E754 for containers that are larger than the largest one. */
export function checkContainers(context: Context, { options }: Submission): void {
  const maximum = context.deployment.resource?.maximum ?? null;
  if (maximum === null) return;
  const { memoryBytes, vcores } = maximum;
  for (const { key, value, origins } of options) {
    const bytes = /^jobmanager\.memory|^taskmanager\.memory/u.test(key) ? bytesOf(value) : null;
    const cores = key.endsWith(".vcores") ? Number(value) : null;
    const tooLarge = bytes !== null && memoryBytes !== null && bytes > memoryBytes;
    const tooMany = cores !== null && vcores !== null && cores > vcores;
    if (!tooLarge && !tooMany) continue;
    const [origin] = origins;
    const wanted = tooLarge ? megabytes(bytes) : `${value} cores`;
    const most = tooLarge ? megabytes(memoryBytes) : `${String(vcores)} cores`;
    const property = origin === undefined ? key : pathOf(context, origin.object, origin.key);
    const values = {
      property,
      limit: pathOf(context, maximum, tooLarge ? "memoryBytes" : "vcores"),
      problem: `a container of ${wanted} is refused where ${most} are the most`,
    };
    const place = origin === undefined ? null : spanOf(context, origin.object, origin.key);
    const help = "Make the container smaller, or raise the maximum of the cluster.";
    context.report(diagnose("E754", place, values, { help }));
  }
}

const units: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1_048_576 };

/** Of a size as the configuration writes it: `4096m`. */
function bytesOf(text: string): number {
  const [, number = "0", unit = "b"] = /^(\d+)([bkm])$/u.exec(text) ?? [];
  return Number(number) * (units[unit] ?? 1);
}

/** Reports E763 for variables that the scripts could have overwritten: theirs have no capital letter. */
export function checkVariables(context: Context, { variables }: Delivery): void {
  for (const { source, usedBy } of variables) {
    if (source.kind !== "variable" || /[A-Z]/u.test(source.name)) continue;
    const problem = `the scripts have variables like "${source.name}" themselves`;
    const help = "Give the variable a name in capital letters.";
    const values = { property: usedBy[0] ?? source.name, problem };
    context.report(diagnose("E763", spanOf(context, context.deployment), values, { help }));
  }
}
