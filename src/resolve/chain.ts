// Reads an entry file and what it extends, base first (specification 5.2).
// Knows paths and cycles; nothing of what the documents mean.
import { posix } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { explainSyntax } from "../document/explain-syntax.js";
import { parseDocument } from "../document/parse-document.js";
import { newReadingBudget, type ReadingBudget } from "../document/reading-budget.js";
import { readSourceFile } from "../document/read-file.js";
import { entryOf, nodeSpan, type MapNode } from "../document/node.js";
import { nearestName } from "../language/nearest-name.js";
import type { Host } from "../source/host.js";
import type { SourceFile, Span } from "../source/source-file.js";

/** One file of the chain with its tree. */
export interface ChainDocument {
  readonly file: SourceFile;
  readonly root: MapNode;
}

/** The entry file and its ancestors; the base first, the entry last. */
export interface Chain {
  readonly documents: readonly ChainDocument[];
}

/** Longer chains are a mistake or an attack. */
const deepestChain = 16;

interface Visit {
  readonly file: SourceFile;
  readonly identity: string;
  readonly extendsSpan: Span | null;
}

/** What `loadChain` needs to find files and name them. */
export interface ChainRequest {
  readonly host: Host;
  /** Absolute path of the entry file, or "-" with `standardInput`. */
  readonly entry: string;
  /** Absolute path of the project root: nothing outside it is read. */
  readonly projectRoot: string;
  /** Folder that diagnostics name files from; absent: the project root. */
  readonly displayFolder?: string;
  /** The text read from standard input, when the entry is "-". */
  readonly standardInput?: string;
}

/** Reads the chain; null when a file cannot be read or parsed (reported). */
export async function loadChain(request: ChainRequest, report: Report): Promise<Chain | null> {
  const budget = newReadingBudget();
  const visits: Visit[] = [];
  const documents: ChainDocument[] = [];
  let path: string | null = request.entry;
  let referrer: Span | null = null;
  while (path !== null) {
    const read = readVisited(request, path, { referrer, visits }, budget, report);
    if (read === null) return null;
    const cycle = visits.findIndex((visit) => visit.identity === read.identity);
    visits.push({ ...read, extendsSpan: referrer });
    if (cycle !== -1 || visits.length > deepestChain) {
      reportChain(visits, cycle, report);
      return null;
    }
    const root = await parseWithExplanation(read.file, budget, report);
    if (root === null) return null;
    documents.unshift({ file: read.file, root });
    const next = parentOf(request, path, root, report);
    if (next === "refused") return null;
    path = next?.path ?? null;
    referrer = next?.span ?? null;
  }
  return { documents };
}

function readVisited(
  request: ChainRequest,
  path: string,
  { referrer, visits }: { readonly referrer: Span | null; readonly visits: readonly Visit[] },
  budget: ReadingBudget,
  report: Report,
): { file: SourceFile; identity: string } | null {
  if (path === "-") {
    return { file: { path: "<stdin>", text: request.standardInput ?? "" }, identity: "-" };
  }
  const displayed = displayPath(request.displayFolder ?? request.projectRoot, path);
  const missing = (): Diagnostic => missingParent(request.host, path, displayed, visits, referrer);
  const read = {
    absolutePath: path,
    displayPath: displayed,
    referrer,
    ...(referrer === null ? {} : { missing }),
  };
  const file = readSourceFile(request.host, read, report, budget);
  return file === null ? null : { file, identity: request.host.realPath(path) ?? path };
}

/** E706 (vocabulary decision 7), with the chain and the file that was probably meant. */
function missingParent(
  host: Host,
  path: string,
  displayed: string,
  visits: readonly Visit[],
  referrer: Span | null,
): Diagnostic {
  const chain = [...visits.map(({ file }) => file.path), displayed].join(" → ");
  const [folder, name] = [posix.dirname(path), posix.basename(path)];
  const others = host.listFolder(folder).filter((other) => other.endsWith(".infra"));
  const near = nearestName(name, others);
  return diagnose(
    "E706",
    referrer,
    { problem: `"${displayed}" does not exist (${chain})` },
    { help: near === null ? "Check the path for a slip." : `Did you mean "${near}"?` },
  );
}

