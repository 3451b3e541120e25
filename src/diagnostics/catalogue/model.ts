// Codes of the model block; see index.ts for the ranges.
import type { MessageTemplate } from "../define.js";

export const modelMessages = {} satisfies Record<string, MessageTemplate<string>>;
