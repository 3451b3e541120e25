// Names that would meet in the cluster: objects of one kind, and the Services that the operator makes
// itself. Logical names are unique, but suffixes can lead one to the other.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { isLeaf } from "../../src/encode/leaf.js";
import type { PlannedFile } from "../../src/generator/contract.js";
import { nameCollisions } from "../../src/targets/kubernetes/names.js";
import { processName, sharedName, spanOf, type Context } from "./context.js";

interface Claim {
  readonly kind: string;
  readonly name: string;
  readonly owner: string;
}

/** Reports E948 for each name that two owners would need. */
export function checkCollisions(context: Context, files: readonly PlannedFile[]): void {
  const variables = {
    kind: "Secret",
    name: context.runtimeSecret,
    owner: "the variables of the environment",
  };
  const claims = [...files.flatMap(claimOf), ...operatorServices(context), variables];
  for (const [, [first, second]] of nameCollisions(claims, ({ kind, name }) => `${kind}/${name}`)) {
    if (first === undefined || second === undefined) continue;
    const process = context.model.processes.find(({ name }) => name === second.owner);
    const values = { first: first.owner, second: second.owner, kind: first.kind, name: first.name };
    context.report(
      diagnose("E948", process === undefined ? null : spanOf(context, process), values),
    );
  }
}

/** The kind is the template's name: one template, one kind, but for the two Deployments and Services. */
function claimOf({ body, process, path }: PlannedFile): Claim[] {
  if (body.kind !== "template") return [];
  const { name } = body.view;
  const text = isLeaf(name) ? name.value : name;
  if (typeof text !== "string") return [];
  const template = body.template.replace(/^k8s\/|\.yaml$/gu, "");
  const kind = /-(service|deployment)$/u.exec(template)?.[1] ?? template;
  return [
    { kind: template.startsWith("flink-") ? template : kind, name: text, owner: process ?? path },
  ];
}

/** `<name>-rest`, and without high availability `<name>` (native Flink). */
function operatorServices(context: Context): Claim[] {
  if (context.flavor === "plain") return [];
  const clusters = context.session
    ? [{ name: sharedName(context.model, "session"), owner: "the session cluster" }]
    : context.model.processes.map((process) => ({
        name: processName(process),
        owner: process.name,
      }));
  const headless = context.model.cluster.highAvailability === null;
  return clusters.flatMap(({ name, owner }) => [
    { kind: "service", name: `${name}-rest`, owner },
    ...(headless ? [{ kind: "service", name, owner }] : []),
  ]);
}
