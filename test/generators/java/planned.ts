// Plans and renders a file's Java project, for tests: files by path, findings by code.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { java } from "../../../generators/java/index.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { renderFile } from "../../../src/render/render-file.js";
import { TemplateEngine } from "../../../src/render/template-engine.js";
import { modelOf, type ModelOptions } from "../../fixtures/model-of.js";

const templates = fileURLToPath(new URL("../../../templates/", import.meta.url));

export interface Planned {
  /** What was found before the generator ran. */
  readonly findings: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
  /** `CODE path-of-the-place`, sorted; the place as the file spells it, empty for none. */
  readonly found: readonly string[];
  readonly paths: readonly string[];
  /** The text of a class by its simple name, or of a file by its path. */
  readonly text: (name: string) => Promise<string>;
}

export interface PlanOptions extends ModelOptions {
  readonly flinkVersion?: string;
}

export async function planned(text: string, options: PlanOptions = {}): Promise<Planned> {
  const { model, origins, diagnostics: findings } = await modelOf(text, options);
  const plan = java.plan({
    model,
    origins,
    findings,
    acceptedReason: () => null,
    options: { flavor: null, flinkVersion: options.flinkVersion ?? null, files: new Map() },
  });
  return {
    findings,
    diagnostics: plan.diagnostics,
    found: plan.diagnostics.map(({ code, span }) => `${code} ${spelled(span)}`.trim()).toSorted(),
    paths: plan.files.map(({ path }) => path).toSorted(),
    text: async (name) => {
      const file = plan.files.find(({ path }) => path === name || path.endsWith(`/${name}.java`));
      if (file === undefined)
        throw new Error(`no ${name} among ${plan.files.map(({ path }) => path).join(", ")}`);
      const engine = new TemplateEngine({});
      if (file.body.kind === "template") {
        const source = readFileSync(`${templates}${file.body.template}.hbs`, "utf8");
        await engine.override(file.body.template, source);
      }
      const output = renderFile(file, { folder: "out", generator: "java" }, engine, fail);
      return output?.text ?? "";
    },
  };
}

function spelled(span: Diagnostic["span"]): string {
  return span === null ? "" : span.file.text.slice(span.start, span.end);
}

function fail({ code, message }: Diagnostic): never {
  throw new Error(`${code} ${message}`);
}

/** A Kafka stream called `orders` with `lines` below it, and a process with checkpoints. */
export function orders(lines: string, rest = checkpoints): string {
  return `
streams:
  orders:
    type: kafka
    topic: shop.orders
    brokers: kafka-1:9092,kafka-2:9092
${lines
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}
${rest}`;
}

/** A process `billing` that takes a checkpoint every minute. */
const checkpoints = `
checkpoints:
  main:
    type: s3
    bucket: state
    prefix: jobs/
    checkpoint: { interval: 60s, timeout: 2m }
resources:
  billing: { checkpoint: main }
`;
