// The shapes of an effective configuration: what it is asked for and what it answers.
// No knowledge of single options: that is in the parts beside this file.
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { InfraModel, Process } from "../../../model/infra-model.js";
import type { Origins } from "../../../model/origins.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import type { FlinkLine } from "../lines.js";
import type { TaskManagerSizing } from "./sizing.js";

/**
 * Who reads the configuration. `operator`: `spec.flinkConfiguration` of a FlinkDeployment; `native`:
 * the client of native Kubernetes; `standalone-kubernetes`: plain Deployments; `generic`: the file of
 * a cluster that nothing else is known of.
 */
export type FlinkTarget =
  "operator" | "native" | "standalone-kubernetes" | "yarn" | "standalone" | "compose" | "generic";

/** One process on one line, for one kind of reader. */
export interface ConfigurationRequest {
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly process: Process;
  readonly line: FlinkLine;
  readonly target: FlinkTarget;
  /** Host under which task managers find the job manager; absent: by the target's convention. */
  readonly jobManagerAddress?: string;
  /** The one of several hosts that the file is for; absent: all alike. Only target `standalone`. */
  readonly host?: string;
  /** The job takes whatever slots there are; absent: false. Only standalone application clusters. */
  readonly reactive?: boolean;
}

/** One option with its value. Keys are primary keys of the line, never aliases. */
export interface ConfigurationEntry {
  readonly key: string;
  /** As Flink reads it: never empty, lists and maps in one text. */
  readonly value: string;
  /** The properties it was made from; empty for what only the target demands. */
  readonly origins: readonly ValueOrigin[];
  /** Why the value is what it is, in one line, where that is not plain; else null. */
  readonly comment: string | null;
}

/** The whole configuration of a process. With an error among the diagnostics it is incomplete. */
export interface Configuration {
  /** Sorted by key. */
  readonly entries: readonly ConfigurationEntry[];
  /** The cut of the process that the entries follow. */
  readonly sizing: TaskManagerSizing;
  readonly diagnostics: readonly Diagnostic[];
}