/** `path` as diagnostics print it: relative to `folder`, unless it is shorter as it is. */
export function displayPath(folder: string, path: string): string {
  const relative = posix.relative(folder, path);
  if (relative.startsWith("../") && path.length < relative.length) return path;
  return relative === "" ? "." : relative;
}

async function parseWithExplanation(
  file: SourceFile,
  budget: ReadingBudget,
  report: Report,
): Promise<MapNode | null> {
  const outcome = await parseDocument(file, report, budget);
  if (outcome?.kind !== "broken") return outcome;
  await explainSyntax(outcome, report);
  return null;
}

function parentOf(
  request: ChainRequest,
  path: string,
  root: MapNode,
  report: Report,
): { path: string; span: Span } | "refused" | null {
  const entry = entryOf(root, "extends");
  if (entry === undefined) return null;
  const node = entry.value;
  const span = nodeSpan(node);
  const target = node.kind === "scalar" && typeof node.value === "string" ? node.value : null;
  if (target === null) {
    report(
      diagnose(
        "E703",
        span,
        { property: "extends", problem: "it must name one file" },
        {
          help: "Write the path of one .infra file, relative to this file: extends: base.infra",
        },
      ),
    );
    return "refused";
  }
  const problem = refusal(request, path, target);
  if (problem !== null) {
    report(diagnose("E708", span, { target, problem: problem.problem }, { help: problem.help }));
    return "refused";
  }
  return { path: posix.join(posix.dirname(path), target), span };
}

function refusal(
  request: ChainRequest,
  path: string,
  target: string,
): { problem: string; help: string } | null {
  const relativeHelp = "Name a .infra file by a path relative to this file, inside the project.";
  if (path === "-") {
    return {
      problem: "standard input has no folder to look in",
      help: "Pass the file by its path.",
    };
  }
  if (/\$\{/u.test(target)) {
    return { problem: "a variable cannot choose the parent file", help: relativeHelp };
  }
  if (/^[a-z][a-z0-9+.-]*:/iu.test(target) || target.startsWith("/") || target.includes("\\")) {
    return { problem: "only a relative path is followed", help: relativeHelp };
  }
  if (!target.endsWith(".infra")) {
    return { problem: "it does not end in .infra", help: relativeHelp };
  }
  const resolved = posix.join(posix.dirname(path), target);
  const real = request.host.realPath(resolved) ?? resolved;
  const root = request.host.realPath(request.projectRoot) ?? request.projectRoot;
  if (!isInside(root, real)) {
    return {
      problem: "it leads outside the project root",
      help: `${relativeHelp} --project sets another root.`,
    };
  }
  return null;
}

/** Whether `path` is `root` or below it; both absolute and without links. */
export function isInside(root: string, path: string): boolean {
  return root === "/" || path === root || path.startsWith(`${root}/`);
}

function reportChain(visits: readonly Visit[], cycle: number, report: Report): void {
  const last = visits.at(-1);
  const names = visits.map((visit) => visit.file.path).join(" → ");
  const problem =
    cycle === -1
      ? `the chain is longer than ${deepestChain} files: ${names}`
      : `the files extend each other: ${names}`;
  const related = visits
    .slice(1, -1)
    .flatMap((visit) =>
      visit.extendsSpan === null
        ? []
        : [{ span: visit.extendsSpan, message: `${visit.file.path} is extended here` }],
    );
  report(
    diagnose(
      "E706",
      last?.extendsSpan ?? null,
      { problem },
      {
        related,
        help: 'Remove one "extends" so that the chain ends in a file that extends nothing.',
      },
    ),
  );
}
