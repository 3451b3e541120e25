// Options that Flink declares as plain strings although only certain words work.
import { lineAtLeast, type FlinkLine } from "../lines.js";

export interface OptionWords {
  /** In lower case; Flink compares without regard to case. */
  readonly words: readonly string[];
  /** Whether the name of a factory class is accepted as well. */
  readonly classNames: boolean;
}

// prettier-ignore
const restartStrategies = [
  "none", "off", "disable", "fixed-delay", "fixeddelay", "failure-rate", "failurerate",
  "exponential-delay", "exponentialdelay",
];

/** The words that `key` takes in `line`, or null where any text may be right. */
export function wordsOf(key: string, line: FlinkLine): OptionWords | null {
  switch (key) {
    case "restart-strategy.type":
      return { words: restartStrategies, classNames: false };
    case "state.backend.type": {
      const forst = lineAtLeast(line, "2.0") ? ["forst"] : [];
      return { words: ["hashmap", "rocksdb", ...forst], classNames: true };
    }
    // An unknown word is taken for a class name and fails only when the cluster starts.
    case "high-availability.type":
      return { words: ["none", "zookeeper", "kubernetes"], classNames: true };
    case "execution.checkpointing.storage":
    case "state.checkpoint-storage":
      return { words: ["filesystem", "jobmanager"], classNames: true };
    default:
      return null;
  }
}
