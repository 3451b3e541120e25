// Codes of the kubernetes block; see index.ts for the ranges.
import type { MessageTemplate } from "../define.js";

export const kubernetesMessages = {} satisfies Record<string, MessageTemplate<string>>;
