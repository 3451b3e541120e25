// A real folder per test, runs of the writer in it, and pictures of what it then holds.
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { applyWrites, type WriteOutcome } from "../../src/write/commit-stage.js";
import { planWrites, type PlanOptions } from "../../src/write/plan-writes.js";
import type { DesiredScope, WritePlan } from "../../src/write/write-plan.js";

/** A fresh folder that is removed after the test; its real path. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "write-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file and the folders above it. */
export function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The scope production/k8s with these texts by name below its folder; `.sh` is executable. */
export function wanted(
  texts: Readonly<Record<string, string>>,
  more: Partial<DesiredScope> = {},
): DesiredScope {
  const scope = more.scope ?? { environment: "production", region: null, generator: "k8s" };
  const folder = [scope.environment, scope.region, scope.generator].filter((part) => part !== null);
  const files = Object.entries(texts).map(([name, text]) => ({
    path: [...folder, name].join("/"),
    text,
    executable: name.endsWith(".sh"),
  }));
  return { scope, entry: "production.infra", prune: true, files, ...more };
}

export interface Run {
  readonly plan: WritePlan;
  readonly outcome: WriteOutcome;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

/** Plans and applies. */
export function run(
  folder: string,
  scopes: readonly DesiredScope[],
  options: Partial<PlanOptions> = {},
): Run {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const plan = planWrites(folder, scopes, report, { force: false, ...options });
  const outcome = applyWrites(plan, report);
  return { plan, outcome, diagnostics, codes: diagnostics.map(({ code }) => code) };
}

/** Kind, permissions and content of everything below a folder, by relative path. */
export function picture(folder: string): Record<string, string> {
  const seen: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    const mode = (stat.mode & 0o777).toString(8);
    if (stat.isSymbolicLink()) seen[name] = `link to ${readlinkSync(path)}`;
    else if (stat.isFile()) seen[name] = `${mode} ${readFileSync(path, "utf8")}`;
    else seen[name] = "folder";
  }
  return seen;
}

/** Inode and times of everything below a folder: equal only if nothing was written. */
export function touches(folder: string): Record<string, string> {
  const seen: Record<string, string> = {};
  for (const name of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
    const stat = lstatSync(join(folder, name), { bigint: true });
    seen[name] = `${stat.ino} ${stat.mtimeNs} ${stat.ctimeNs}`;
  }
  return seen;
}
