// What Compose would refuse, and addresses that a container cannot reach. Decides nothing.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { pathOf, spanOf, type Context } from "./context.js";

/** Reports what is wrong with names and addresses. */
export function checkProject(context: Context): void {
  checkProjectName(context);
  checkServiceNames(context);
  checkAddresses(context);
}

function checkProjectName(context: Context): void {
  const { compose } = context.deployment;
  const { projectName } = compose;
  if (projectName === null || /^[a-z0-9][a-z0-9_-]*$/u.test(projectName)) return;
  const values = {
    text: projectName,
    what: "name of a Compose project",
    problem: `must hold only lower-case letters, digits, "-" and "_", and begin with a letter or digit`,
  };
  context.report(diagnose("E934", spanOf(context, compose, "projectName"), values));
}

function checkServiceNames(context: Context): void {
  const { compose } = context.deployment;
  const held = new Map<string, string>();
  const named = { ...compose.services, ...compose.others };
  for (const process of context.model.processes) {
    const name = process.name.replaceAll("_", "-");
    held.set(`${name}-jobmanager`, process.name).set(`${name}-taskmanager`, process.name);
  }
  for (const [name, service] of Object.entries(named)) {
    const host = context.renamed.get(name) ?? name;
    if (context.supporting.get(host) === undefined) continue;
    const first = held.get(host);
    if (first === undefined) held.set(host, name);
    else {
      const values = { first, second: name, kind: "service", name: host };
      context.report(diagnose("E948", spanOf(context, service), values));
    }
    for (const wanted of service.dependsOn ?? []) checkDependency(context, service, wanted);
  }
}

function checkDependency(context: Context, service: object, wanted: string): void {
  if (context.supporting.has(context.renamed.get(wanted) ?? wanted)) return;
  const values = {
    property: pathOf(context, service, "dependsOn"),
    name: wanted,
    section: "deployment.compose",
  };
  context.report(diagnose("E760", spanOf(context, service, "dependsOn"), values));
}

const localHost = /(?:^|[/@,])(?:localhost|127\.0\.0\.1)(?=[:/,]|$)/u;

/** Reports W764 for each address of a binding that means the container itself. */
function checkAddresses(context: Context): void {
  const { model } = context;
  const { streams, lookups, checkpoints, deadLetters, completions } = model;
  for (const binding of [...streams, ...lookups, ...checkpoints, ...deadLetters, ...completions])
    checkAddressesOf(context, binding);
}

function checkAddressesOf(context: Context, owner: object): void {
  // A reference to a secret is no part of the file.
  if (context.origins.of(owner) === null) return;
  for (const [key, value] of Object.entries(owner)) {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      checkAddressesOf(context, value as object);
      continue;
    }
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    const problem = texts
      .map((text) => addressProblem(context, text))
      .find((each) => each !== null);
    if (problem === undefined || problem === null) continue;
    const values = { property: pathOf(context, owner, key), problem: problem.problem };
    const { help } = problem;
    context.report(diagnose("W764", spanOf(context, owner, key), values, { help }));
  }
}

function addressProblem(
  { renamed }: Context,
  text: unknown,
): { readonly problem: string; readonly help: string } | null {
  if (typeof text !== "string") return null;
  if (localHost.test(text)) {
    return {
      problem: "in a container, localhost is the container itself",
      help: "Name the service, such as kafka:9092, or host.docker.internal for this machine.",
    };
  }
  for (const [name, host] of renamed) {
    if (!new RegExp(`(?:^|[/@,])${name.replaceAll(".", "\\.")}(?=[:/,]|$)`, "u").test(text))
      continue;
    return {
      problem: `the service "${name}" is called "${host}", because Java takes no "_" in a host`,
      help: `Write "${host}".`,
    };
  }
  return null;
}
