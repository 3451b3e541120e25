// Which relative paths may be written at all, and which pairs of them would be one file somewhere.
// Looks at names only; links and folders on disk are the tree's business.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { controlFolder } from "./layout.js";

/** A path to be written, and who wants it (for messages). */
export interface NamedPath {
  readonly path: string;
  readonly generator: string;
}

const segmentLimit = 255;
const pathLimit = 4096;
// Output is checked in, so a name must also be one on Windows.
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/iu;

/** Why `path` may not be written below the folder `root`, or null if it may. */
export function pathProblem(path: string, root: string): string | null {
  if (path === "") return "it is empty";
  if (path.startsWith("/") || /^[A-Za-z]:/u.test(path)) return "it is absolute";
  if (path.includes("\\")) return "it has a backslash";
  if (hasControlCharacter(path)) return "it has a control character";
  const segments = path.split("/");
  if (segments[0]?.toLowerCase() === controlFolder) return `"${controlFolder}" is reserved`;
  for (const segment of segments) {
    const problem = segmentProblem(segment);
    if (problem !== null) return problem;
  }
  const length = Buffer.byteLength(root) + 1 + Buffer.byteLength(path);
  return length >= pathLimit ? `it has ${length} bytes, and ${pathLimit - 1} is the limit` : null;
}

function segmentProblem(segment: string): string | null {
  if (segment === "") return "it has an empty segment";
  if (segment === "..") return 'it has a segment ".."';
  if (segment.endsWith(".") || segment.endsWith(" ")) {
    return `the segment "${segment}" ends with a dot or a space`;
  }
  if (deviceName.test(segment)) return `the segment "${segment}" is a device name on Windows`;
  const length = Buffer.byteLength(segment);
  if (length <= segmentLimit) return null;
  return `the segment "${segment.slice(0, 40)}…" has ${length} bytes, and ${segmentLimit} is the limit`;
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}

/** Equal for names that a file system without case, or with normalisation, takes for one. */
function foldedPath(path: string): string {
  // Lower, upper, lower: one lowering alone keeps ß apart from SS.
  return path.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
}

/** One E975 for each path that is the same file as an earlier one, or a folder of it. */
export function pathCollisions(paths: readonly NamedPath[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const files = new Map<string, NamedPath>();
  for (const named of paths) {
    const key = foldedPath(named.path);
    const earlier = files.get(key);
    if (earlier === undefined) files.set(key, named);
    else found.push(collision(earlier, named, sameFileReason(earlier, named)));
  }
  for (const [key, named] of files) {
    const blocking = enclosingFile(key, files);
    if (blocking === null) continue;
    found.push(collision(blocking, named, "the first is a file and a folder of the second"));
  }
  return found;
}

function enclosingFile(key: string, files: ReadonlyMap<string, NamedPath>): NamedPath | null {
  for (let at = key.lastIndexOf("/"); at > 0; at = key.lastIndexOf("/", at - 1)) {
    const file = files.get(key.slice(0, at));
    if (file !== undefined) return file;
  }
  return null;
}

function sameFileReason(first: NamedPath, second: NamedPath): string {
  if (first.path === second.path) return "both are the same file";
  return "on a file system that ignores case or normalises names both are the same file";
}

function collision(first: NamedPath, second: NamedPath, reason: string): Diagnostic {
  return diagnose(
    "E975",
    null,
    {
      first: first.path,
      firstGenerator: first.generator,
      second: second.path,
      secondGenerator: second.generator,
      reason,
    },
    { help: "Rename one of the two bindings or processes that these files are named after." },
  );
}
