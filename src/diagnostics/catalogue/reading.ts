// Codes of the reading block; see index.ts for the ranges.
import type { MessageTemplate } from "../define.js";

export const readingMessages = {} satisfies Record<string, MessageTemplate<string>>;
