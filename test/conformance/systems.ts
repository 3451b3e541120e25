// The systems that judge the output, in the order in which they run.
import { flink } from "./flink/index.js";
import type { System } from "./harness.js";
import { java } from "./java/index.js";

export const systems: readonly System[] = [flink, java];
