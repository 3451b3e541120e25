// Codes of the rendering block; see index.ts for the ranges.
import type { MessageTemplate } from "../define.js";

export const renderingMessages = {} satisfies Record<string, MessageTemplate<string>>;
