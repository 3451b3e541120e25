// Where the start scripts find Hadoop's own configuration: one folder, which two blocks can name.
import type { ValueOrigin } from "../../../model/value-origin.js";
import { at, type ConfigurationContext } from "./context.js";
import { isStated } from "../../../model/is-stated.js";

/** `env.hadoop.conf.dir` and, on YARN, `env.yarn.conf.dir`. */
export function hadoop(context: ConfigurationContext): void {
  const { deployment } = context.model;
  const binding = context.process.checkpointBinding;
  const store = binding?.type === "hdfs" ? binding.hdfs : null;
  const yarn = deployment?.type === "yarn" ? deployment.yarn : null;
  if (isStated(store?.configPath)) {
    setFolder(context, "env.hadoop.conf.dir", store.configPath, at(store, "configPath"));
  } else if (isStated(yarn?.configDir)) {
    setFolder(context, "env.hadoop.conf.dir", yarn.configDir, at(yarn, "configDir"));
  }
  if (isStated(yarn?.configDir) && context.target === "yarn") {
    setFolder(context, "env.yarn.conf.dir", yarn.configDir, at(yarn, "configDir"));
  }
}

function setFolder(
  context: ConfigurationContext,
  key: string,
  folder: string,
  origin: ValueOrigin,
): void {
  context.set(key, folder, [origin]);
}
