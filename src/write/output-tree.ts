// What is below an output folder, link by link, as it will be once an interrupted run is completed.
// Reads only.
import { hash } from "node:crypto";
import type { Disk } from "./disk.js";

/** Lower-case hexadecimal SHA-256. */
export function sha256(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** A file on disk: `source` is the absolute path its bytes are read from at present. */
export interface FoundFile {
  readonly kind: "file";
  readonly size: number;
  readonly executable: boolean;
  readonly source: string;
}

/** What is at a path where a file is wanted. */
export type FoundEntry =
  FoundFile | { readonly kind: "missing" } | { readonly kind: "other"; readonly found: string };

/** Why nothing can be put below a folder, and which component of the path is the reason. */
export interface FolderProblem {
  readonly path: string;
  readonly kind: "link" | "not-a-folder" | "other-device";
}

/** What completing an interrupted run will do to files: absolute path in its stage, or removal. */
export type Overlay = ReadonlyMap<string, { readonly staged: FoundFile } | "removed">;

const missing = { kind: "missing" } as const;

/** Asks the disk about each folder once. Paths are relative to the output folder. */
export class OutputTree {
  private readonly folders = new Map<string, FolderProblem | "folder" | "missing">();

  constructor(
    private readonly disk: Disk,
    private readonly root: string,
    private readonly device: number | null,
    private readonly overlay: Overlay = new Map(),
  ) {
    this.folders.set("", device === null ? "missing" : "folder");
  }

  /** Looks at every component above `path`; null if all are folders or missing. */
  folderProblem(path: string): FolderProblem | null {
    const state = this.folder(parentOf(path));
    return typeof state === "string" ? null : state;
  }

  /** What is at `path`; call only where folderProblem gave null. */
  entry(path: string): FoundEntry {
    const change = this.overlay.get(path);
    if (change === "removed") return missing;
    if (change !== undefined) return change.staged;
    if (this.folder(parentOf(path)) === "missing") return missing;
    const source = `${this.root}/${path}`;
    const stat = this.disk.stat(source);
    if (stat === null) return missing;
    const { kind, size, executable } = stat;
    if (stat.device !== this.device) return { kind: "other", found: "a mount point" };
    if (kind === "file") return { kind, size, executable, source };
    return { kind: "other", found: kindName(kind) };
  }

  private folder(path: string): FolderProblem | "folder" | "missing" {
    const known = this.folders.get(path);
    if (known !== undefined) return known;
    const above = this.folder(parentOf(path));
    const state = above === "folder" ? this.lookAt(path) : above;
    this.folders.set(path, state);
    return state;
  }

  private lookAt(path: string): FolderProblem | "folder" | "missing" {
    const stat = this.disk.stat(`${this.root}/${path}`);
    if (stat === null) return "missing";
    if (stat.kind === "link") return { path, kind: "link" };
    if (stat.kind !== "folder") return { path, kind: "not-a-folder" };
    return stat.device === this.device ? "folder" : { path, kind: "other-device" };
  }
}

/** The words for what was found where something else is wanted. */
export function kindName(kind: "folder" | "link" | "other" | "file"): string {
  if (kind === "other") return "a device, pipe or socket";
  return kind === "link" ? "a symbolic link" : `a ${kind}`;
}

/** The folder of a relative path; "" for the output folder itself. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}
