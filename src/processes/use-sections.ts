// In which sections the name of a use is looked up, the preferred one first (vocabulary 5.1; decisions
// 90 to 92).
import type { UseKind } from "./process-file.js";

/** Sections whose names processes use. */
export type BoundSection =
  "streams" | "lookups" | "checkpoints" | "state_backends" | "dead_letters" | "completions";

export const sectionsOfUse: Readonly<Record<UseKind, readonly [BoundSection, ...BoundSection[]]>> =
  {
    receive: ["streams"],
    emit: ["streams"],
    "late-data": ["streams", "dead_letters"],
    "error-target": ["dead_letters", "streams"],
    "dead-letter": ["dead_letters"],
    lookup: ["lookups"],
    checkpoint: ["checkpoints"],
    completion: ["completions"],
    "shared-state": ["state_backends"],
  };
