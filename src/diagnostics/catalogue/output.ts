// Codes of the output block; see index.ts for the ranges.
import type { MessageTemplate } from "../define.js";

export const outputMessages = {} satisfies Record<string, MessageTemplate<string>>;
