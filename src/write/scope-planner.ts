// Plans the files of one scope after the other against one view of the output folder.
// Reads only; what it decides per file is the table in classify.ts.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { classify } from "./classify.js";
import { shownPath, type OutputRoot } from "./failures.js";
import { controlFolder, manifestFile, scopeFolder } from "./layout.js";
import { parseManifest, printManifest, type Manifest, type ManifestEntry } from "./manifest.js";
import type { FoundRoot } from "./output-root.js";
import { kindName, OutputTree, sha256, type FolderProblem } from "./output-tree.js";
import type {
  DesiredScope,
  NewContent,
  PendingRun,
  PlannedFile,
  PlannedManifest,
  WriteAction,
  WritePorts,
} from "./write-plan.js";

interface PlannerContext {
  readonly force: boolean;
  readonly ports: WritePorts;
}

/** What is recorded and wanted about one path. */
interface Subject {
  readonly path: string;
  readonly manifest: string;
  readonly owned: ManifestEntry | null;
  readonly after: NewContent | null;
}

/** Collects the plan of all scopes; diagnostics go to `found`. */
export class ScopePlanner {
  private readonly files: PlannedFile[] = [];
  private readonly manifests: PlannedManifest[] = [];
  private readonly told = new Set<string>();
  private readonly tree: OutputTree;

  constructor(
    private readonly output: FoundRoot,
    private readonly pending: PendingRun | null,
    private readonly context: PlannerContext,
    private readonly found: Diagnostic[],
  ) {
    const { root, device } = output;
    const overlay = pending?.recovery.overlay ?? new Map();
    this.tree = new OutputTree(context.ports.disk, root, device, overlay);
  }

  /** Plans the files of one scope and its manifest. */
  add(desired: DesiredScope): void {
    const path = manifestFile(desired.scope);
    const before = this.manifestText(path);
    if (before === undefined) return;
    const recorded = before === null ? null : this.readManifest(path, before, desired);
    if (recorded === undefined) return;
    const name = path.slice(controlFolder.length + 1);
    const records = new Map<string, ManifestEntry>();
    const old = recorded?.files ?? new Map<string, ManifestEntry>();
    const wanted = new Set<string>();
    for (const file of desired.files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      wanted.add(file.path);
      const after = contentOf(file.text, file.executable);
      records.set(file.path, after.entry);
      this.file({ path: file.path, manifest: name, owned: old.get(file.path) ?? null, after });
    }
    for (const [recordedPath, owned] of old) {
      if (wanted.has(recordedPath)) continue;
      if (desired.prune) this.file({ path: recordedPath, manifest: name, owned, after: null });
      else records.set(recordedPath, owned);
    }
    const text =
      records.size === 0 ? null : printManifest({ entry: desired.entry, files: records });
    if (text !== before) this.manifests.push({ name, text, before });
  }

  /** The plan so far, sorted by path. */
  result(): { files: readonly PlannedFile[]; manifests: readonly PlannedManifest[] } {
    const files = this.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return { files, manifests: this.manifests };
  }

  /** Null where there is no manifest, undefined after a report. */
  private manifestText(path: string): string | null | undefined {
    const name = path.slice(controlFolder.length + 1);
    const changed = this.pending?.recovery.steps.manifests.find((item) => item.name === name);
    if (changed !== undefined) return changed.text;
    const entry = this.tree.entry(path);
    if (entry.kind === "missing") return null;
    if (entry.kind === "file") return this.context.ports.disk.read(entry.source).toString("utf8");
    this.otherKind(path, entry.found);
    return undefined;
  }

  /** Undefined after a report: then nothing is known about what is ours. */
  private readManifest(path: string, text: string, desired: DesiredScope): Manifest | undefined {
    const manifest = parseManifest(text, desired.scope, this.output.root);
    if (typeof manifest === "string") {
      const values = { path: shownPath(this.output, path), problem: manifest };
      this.found.push(diagnose("E978", null, values, { help: manifestHelp }));
      return undefined;
    }
    if (manifest.entry === desired.entry || this.context.force) return manifest;
    const folder = shownPath(this.output, scopeFolder(desired.scope));
    const values = { folder, earlier: manifest.entry, entry: desired.entry };
    const help = `Give each entry file an output folder of its own; if "${manifest.entry}" was renamed or replaced, run once with --force.`;
    this.found.push(diagnose("E979", null, values, { help }));
    return undefined;
  }

