// Runs command lines in a process of its own and writes the code that V8 compiled for one bundle:
// node record-code-cache.mjs <dist> <bundle> <JSON list of command lines>
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [dist, bundle, commandLines] = process.argv.slice(2);
const { codeCaches, loadBundle } = createRequire(import.meta.url)(`${dist}nexgen.cjs`);
const silent = {
  out: () => {},
  err: () => {},
  folder: process.cwd(),
  colorByDefault: false,
  readStandardInput: async () => "",
};
const { run } = loadBundle("command");
for (const args of JSON.parse(commandLines)) {
  // The command chooses the bundle.
  process.argv = [process.execPath, `${dist}nexgen.cjs`, ...args];
  await run(args, silent);
}
writeFileSync(`${dist}${bundle}.cache`, codeCaches().get(bundle));
