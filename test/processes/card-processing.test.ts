// The example card-processing with its process files: as shipped, and with one slip each.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyseFiles, lineOf } from "../resolve/project.js";

const folder = fileURLToPath(new URL("../../examples/card-processing/", import.meta.url));

/** Every file of the example by its path in it. */
function exampleFiles(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  return Object.fromEntries(
    files.map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
  );
}

/** What is found in one environment once `path` of the example is changed. */
async function found(
  entry: string,
  path: string,
  from: string,
  to: string,
): Promise<readonly string[]> {
  const files = exampleFiles();
  const text = files[path] ?? "";
  expect(text).toContain(from);
  const outcome = await analyseFiles(
    { ...files, [path]: text.replace(from, to) },
    { entry, processes: "processes" },
  );
  return outcome.diagnostics.filter(({ severity }) => severity === "error").map(lineOf);
}

test.each(["development", "staging", "production", "production-flink2"])(
  "%s is linked without an error or an unused binding",
  async (name) => {
    const { diagnostics } = await analyseFiles(exampleFiles(), {
      entry: `${name}.infra`,
      processes: "processes",
    });
    const codes = diagnostics.map(({ code }) => code).filter((code) => code !== "W702");
    expect(codes).toEqual(name === "development" ? Array(5).fill("W703") : []);
  },
);

test("removing one binding", async () => {
  const entry = "production-flink2.infra";
  const removed = await found(
    entry,
    entry,
    "\nstreams:\n",
    "\nlookups:\n  customers: null\nstreams:\n",
  );
  expect(removed).toEqual([
    'E700 processes/authorization_enrichment.proc:11:18 The process "authorization_enrichment" looks up "customers", which is not bound in "lookups".',
    'E700 processes/dispute_intake.proc:10:18 The process "dispute_intake" looks up "customers", which is not bound in "lookups".',
  ]);
});

test("reversing one direction", async () => {
  const [source, sink] = [
    "auth_events:\n    type: kafka\n    direction: source",
    "direction: sink",
  ];
  const reversed = await found(
    "production.infra",
    "base.infra",
    source,
    source.replace("direction: source", sink),
  );
  expect(reversed).toEqual([
    'E720 processes/authorization_enrichment.proc:8:13 The process "authorization_enrichment" receives from "auth_events", and "streams.auth_events" is a sink only.',
  ]);
});

test("misspelling one name", async () => {
  const path = "processes/fraud_detection.proc";
  expect(await found("production.infra", path, "to fraud_alerts", "to fraud_alert")).toEqual([
    `E700 ${path}:15:25 The process "fraud_detection" emits to "fraud_alert", which is not bound in "streams".`,
  ]);
});
