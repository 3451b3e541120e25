// Builds the package: generated code (validators, precompiled templates), then the bundles of the
// command and of the library. `--types` adds the declaration files, `--sources` rewrites the
// generated files that are committed. Plain JavaScript, since it is what makes TypeScript runnable.
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  legalComments: "none",
};
// Only for templates that a user brings and for broken files; far too large to bundle.
const loadedOnDemand = ["prettier", "handlebars", "yaml"];

rmSync(`${root}dist`, { recursive: true, force: true });

await build({
  ...shared,
  format: "esm",
  entryPoints: { generate: "src/build/generate.ts" },
  outdir: "dist/build",
  packages: "external",
});
const { generate } = await import(pathToFileURL(`${root}dist/build/generate.js`).href);
await generate(root, { sources: process.argv.includes("--sources") });

/** The command in two bundles, the command line and what commands run on; validators lie beside. */
const separate = ({ listOnly }) => ({
  name: "separate-bundles",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/core\.js$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./core.cjs", external: true } : undefined,
    );
    onResolve({ filter: /^#generated\/validator.*\.js$/ }, ({ path }) => ({
      path: `./generated/${path.slice("#generated/".length).replace(/\.js$/, ".cjs")}`,
      external: true,
    }));
    // The command line lists generators; only what commands run on loads one.
    onResolve({ filter: /^\.\/[a-z0-9-]+\/index\.js$/ }, ({ kind, importer }) =>
      kind === "dynamic-import" && importer.endsWith("generators/index.ts") && listOnly
        ? { path: "./core.cjs", external: true }
        : undefined,
    );
    // Commander loads it for subcommands that are programs of their own; nexgen has none.
    onResolve({ filter: /^(node:)?child_process$/ }, () => ({ path: "none", namespace: "empty" }));
    onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "", loader: "js" }));
  },
});

async function bundleCommand(name, entry, listOnly) {
  await build({
    ...shared,
    // CommonJS starts faster than modules do, and one file faster than many.
    format: "cjs",
    // `import()` of CommonJS first scans the file for names, which takes longer than running it.
    supported: { "dynamic-import": false },
    minify: !process.argv.includes("--readable"),
    entryPoints: [entry],
    outfile: `dist/${name}.cjs`,
    plugins: [separate({ listOnly })],
    external: loadedOnDemand,
    define: { packageVersion: JSON.stringify(version) },
  });
}

await bundleCommand("nexgen", "src/cli/bin.ts", true);
await bundleCommand("core", "src/cli/core.ts", false);
chmodSync(`${root}dist/nexgen.cjs`, 0o755);

await build({
  ...shared,
  format: "esm",
  splitting: true,
  entryPoints: { index: "src/index.ts" },
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  external: loadedOnDemand,
  // CommonJS dependencies ask for `require` of Node's own modules.
  banner: {
    js: 'import{createRequire as nexgenRequire}from"node:module";const require=nexgenRequire(import.meta.url);',
  },
});

if (process.argv.includes("--types")) {
  const flags = ["tsc", "--emitDeclarationOnly", "--declaration", "--noEmit", "false"];
  const outcome = spawnSync("npx", flags, { cwd: root, stdio: "inherit" });
  process.exitCode = outcome.status ?? 1;
}
