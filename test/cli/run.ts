// Runs the command line in this process, in a folder of its own, with what it printed.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as core from "../../src/cli/core.js";
import { main } from "../../src/cli/main.js";

/** What one call printed, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A temporary project folder. */
export interface Project {
  readonly folder: string;
  readonly run: (...args: string[]) => Promise<Outcome>;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  /** Every file below the folder with its bytes and mtime, for "nothing changed". */
  readonly snapshot: () => Readonly<Record<string, string>>;
  readonly remove: () => void;
}

/** A project with `files`; standard input holds `input`. */
export function project(files: Readonly<Record<string, string>>, input = ""): Project {
  const folder = mkdtempSync(join(tmpdir(), "nexgen-cli-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("package.json", "{}");
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    run: async (...args) => {
      let out = "";
      let err = "";
      const code = await main(args, {
        version: "0.0.0-test",
        core: async () => core,
        terminal: {
          out: (text) => (out += text),
          err: (text) => (err += text),
          folder,
          colorByDefault: false,
          readStandardInput: async () => input,
        },
      });
      return { code, out, err };
    },
    snapshot: () => snapshotOf(folder, ""),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function snapshotOf(folder: string, prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isSymbolicLink()) found[path] = "link";
    else if (entry.isDirectory()) Object.assign(found, snapshotOf(folder, path));
    else {
      const { mtimeNs } = statSync(join(folder, path), { bigint: true });
      found[path] = `${mtimeNs} ${readFileSync(join(folder, path), "base64")}`;
    }
  }
  return found;
}
