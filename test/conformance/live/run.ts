// What the steps of one line share.
import type { FlinkLine } from "../../../src/targets/flink/lines.js";
import type { Context } from "../harness.js";
import type { Cluster } from "./cluster.js";
import type { Emitted, Place } from "./emitted.js";

export interface Run {
  readonly context: Context;
  readonly line: FlinkLine;
  /** Absolute: removed after the run. */
  readonly folder: string;
  readonly emitted: Emitted;
  readonly place: Place;
  /** `flink-conf.yaml` or `config.yaml`. */
  readonly configurationFile: string;
  readonly cluster: Cluster;
  /** The release of Flink is put before the name. */
  readonly check: Context["check"];
}
