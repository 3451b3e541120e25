// Every property of four sections has a fate, and what the table says of it is what happens.
import { expect, test } from "vitest";
import type {
  Block,
  MapType,
  Properties,
  PropertyType,
} from "../../../../src/language/property.js";
import { sections } from "../../../../src/language/table.js";
import { coverage } from "../../../../src/targets/flink/configuration/coverage.js";
import { effectiveConfiguration } from "../../../../src/targets/flink/configuration/effective-configuration.js";
import type { FlinkTarget } from "../../../../src/targets/flink/configuration/configuration.js";
import type { FlinkLine } from "../../../../src/targets/flink/lines.js";
import { modelOf } from "../../../fixtures/model-of.js";
import { samples } from "./coverage-samples.js";

const covered = ["checkpoints", "state_backends", "resources", "monitoring"];

test("the table has a row for every property and no other", () => {
  const paths = covered.flatMap((section) => pathsOfSection(section)).toSorted();
  expect(Object.keys(coverage).toSorted()).toEqual(paths);
});

test("what is called an option sets one, and what is called a finding or a check is reported", async () => {
  const seen = { options: new Set<string>(), findings: new Set<string>() };
  for (const sample of samples) await observe(sample, seen);
  const missing = Object.entries(coverage).flatMap(([path, { state }]) => {
    if (state === "elsewhere" || state === "switch") return [];
    const found = state === "option" ? seen.options : seen.findings;
    return isCovered(path, found) ? [] : [`${state} ${path}`];
  });
  expect(missing).toEqual([]);
});

interface Sample {
  readonly text: string;
  readonly line?: FlinkLine;
  readonly target?: FlinkTarget;
  readonly reactive?: boolean;
}

async function observe(
  sample: Sample,
  seen: { options: Set<string>; findings: Set<string> },
): Promise<void> {
  const { model, origins } = await modelOf(sample.text);
  for (const process of model.processes) {
    const { entries, diagnostics } = effectiveConfiguration({
      model,
      origins,
      process,
      line: sample.line ?? "1.20",
      target: sample.target ?? "operator",
      ...(sample.reactive === undefined ? {} : { reactive: sample.reactive }),
    });
    for (const { origins: sources } of entries) {
      for (const { object, key } of sources) {
        seen.options.add(generalPath(origins.of(object, key)?.path ?? ""));
      }
    }
    for (const { message } of diagnostics) {
      for (const [, path] of message.matchAll(/"([a-z_]+\.[^" ]+)"/gu)) {
        seen.findings.add(generalPath(path ?? ""));
      }
    }
  }
}

/** Bindings of the samples are called after their type, so that both spellings of a row match. */
function generalPath(path: string): string {
  return path
    .replace(/^resources\.(?!_)[^.]+\./u, "resources.")
    .replace(/^(checkpoints|state_backends)\.([^.]+)\./u, "$1.<$2>.")
    .replace(/\.\d+(?=\.|$)/gu, "[]")
    .replace(/(?<=^resources\.operators\.)[^.]+/u, "*");
}

function isCovered(path: string, seen: ReadonlySet<string>): boolean {
  for (const found of seen) {
    const common = found.replace(/\.<[^>]+>/u, "");
    // A finding about a map speaks for what is in it.
    for (const candidate of [found, common]) {
      if (
        path === candidate ||
        // An entry of a free map.
        candidate.startsWith(`${path}.`) ||
        path.startsWith(`${candidate}.`) ||
        path.startsWith(`${candidate}[`)
      ) {
        return true;
      }
    }
  }
  return false;
}

function pathsOfSection(name: string): string[] {
  const section = sections[name];
  if (section === undefined) throw new Error(`no section ${name}`);
  switch (section.kind) {
    case "named":
      return pathsOfBlock(section.block, name);
    case "named-with-reserved": {
      const reserved = Object.entries(section.reserved).flatMap(([key, block]) =>
        // Both hold the properties of a process.
        key === "_defaults" || key === "_groups"
          ? []
          : pathsOfBlock("each" in block ? block.each : block, `${name}.${key}`),
      );
      return [...pathsOfBlock(section.block, name), ...reserved];
    }
    case "fixed":
      return Object.entries(section.blocks).flatMap(([key, block]) =>
        "kind" in block
          ? pathsOfType(block, `${name}.${key}`)
          : pathsOfBlock(block, `${name}.${key}`),
      );
    default:
      throw new Error(`${name} is a section of another kind`);
  }
}

function pathsOfBlock(block: Block, path: string): string[] {
  const variants = Object.entries(block.variants).flatMap(([variant, properties]) =>
    pathsOf(properties, `${path}.<${variant}>`),
  );
  return [...pathsOf(block.common, path), ...variants];
}

function pathsOf(properties: Properties, path: string): string[] {
  return Object.entries(properties).flatMap(([key, { type }]) =>
    pathsOfType(type, `${path}.${key}`),
  );
}

function pathsOfType(type: PropertyType, path: string): string[] {
  if (type.kind === "map") return pathsOf(type.properties, path);
  if (type.kind === "free" && type.values.kind === "map")
    return pathsOf(type.values.properties, `${path}.*`);
  if (type.kind === "list" && type.items.kind === "map")
    return pathsOf(type.items.properties, `${path}[]`);
  if (type.kind === "either") {
    const maps = type.forms.filter((form): form is MapType => form.kind === "map");
    if (maps.length > 0) return maps.flatMap(({ properties }) => pathsOf(properties, path));
  }
  return [path];
}
