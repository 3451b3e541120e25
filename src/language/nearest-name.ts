// "Did you mean …": the known name closest to a misspelt one.
import { distance } from "fastest-levenshtein";

/** A third of the name, at least one edit and at most four: long keys differ by a syllable. */
function usualLimit(name: string): number {
  return Math.max(1, Math.min(4, Math.floor(name.length / 3)));
}

/**
 * The candidate with the fewest edits from `name`, or null when all are more than `limit` edits
 * away. Ties go to the first candidate.
 */
export function nearestName(
  name: string,
  candidates: Iterable<string>,
  limit: number = usualLimit(name),
): string | null {
  let best = limit;
  let nearest: string | null = null;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > best) continue;
    const edits = distance(name, candidate);
    if (edits > best || (edits === best && nearest !== null)) continue;
    nearest = candidate;
    best = edits;
  }
  return nearest;
}
