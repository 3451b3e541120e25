// Codes of the flink block; see index.ts for the ranges.
import type { MessageTemplate } from "../define.js";

export const flinkMessages = {} satisfies Record<string, MessageTemplate<string>>;
