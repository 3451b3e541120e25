// The name of the project, and addresses that a container cannot reach. Decides nothing.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { pathOf, spanOf, type Context } from "./context.js";
import { checkServices } from "./service-checks.js";

/** Reports what is wrong with names, services and addresses. */
export function checkProject(context: Context): void {
  checkProjectName(context);
  checkServices(context);
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
  const cure = projectName.toLowerCase().replace(/[^a-z0-9_-]+/gu, "-");
  const help = `Write "${cure.replace(/^[_-]+|[_-]+$/gu, "") || "my-project"}".`;
  context.report(diagnose("E934", spanOf(context, compose, "projectName"), values, { help }));
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
