// The systems that judge the output, in the order in which they run.
import type { System } from "./harness.js";

export const systems: readonly System[] = [];
