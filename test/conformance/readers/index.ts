// Every YAML file by the readers that it may meet, of YAML 1.1 and of 1.2: all must read the same value,
// in which every key is text. What one of them takes for a date, a number or a truth is found so.
import { deepStrictEqual, ok } from "node:assert";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, System } from "../harness.js";
import { claims, limits } from "./claims.js";
import { yamlFiles } from "./files.js";
import { readers as installed } from "./programs.js";
import { traps } from "./traps.js";

export const readers: System = {
  name: "readers",
  proves: "YAML files mean the same to the readers of Java, Go, Python and JavaScript",
  claims,
  limits,
  run,
};

async function run(context: Context): Promise<void> {
  const files = await yamlFiles(context);
  const paths = files.map(({ text }, index) => {
    const path = join(context.scratch, "yaml", `${index}.yaml`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  });
  const answers: Answers[] = [];
  for (const { name, read } of await installed(context)) {
    answers.push({ reader: name, values: await read(paths) });
  }
  for (const [index, file] of files.entries()) {
    await context.check(`${file.name}: one meaning`, () => proveOneMeaning(index, answers));
  }
  // All could be wrong alike.
  await context.check("k8s: every trap arrives as it is", () => {
    const values = answers.flatMap((answer) => answer.values);
    const found = values.map(annotationsIn).filter((annotations) => "trap-0" in annotations);
    ok(found.length > 0, "no annotation is a trap");
    for (const annotations of found) {
      const arrived = traps.map((_, index) => annotations[`trap-${index}`]);
      deepStrictEqual(arrived, traps);
    }
  });
}

/** Annotations of the pods of a FlinkDeployment, the only document of its file. */
function annotationsIn(value: unknown): Readonly<Record<string, unknown>> {
  const [deployment] = value as readonly [FlinkDeployment | null, ...unknown[]];
  return deployment?.spec?.podTemplate?.metadata?.annotations ?? {};
}

interface FlinkDeployment {
  readonly spec?: {
    readonly podTemplate?: {
      readonly metadata?: { readonly annotations?: Readonly<Record<string, unknown>> };
    };
  };
}

/** What one reader made of all files, in order. */
interface Answers {
  readonly reader: string;
  readonly values: readonly unknown[];
}

function proveOneMeaning(index: number, [first, ...others]: readonly Answers[]): void {
  const value = first?.values[index];
  ok(Array.isArray(value) && value.length > 0, `${first?.reader}: ${String(value)}`);
  const odd = JSON.stringify(value).match(/"!(?:key|number|Date|Set|Uint8Array) [^"]*"/gu);
  deepStrictEqual(odd, null, "a key is no text, or a value has no place in JSON");
  // The name is in what a failure prints.
  for (const { reader, values } of others)
    deepStrictEqual({ [reader]: values[index] }, { [reader]: value });
}
