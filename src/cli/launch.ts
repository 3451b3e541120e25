#!/usr/bin/env node
// Starts the command. Its bundles are compiled from V8's code cache, made when the package is built:
// for a small file, compiling them would take longer than the work. Another Node version than the
// one that built the package refuses the cache and compiles; the result is the same.
import { existsSync, readFileSync } from "node:fs";
import { Script } from "node:vm";

// This file is bundled as CommonJS.
declare const require: NodeJS.Require;
declare const module: NodeJS.Module;

type Loader = (
  exports: object,
  require: (id: string) => unknown,
  module: { exports: object },
) => void;

const scripts = new Map<string, Script>();
const loaded = new Map<string, object>();

/** What a bundle beside this file exports. */
export function loadBundle(name: string): object {
  const present = loaded.get(name);
  if (present !== undefined) return present;
  const file = `${module.path}/${name}.cjs`;
  // The bundles are ASCII: one byte a character keeps them small in memory and fast to read.
  const source = `(function(exports,require,module){${readFileSync(file, "latin1")}\n})`;
  const cachedData = readCache(name);
  const script = new Script(source, {
    filename: file,
    ...(cachedData === null ? {} : { cachedData }),
  });
  scripts.set(name, script);
  const target = { exports: {} };
  (script.runInThisContext() as Loader)(target.exports, requireFromBundle, target);
  loaded.set(name, target.exports);
  return target.exports;
}

function requireFromBundle(id: string): unknown {
  return id === "./core.cjs" ? loadBundle(coreBundle()) : require(id);
}

/** The bundle of the command that is called, where it has one of its own. */
function coreBundle(): string {
  const command = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9-]*$/.test(command)) return "core";
  return existsSync(`${module.path}/core.${command}.cjs`) ? `core.${command}` : "core";
}

function readCache(name: string): Buffer | null {
  try {
    return readFileSync(`${module.path}/${name}.cache`);
  } catch {
    // The package works without it.
    return null;
  }
}

/** The compiled code of every bundle loaded so far, for the build to write. */
export function codeCaches(): ReadonlyMap<string, Buffer> {
  return new Map([...scripts].map(([name, script]) => [name, script.createCachedData()]));
}

if (require.main === module) (loadBundle("command") as { start: () => void }).start();
