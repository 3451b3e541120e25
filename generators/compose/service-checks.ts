// What is wrong with the services of the file, and what of them has no effect. Decides nothing.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { nodeSpan } from "../../src/document/node.js";
import type { Span } from "../../src/source/source-file.js";
import { flinkRole, pathOf, spanOf, type Context, type StatedService } from "./context.js";
import {
  imageProblem,
  mountProblem,
  portProblem,
  takenByFlink,
  type TextProblem,
} from "./service-texts.js";

/** Reports E753, E760, E934, E936, E948 and W762. */
export function checkServices(context: Context): void {
  const { compose } = context.deployment;
  const named = Object.entries({ ...compose.services, ...compose.others });
  checkNames(context, named);
  for (const [name, service] of named) {
    checkTexts(context, service);
    for (const [index] of (service.dependsOn ?? []).entries()) {
      checkDependency(context, [name, service], index);
    }
    if (flinkRole(name) === null) checkReplicas(context, service);
  }
  checkTextsOf(context, context.deployment, "volumes", mountKind);
  for (const owner of [context.deployment, context.jobManager, context.taskManager]) {
    if (owner !== null) checkFlinkMounts(context, owner);
  }
  checkCycles(context);
  reportWithoutEffect(context);
}

type NamedService = readonly [name: string, service: StatedService];

function checkNames(context: Context, named: readonly NamedService[]): void {
  const held = new Map<string, string>();
  for (const process of context.model.processes) {
    const name = process.name.replaceAll("_", "-");
    held.set(`${name}-jobmanager`, process.name).set(`${name}-taskmanager`, process.name);
  }
  for (const [name, service] of named) {
    const host = flinkRole(name) ?? context.renamed.get(name) ?? name;
    const first = held.get(host);
    held.set(host, first ?? name);
    if (first === undefined) continue;
    const values = { first, second: name, kind: "service", name: host };
    const help = "Rename one of the two.";
    context.report(diagnose("E948", spanOf(context, service), values, { help }));
  }
}

// ---- texts that Compose reads

interface TextKind {
  readonly what: string;
  readonly check: (text: string) => TextProblem | null;
}

const portKind: TextKind = { what: "published port", check: portProblem };
const mountKind: TextKind = { what: "mount", check: mountProblem };

function checkTexts(context: Context, service: StatedService): void {
  const problem = imageProblem(service.image);
  if (problem !== null) {
    const values = { text: service.image, what: "image", problem: problem.problem };
    const { help } = problem;
    context.report(diagnose("E934", spanOf(context, service, "image"), values, { help }));
  }
  checkTextsOf(context, service, "ports", portKind);
  checkTextsOf(context, service, "volumes", mountKind);
}

function checkTextsOf<Key extends "ports" | "volumes">(
  context: Context,
  owner: Readonly<Record<Key, readonly string[] | null>>,
  key: Key,
  { what, check }: TextKind,
): void {
  for (const [index, text] of (owner[key] ?? []).entries()) {
    const found = check(text);
    if (found === null) continue;
    const { problem, help } = found;
    const span = itemSpan(context, owner, key, index);
    context.report(diagnose("E934", span, { text, what, problem }, { help }));
  }
}

/** Reports E936: the start script would remove files of this machine, or fail. */
function checkFlinkMounts(
  context: Context,
  owner: { readonly volumes: readonly string[] | null },
): void {
  for (const [index, mount] of (owner.volumes ?? []).entries()) {
    const taken = mountProblem(mount) === null ? takenByFlink(mount) : null;
    if (taken === null) continue;
    const { path: mountPath, problem } = taken;
    const help =
      "Set Flink options in the binding, such as resources.<process>.flink_options; mount other files one by one.";
    const span = itemSpan(context, owner, "volumes", index);
    context.report(diagnose("E936", span, { mountPath, problem }, { help }));
  }
}

/** The place of an item of the list `owner[key]`. */
function itemSpan(context: Context, owner: object, key: string, index: number): Span | null {
  const list = context.origins.of(owner, key)?.entry?.value;
  const item = list?.kind === "list" ? list.items[index] : undefined;
  return item === undefined ? spanOf(context, owner, key) : nodeSpan(item);
}

