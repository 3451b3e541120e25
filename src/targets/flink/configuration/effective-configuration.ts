// From the model to the whole configuration of one process. The order matters only for user options,
// which come last, and for the memory, which needs the slots.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { InfraModel } from "../../../model/infra-model.js";
import { checkpoints, incremental } from "./checkpoints.js";
import type { Configuration, ConfigurationRequest, FlinkTarget } from "./configuration.js";
import { ConfigurationContext } from "./context.js";
import { hadoop } from "./hadoop.js";
import { highAvailability } from "./high-availability.js";
import { jobManager } from "./job-manager.js";
import { jvm } from "./jvm.js";
import { kubernetes } from "./kubernetes.js";
import { logging } from "./logging.js";
import { memory } from "./memory.js";
import { metrics } from "./metrics.js";
import { network } from "./network.js";
import { objectStores } from "./object-stores.js";
import { parallelismAndSlots } from "./parallelism-and-slots.js";
import { restart } from "./restart.js";
import { savepoints } from "./savepoints.js";
import { scheduler } from "./scheduler.js";
import { security } from "./security.js";
import { checkCount, taskManagerSizing } from "./sizing.js";
import { stateBackend } from "./state-backend.js";
import { tracing } from "./tracing.js";
import { userOptions } from "./user-options.js";
import { yarn } from "./yarn.js";

/** The whole configuration of `request.process`, in the spelling of the line. Pure. */
export function effectiveConfiguration(request: ConfigurationRequest): Configuration {
  const context = new ConfigurationContext(request);
  const sizing = taskManagerSizing(context);
  checkCount(context, sizing);
  checkpoints(context);
  incremental(context);
  savepoints(context);
  restart(context);
  objectStores(context);
  hadoop(context);
  stateBackend(context);
  parallelismAndSlots(context, sizing);
  memory(context, sizing);
  network(context);
  jvm(context);
  jobManager(context);
  kubernetes(context, sizing);
  highAvailability(context);
  scheduler(context, sizing);
  security(context);
  metrics(context);
  tracing(context);
  logging(context);
  yarn(context, sizing);
  userOptions(context);
  checkNesting(context);
  return { entries: context.entries(), sizing, diagnostics: context.diagnostics };
}

/**
 * Flink's clients, its image and the operator write the file anew in nested form, which has no place
 * for a key that lies below another one (E909).
 */
function checkNesting(context: ConfigurationContext): void {
  for (const key of context.keys()) {
    for (const prefix of prefixesOf(key)) {
      const shorter = context.get(prefix);
      if (shorter === undefined) continue;
      const span =
        context.spanOf(context.get(key)?.origins[0]) ?? context.spanOf(shorter.origins[0]);
      context.say(
        diagnose("E909", span, { prefix, option: key }, { help: "Leave one of them out." }),
      );
    }
  }
}

// The same few keys come with every process.
const prefixes = new Map<string, readonly string[]>();

/** What stands before each dot of `key`. */
function prefixesOf(key: string): readonly string[] {
  let found = prefixes.get(key);
  if (found === undefined) {
    const parts = key.split(".");
    found = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
    prefixes.set(key, found);
  }
  return found;
}

/** Who reads a configuration file of the process, by the deployment that the model describes. */
export function fileTarget({ deployment }: Pick<InfraModel, "deployment">): FlinkTarget {
  switch (deployment?.type) {
    case "kubernetes":
      return deployment.mode === "native" ? "native" : "standalone-kubernetes";
    case "yarn":
      return "yarn";
    case "standalone":
      return "standalone";
    case "docker_compose":
      return "compose";
    default:
      return "generic";
  }
}
