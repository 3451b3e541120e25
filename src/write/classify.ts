// The ownership table: what is on disk, what was recorded, what is wanted, and what follows.
// Pure; looks at hashes and nothing else.
import { sha256 } from "./output-tree.js";
import type { WriteAction } from "./write-plan.js";

/** Three states of one path as SHA-256 hashes; null where there is no file, record or wish. */
export interface PathState {
  readonly disk: string | null;
  readonly recorded: string | null;
  readonly wanted: string | null;
  /** True if the permissions on disk are the wanted ones; content decides ownership, not these. */
  readonly modeMatches: boolean;
  /** True if the record of the path will be what it is now. */
  readonly recordMatches: boolean;
}

const emptyHash = sha256("");

/** The action for a path; null if it is neither wanted nor on disk. */
export function classify(state: PathState): WriteAction | null {
  return state.wanted === null ? unwanted(state) : wanted(state);
}

function wanted({ disk, recorded, wanted, modeMatches, recordMatches }: PathState): WriteAction {
  if (disk === null) return recorded === null ? "create" : "recreate";
  if (disk === wanted) {
    if (!modeMatches) return "update";
    return recordMatches ? "keep" : "adopt";
  }
  if (recorded === null) return "conflict";
  if (disk === recorded) return "update";
  // Files are not flushed one by one, so a power failure can leave a recorded one empty. Nobody's
  // work is lost by filling it again.
  return disk === emptyHash ? "recreate" : "conflict";
}

function unwanted({ disk, recorded }: PathState): WriteAction | null {
  if (disk === null) return null;
  return disk === recorded ? "prune" : "keep-edited";
}
