// Hosts that Flink's start script could not use. Decides nothing.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { pathOf, spanOf, type Context } from "./context.js";

// Java finds no host in an address with an underscore.
const hostForm =
  /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/u;

/** Reports E934, E753 and W765. */
export function checkHosts(context: Context): void {
  const { deployment, workers } = context;
  const { cluster } = deployment;
  if (cluster === null) return;
  checkHost(context, cluster.jobManager);
  for (const managers of workers.values()) {
    const [first] = managers;
    if (first === undefined) continue;
    checkHost(context, first);
    const shared = managers.find(({ port }) => port !== null);
    if (managers.length > 1 && shared !== undefined) {
      const values = {
        property: pathOf(context, shared, "port"),
        other: `a second task manager on "${first.host}"`,
        problem: "both cannot have the same port",
      };
      const help = "Leave the port out where a host runs several task managers.";
      context.report(diagnose("E753", spanOf(context, shared, "port"), values, { help }));
    }
    const other = managers.find(({ slots }) => slots !== first.slots);
    if (other !== undefined) {
      const values = {
        property: pathOf(context, other, "slots"),
        other: pathOf(context, first, "slots"),
        problem: `the task managers of "${first.host}" read the same file`,
      };
      const help = "Give the task managers of one host the same number of slots.";
      context.report(diagnose("E753", spanOf(context, other, "slots"), values, { help }));
    }
  }
  if (workers.size === 0) {
    const values = {
      property: pathOf(context, cluster, "taskManagers"),
      reason: "no host of a task manager is named, so the cluster is taken to exist",
    };
    const help = "Name the hosts to get masters, workers and a start script.";
    context.report(diagnose("W765", spanOf(context, cluster.jobManager, "host"), values, { help }));
  }
}

function checkHost(context: Context, owner: { readonly host: string }): void {
  if (hostForm.test(owner.host)) return;
  const values = {
    text: owner.host,
    what: "host of Flink",
    problem: `must hold only letters, digits, "-" and "."`,
  };
  context.report(diagnose("E934", spanOf(context, owner, "host"), values));
}

/** Reports W766 where the jobs need more slots than there are. */
export function checkSlots(context: Context, available: number): void {
  const { model, workers, deployment } = context;
  if (workers.size === 0) return;
  const needed = model.processes.reduce(
    (sum, { parallelism }) => sum + (parallelism.initial ?? 1),
    0,
  );
  if (needed <= available) return;
  const help = "Add hosts or slots, or start only some of the processes.";
  const span = spanOf(context, deployment.cluster, "taskManagers");
  context.report(diagnose("W766", span, { needed, available }, { help }));
}
