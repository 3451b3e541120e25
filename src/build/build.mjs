// Builds the package: generated code (validators, precompiled templates), then the bundles of the
// command and of the library. `--types` adds the declaration files, `--sources` rewrites the
// generated files that are committed. Plain JavaScript, since it is what makes TypeScript runnable.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
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
// Only for templates that a user brings and for broken files; far too large to bundle. As a plugin,
// since the name alone would also keep `handlebars/runtime` out, which every run needs.
const loadedOnDemand = {
  name: "loaded-on-demand",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(prettier|handlebars|yaml)$/ }, ({ path }) => ({ path, external: true })),
};

removeEarlierBuild({ keep: process.argv.includes("--types") ? [] : ["types"] });

/** Between `prepack`, which makes the declaration files, and the packing, npm runs `prepare`. */
function removeEarlierBuild({ keep }) {
  const names = existsSync(`${root}dist`) ? readdirSync(`${root}dist`) : [];
  for (const name of names.filter((name) => !keep.includes(name))) {
    rmSync(`${root}dist/${name}`, { recursive: true });
  }
}

const { generate } = await buildTool("generate");
await generate(root);
if (process.argv.includes("--sources")) {
  const { writeSources } = await buildTool("sources");
  await writeSources(root);
}

/** What a module of `src/build/` exports. */
async function buildTool(name) {
  await build({
    ...shared,
    format: "esm",
    entryPoints: { [name]: `src/build/${name}.ts` },
    outdir: "dist/build",
    packages: "external",
  });
  return import(pathToFileURL(`${root}dist/build/${name}.js`).href);
}

/** What esbuild takes for a module that a bundle does without. */
const leftOut = { path: "none", namespace: "empty" };

/**
 * The command in bundles: the command line, and what commands run on, with the generators that `holds`
 * names. Validators lie beside.
 */
const separate = ({ holds }) => ({
  name: "separate-bundles",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/core\.js$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./core.cjs", external: true } : undefined,
    );
    // Loaded only to explain a refusal, and large.
    onResolve({ filter: /^#generated\/validator-details\.js$/ }, () => ({
      path: "./generated/validator-details.cjs",
      external: true,
    }));
    // Only a run with --processes loads it.
    onResolve({ filter: /^\.\/process-linking\.js$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./processes.cjs", external: true } : undefined,
    );
    // The bundle of one command never loads another generator, nor its templates.
    onResolve({ filter: /^\.\/[a-z0-9-]+\/index\.js$/ }, ({ path, kind, importer }) =>
      kind === "dynamic-import" &&
      importer.endsWith("generators/index.ts") &&
      !holds(path.split("/")[1])
        ? leftOut
        : undefined,
    );
    onResolve({ filter: /^\.\/templates\/[a-z0-9-]+\.js$/ }, ({ path }) =>
      holds(/([a-z0-9-]+)\.js$/.exec(path)[1]) ? undefined : leftOut,
    );
    // Commander loads it for subcommands that are programs of their own; nexgen has none.
    onResolve({ filter: /^(node:)?child_process$/ }, () => leftOut);
    onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "", loader: "js" }));
  },
});

async function bundleCommand(name, entry, holds) {
  await build({
    ...shared,
    // CommonJS starts faster than modules do, and one file faster than many.
    format: "cjs",
    // `import()` of CommonJS first scans the file for names, which takes longer than running it.
    supported: { "dynamic-import": false },
    minify: !process.argv.includes("--readable"),
    entryPoints: [entry],
    outfile: `dist/${name}.cjs`,
    plugins: [loadedOnDemand, separate({ holds })],
    define: { packageVersion: JSON.stringify(version) },
  });
}

/**
 * Runs what users run, so that the caches hold the code that those runs compile. Reading code and cache
 * takes time by their size: the generator that is called alone most often has a bundle of its own.
 */
function writeCodeCaches() {
  record("command", [["--help"], ["k8s", "--help"]]);
  record("core.k8s", [exampleRun("k8s")]);
  record("core", [exampleRun("build")]);
}

function exampleRun(command) {
  const example = "examples/card-processing/production.infra";
  return [command, example, "--dry-run", "-o", "out/card-processing"];
}

function record(bundle, commandLines) {
  const script = `${root}src/build/record-code-cache.mjs`;
  const args = [script, `${root}dist/`, bundle, JSON.stringify(commandLines)];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`no code cache for ${bundle}`);
}

const none = () => false;
await bundleCommand("nexgen", "src/cli/launch.ts", none);
await bundleCommand("command", "src/cli/bin.ts", none);
await bundleCommand("core", "src/cli/core.ts", () => true);
await bundleCommand("core.k8s", "src/cli/core.ts", (id) => id === "k8s");
await bundleCommand("processes", "src/compile/process-linking.ts", none);
writeCodeCaches();
chmodSync(`${root}dist/nexgen.cjs`, 0o755);

await build({
  ...shared,
  format: "esm",
  splitting: true,
  entryPoints: { index: "src/index.ts" },
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  plugins: [loadedOnDemand],
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
