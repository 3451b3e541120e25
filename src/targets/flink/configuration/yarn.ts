// Options that only the YARN client reads.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { YarnDeployment, YarnDeploymentYarnSettings } from "../../../model/bindings.js";
import { lineAtLeast } from "../lines.js";
import { at, type ConfigurationContext } from "./context.js";
import { numberText, plainText } from "./option-text.js";
import { runtimeOnly } from "./runtime-only.js";
import type { TaskManagerSizing } from "./sizing.js";
import { isStated } from "../../../model/is-stated.js";
import { listText } from "../options/structured-text.js";

/** `yarn.*`, for the target yarn. */
export function yarn(context: ConfigurationContext, sizing: TaskManagerSizing): void {
  const { deployment } = context.model;
  if (context.target !== "yarn" || deployment?.type !== "yarn") return;
  launch(context, deployment);
  context.copy("yarn.application.queue", deployment, "queue", leafQueue);
  application(context, deployment);
  cores(context, sizing);
  shipping(context, deployment);
  cluster(context, deployment);
}

function launch(context: ConfigurationContext, deployment: YarnDeployment): void {
  const { mode } = deployment;
  const origin = mode === null ? [] : [at(deployment, "mode")];
  if (mode === "per_job" && lineAtLeast(context.line, "2.0")) {
    context.refuse(
      deployment,
      "mode",
      "its mode per_job ended with 1.20",
      "Use mode: application.",
    );
    return;
  }
  if (mode === "per_job")
    context.warn(
      deployment,
      "mode",
      "per_job is deprecated and gone in Flink 2.0",
      "Use mode: application.",
    );
  const target =
    mode === "session" ? "yarn-session" : mode === "per_job" ? "yarn-per-job" : "yarn-application";
  context.set("execution.target", target, origin);
}

function application(context: ConfigurationContext, deployment: YarnDeployment): void {
  const { application: settings, session } = deployment;
  const named = isStated(session?.name) ? session : settings;
  if (!isStated(settings?.name) && !isStated(session?.name)) {
    context.set("yarn.application.name", context.process.name, [], "the name of the process");
  } else {
    context.copy("yarn.application.name", named, "name", plainText);
  }
  context.copy("yarn.application.type", settings, "type", plainText);
  if (isStated(settings?.type) && settings.type.length > longestType) {
    context.differs(
      settings,
      "type",
      `YARN keeps ${String(longestType)} characters of it: "${settings.type.slice(0, longestType)}"`,
    );
  }
  if (isStated(settings?.tags) && settings.tags.length > 0) {
    // YARN keeps them in lower case, and finds them by that only.
    context.copy("yarn.tags", settings, "tags", (tags) => tags.join(",").toLowerCase());
  }
  context.copy("yarn.application.priority", settings, "priority", numberText);
  context.copy("yarn.application-attempts", settings, "attempts", numberText);
  context.copy("yarn.application.node-label", settings, "nodeLabel", plainText);
  context.copy("yarn.taskmanager.node-label", deployment.container, "nodeLabel", plainText);
}

/** Characters of an application type that the resource manager keeps. */
const longestType = 20;

/** Flink's client knows queues by their last name, and warns of `root.streaming`. */
function leafQueue(queue: string): string {
  return /^root\.([^.]+)$/u.exec(queue)?.[1] ?? queue;
}

function cores(context: ConfigurationContext, sizing: TaskManagerSizing): void {
  const { process, model } = context;
  const whole = Math.ceil(sizing.cores.value);
  if (whole !== sizing.cores.value) {
    context.differs(
      process,
      "taskCpu",
      `YARN knows whole cores only: ${String(sizing.cores.value)} become ${String(whole)}`,
    );
  }
  const { derivation } = sizing.cores;
  context.set(
    "yarn.containers.vcores",
    String(whole),
    sizing.cores.origins,
    derivation === null ? undefined : `resources.${process.name}: ${derivation}`,
  );
  context.copy("yarn.appmaster.vcores", model.cluster, "jobManagerCpu", (value) =>
    numberText(Math.ceil(value)),
  );
}

function shipping(context: ConfigurationContext, deployment: YarnDeployment): void {
  const { yarnSettings } = deployment;
  if (yarnSettings === null) return;
  const { shipFiles, providedLibDirs, logAggregation } = yarnSettings;
  if (shipFiles !== null && shipFiles.length > 0) {
    if (shipFiles.some((file) => file.includes("*"))) {
      sayStart(context, yarnSettings, "shipFiles", "Flink itself finds no files by a pattern");
    } else {
      context.copy("yarn.ship-files", yarnSettings, "shipFiles", listText);
    }
  }
  if (providedLibDirs !== null && providedLibDirs.length > 0) {
    context.copy("yarn.provided.lib.dirs", yarnSettings, "providedLibDirs", listText);
  }
  for (const key of ["enabled", "rollingIntervalMs"] as const) {
    if (logAggregation !== null && logAggregation[key] !== null) {
      context.leaveToInfrastructure(
        logAggregation,
        key,
        "YARN collects the logs",
        "Set it in yarn-site.xml of the cluster.",
      );
    }
  }
}

/** N904: the submit script has it. */
function sayStart(
  context: ConfigurationContext,
  settings: YarnDeploymentYarnSettings,
  key: keyof YarnDeploymentYarnSettings & string,
  reason: string,
): void {
  const values = { property: context.path(settings, key), reason };
  const help = "Submit with the script of the generator yarn, which finds the files.";
  context.say(diagnose("N904", context.span(settings, key), values, { help }));
}

function cluster(context: ConfigurationContext, deployment: YarnDeployment): void {
  const { yarn: access } = deployment;
  if (!isStated(access?.resourceManager)) return;
  // Flink hands "flink.yarn.<key>" to the YARN client as "yarn.<key>".
  const option = "flink.yarn.resourcemanager.address";
  if (typeof access.resourceManager === "string")
    context.copy(option, access, "resourceManager", String);
  else
    runtimeOnly(
      context,
      option,
      at(access, "resourceManager"),
      "Leave it to yarn-site.xml, or write the address.",
    );
}