  private file(subject: Subject): void {
    const problem = this.tree.folderProblem(subject.path);
    if (problem !== null) {
      this.folderProblem(problem);
      return;
    }
    const entry = this.tree.entry(subject.path);
    if (entry.kind === "other" && subject.after !== null) {
      this.otherKind(subject.path, entry.found);
      return;
    }
    const { path, manifest, owned, after } = subject;
    const source = entry.kind === "file" ? entry.source : null;
    const before = source === null ? null : this.diskHash(source, after);
    const action = classify({
      // What is not a file any more cannot have the recorded hash.
      disk: entry.kind === "other" ? "" : before,
      recorded: owned?.sha256 ?? null,
      wanted: after?.entry.sha256 ?? null,
      modeMatches: entry.kind !== "file" || entry.executable === (after?.entry.mode === "755"),
      recordMatches: owned?.sha256 === after?.entry.sha256 && owned?.mode === after?.entry.mode,
    });
    if (action === null) return;
    const forced = action === "conflict" && this.context.force;
    this.tell(subject, forced ? "update" : action);
    const decision = { action: forced ? "update" : action, backup: forced } as const;
    this.files.push({ path, manifest, before, source, after, owned, ...decision });
  }

  private diskHash(source: string, after: NewContent | null): string {
    const bytes = this.context.ports.disk.read(source);
    // Comparing is cheaper than hashing, and most files have not changed.
    return after !== null && after.bytes.equals(bytes) ? after.entry.sha256 : sha256(bytes);
  }

  private tell(subject: Subject, action: WriteAction): void {
    const values = { path: shownPath(this.output, subject.path) };
    if (action === "recreate") this.found.push(diagnose("N971", null, values));
    if (action === "keep-edited") {
      const help = "Delete it if it is no longer needed.";
      this.found.push(diagnose("W970", null, values, { help }));
    }
    if (action !== "conflict") return;
    const edited = subject.owned !== null;
    this.found.push(
      diagnose(edited ? "E973" : "E974", null, values, { help: edited ? editedHelp : foreignHelp }),
    );
  }

  private folderProblem(problem: FolderProblem): void {
    if (this.told.has(problem.path)) return;
    this.told.add(problem.path);
    this.found.push(folderProblemDiagnostic(problem, this.output));
  }

  private otherKind(path: string, found: string): void {
    const values = { path: shownPath(this.output, path), found, wanted: "a file" };
    this.found.push(
      found === kindName("link")
        ? diagnose("E971", null, { path: values.path }, { help: linkHelp })
        : diagnose("E972", null, values, { help: "Move it away, or choose another folder." }),
    );
  }
}

const manifestHelp =
  "Restore it from version control; or delete it, and files that differ from the new output then need --force.";
const editedHelp =
  "Make the change in the .infra file, or run with --force, which keeps the edited file as a backup.";
const foreignHelp =
  "Move it away or choose another output folder; --force replaces it and keeps it as a backup.";
const linkHelp = "Replace the link by a real file or folder, or choose another output folder.";

function contentOf(text: string, executable: boolean): NewContent {
  const bytes = Buffer.from(text, "utf8");
  return { bytes, entry: { sha256: sha256(bytes), mode: executable ? "755" : "644" } };
}

/** E971, E972 or E985 for a path component that nothing can be written below. */
export function folderProblemDiagnostic(problem: FolderProblem, output: OutputRoot): Diagnostic {
  const path = shownPath(output, problem.path);
  if (problem.kind === "link") return diagnose("E971", null, { path }, { help: linkHelp });
  const help = "Move it away, or choose another output folder.";
  if (problem.kind === "other-device") {
    return diagnose(
      "E985",
      null,
      { path },
      { help: "Unmount it, or write to a folder inside it." },
    );
  }
  return diagnose("E972", null, { path, found: "no folder", wanted: "a folder" }, { help });
}
