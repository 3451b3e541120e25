// `npm run conformance [-- <system…>]`: real programs read what the examples render. Installs what it
// needs from the package registries, stops all that it started, and prints "N passed, N failed" last.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileExample, findExamples } from "../../src/build/examples.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { contextFor, Processes, type Rendered, type Tally } from "./harness.js";
import { systems } from "./systems.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function renderExamples(): Promise<readonly Rendered[]> {
  const rendered: Rendered[] = [];
  for (const example of findExamples(root)) {
    const compilations = await compileExample(example);
    for (const { diagnostics, scopes } of compilations) {
      if (hasErrors(diagnostics)) throw new Error(`The example ${example.name} has errors.`);
      const environment = scopes[0]?.environment ?? "";
      const files = scopes.flatMap((scope) => scope.files);
      rendered.push({ name: `${example.name}/${environment}`, files });
    }
  }
  return rendered;
}

async function conformance(names: readonly string[]): Promise<Tally> {
  const unknown = names.filter((name) => systems.every((system) => system.name !== name));
  if (unknown.length > 0) {
    throw new Error(
      `No system ${unknown.join(", ")}; there are ${systems.map(({ name }) => name).join(", ")}.`,
    );
  }
  const chosen = systems.filter(({ name }) => names.length === 0 || names.includes(name));
  const tally: Tally = { passed: 0, failed: 0 };
  const cache =
    process.env["NEXGEN_CONFORMANCE_CACHE"] ?? join(homedir(), ".cache/nexgen-conformance");
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), "nexgen-conformance-"));
  const processes = new Processes();
  const cleanUp = async (): Promise<void> => {
    await processes.stop();
    rmSync(scratch, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
  }
  const rendered = await renderExamples();
  try {
    for (const system of chosen) {
      process.stdout.write(`\n== ${system.name}: ${system.proves}\n`);
      const context = contextFor(system, { cache, scratch }, { rendered, processes, tally });
      const start = performance.now();
      try {
        await system.run(context);
      } catch (error) {
        tally.failed += 1;
        process.stdout.write(
          `FAILED ${system.name}: it could not be run\n    ${String(error).replaceAll("\n", "\n    ")}\n`,
        );
      }
      process.stdout.write(
        `== ${system.name}: ${Math.round((performance.now() - start) / 1000)} s\n`,
      );
    }
  } finally {
    await cleanUp();
  }
  return tally;
}

try {
  const { passed, failed } = await conformance(process.argv.slice(2));
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  process.stdout.write(
    `${error instanceof Error ? error.message : String(error)}\n\n0 passed, 1 failed\n`,
  );
  process.exitCode = 1;
}