// ---- what waits for what

function checkDependency(context: Context, [name, service]: NamedService, index: number): void {
  const wanted = service.dependsOn?.[index] ?? "";
  const span = itemSpan(context, service, "dependsOn", index);
  const property = pathOf(context, service, "dependsOn");
  const role = flinkRole(wanted);
  if (role !== null) {
    // What it does in any case.
    if (flinkRole(name) === "task_manager" && role === "job_manager") return;
    const problem = "the containers of Flink wait for the other services, and nothing for them";
    const help = `Remove "${wanted}" from depends_on.`;
    const values = { property, other: `deployment.compose.${role}`, problem };
    context.report(diagnose("E753", span, values, { help }));
    return;
  }
  if (context.supporting.has(context.renamed.get(wanted) ?? wanted)) return;
  const names = [...context.supporting.keys()];
  const help =
    names.length === 0
      ? `Describe the service "${wanted}" below deployment.compose, or remove it from depends_on.`
      : `Name one of: ${names.join(", ")}.`;
  const values = { property, name: wanted, section: "deployment.compose" };
  context.report(diagnose("E760", span, values, { help }));
}

/** Reports E753, once for each circle: Compose starts none of its services. */
function checkCycles(context: Context): void {
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (name: string): void => {
    const service = context.supporting.get(name);
    if (service === undefined || done.has(name)) return;
    open.push(name);
    for (const [index, stated] of (service.dependsOn ?? []).entries()) {
      const wanted = context.renamed.get(stated) ?? stated;
      const start = open.indexOf(wanted);
      if (start === -1) visit(wanted);
      else reportCycle(context, service, index, open.slice(start));
    }
    open.pop();
    done.add(name);
  };
  for (const name of context.supporting.keys()) visit(name);
}

function reportCycle(
  context: Context,
  service: StatedService,
  index: number,
  circle: readonly string[],
): void {
  const property = pathOf(context, service, "dependsOn");
  const [first = ""] = circle;
  const target = context.supporting.get(first);
  const other = circle.length === 1 || target === undefined ? null : target;
  const values = {
    property,
    other: other === null ? `deployment.compose.${first}` : pathOf(context, other, "dependsOn"),
    problem:
      circle.length === 1
        ? "a service cannot wait for itself"
        : `each waits for the next (${[...circle, first].join(", ")})`,
  };
  const help = `Remove "${service.dependsOn?.[index] ?? first}" from ${property}.`;
  const span = itemSpan(context, service, "dependsOn", index);
  context.report(diagnose("E753", span, values, { help }));
}

function checkReplicas(context: Context, service: StatedService): void {
  const { replicas, ports } = service;
  if (replicas === null || replicas < 2) return;
  const index = (ports ?? []).findIndex((port) => /:\d+:|^\d+:/u.test(port));
  if (index === -1) return;
  const values = {
    property: pathOf(context, service, "ports"),
    other: pathOf(context, service, "replicas"),
    problem: `only one of ${String(replicas)} containers can have a port of this machine`,
  };
  const help = "Name the container's port alone, or leave replicas out.";
  const span = itemSpan(context, service, "ports", index);
  context.report(diagnose("E753", span, values, { help }));
}

// ---- what Flink's own containers do not take

function reportWithoutEffect(context: Context): void {
  const { jobManager, taskManager } = context;
  const command = "the containers run Flink's own command";
  const help = "Arguments of the job are resources.<process>.args.";
  for (const service of [jobManager, taskManager]) {
    if (service !== null && service.command !== null)
      report(context, service, "command", command, help);
  }
  if (jobManager !== null && jobManager.replicas !== null && jobManager.replicas !== 1) {
    report(context, jobManager, "replicas", "each process has one job manager", "Remove it.");
  }
}

function report(
  context: Context,
  service: StatedService,
  key: string,
  reason: string,
  help: string,
): void {
  const values = { property: pathOf(context, service, key), reason };
  context.report(diagnose("W762", spanOf(context, service, key), values, { help }));
}
