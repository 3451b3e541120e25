// Builds the package: generated code (validators, precompiled templates), then the bundles of the
// command and of the library, split so that a run loads only what it uses. `--types` adds the
// declaration files. Plain JavaScript, since it is what makes TypeScript runnable.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  logLevel: "warning",
};

rmSync(`${root}dist`, { recursive: true, force: true });

await build({
  ...shared,
  entryPoints: { generate: "src/build/generate.ts" },
  outdir: "dist/build",
  packages: "external",
});
const { generate } = await import(pathToFileURL(`${root}dist/build/generate.js`).href);
await generate(root, { types: process.argv.includes("--model-types") });

await build({
  ...shared,
  entryPoints: { nexgen: "src/cli/bin.ts", index: "src/index.ts" },
  outdir: "dist",
  splitting: true,
  minify: true,
  chunkNames: "chunks/[name]-[hash]",
  // Only for templates that a user brings and for broken files; far too large to bundle.
  external: ["prettier", "handlebars", "yaml"],
  legalComments: "none",
  // CommonJS dependencies ask for `require` of Node's own modules.
  banner: {
    js: 'import{createRequire as nexgenRequire}from"node:module";const require=nexgenRequire(import.meta.url);',
  },
});
chmodSync(`${root}dist/nexgen.js`, 0o755);

if (process.argv.includes("--types")) {
  const outcome = spawnSync(
    "npx",
    ["tsc", "--emitDeclarationOnly", "--declaration", "--noEmit", "false"],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  process.exitCode = outcome.status ?? 1;
}
