// `npm run conformance [-- <system…>]`: real programs read what the examples render. Installs what it
// needs from the package registries, stops all that it started, and prints "N passed, N failed" last.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { contextFor, Processes, type Tally } from "./harness.js";
import { renderExamples } from "./render.js";
import { systems } from "./systems.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

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
  const rendered = await renderExamples(root);
  const started = chosen.map((system) => {
    const context = contextFor(system, { root, cache, scratch }, { rendered, processes, tally });
    const prepared = system.prepare?.(context);
    // Its failure is the system's, told when its turn comes.
    prepared?.catch(() => undefined);
    return { system, context, prepared };
  });
  try {
    for (const { system, context, prepared } of started) {
      process.stdout.write(`\n== ${system.name}: ${system.proves}\n`);
      const start = performance.now();
      try {
        await prepared;
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
