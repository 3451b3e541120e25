// Plans and renders the alert rules of a file, for tests: files as text and data, findings by code.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { prometheusRules } from "../../../generators/prometheus-rules/index.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { renderFile } from "../../../src/render/render-file.js";
import { TemplateEngine } from "../../../src/render/template-engine.js";
import { positionAt } from "../../../src/source/source-file.js";
import { parse } from "../../document/read.js";
import { modelOf, type ModelOptions } from "../../fixtures/model-of.js";

const templates = fileURLToPath(new URL("../../../templates/", import.meta.url));

/** A file as data, loosely typed: tests look into it by key. */
// oxlint-disable-next-line typescript/no-explicit-any -- what a YAML file holds has no type
export type Data = any;

export interface PlanOptions extends ModelOptions {
  readonly flavor?: "plain" | "operator";
  readonly flinkVersion?: string;
  /** Text of the file of `--metrics-map`. */
  readonly metricsMap?: string;
}

export interface Planned {
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
  readonly paths: readonly string[];
  readonly text: (path: string) => string;
  readonly data: (path: string) => Data;
  /** The rules by name; of rules of one name the last. */
  readonly rules: () => Readonly<Record<string, Data>>;
}

export async function planned(text: string, options: PlanOptions = {}): Promise<Planned> {
  const { model, origins, diagnostics: findings } = await modelOf(text, options);
  const map = options.metricsMap === undefined ? null : (await parse(options.metricsMap)).root;
  const plan = prometheusRules.plan({
    model,
    origins,
    findings,
    acceptedReason: () => null,
    options: {
      flavor: options.flavor ?? null,
      flinkVersion: options.flinkVersion ?? null,
      files: new Map(map === null ? [] : [["metrics-map", map]]),
    },
  });
  const engine = new TemplateEngine({});
  const texts = new Map<string, string>();
  for (const file of plan.files) {
    const { body } = file;
    if (body.kind === "template" && !engine.has(body.template)) {
      await engine.override(
        body.template,
        readFileSync(`${templates}${body.template}.hbs`, "utf8"),
      );
    }
    const output = renderFile(file, { folder: "out", generator: "prometheus-rules" }, engine, fail);
    if (output !== null) texts.set(file.path, output.text);
  }
  const data = (path: string): Data => load(texts.get(path) ?? "");
  return {
    diagnostics: plan.diagnostics,
    codes: plan.diagnostics.map(({ code }) => code).toSorted(),
    paths: plan.files.map(({ path }) => path).toSorted(),
    text: (path) => texts.get(path) ?? "",
    data,
    rules: () =>
      Object.fromEntries(
        data("rules.yaml").groups.flatMap((group: Data) =>
          group.rules.map((rule: Data) => [rule.alert, rule]),
        ),
      ),
  };
}

function fail({ code, message }: Diagnostic): never {
  throw new Error(`${code} ${message}`);
}

/** What a diagnostic underlines, and where: `main.infra:12:31 kafka_lag`. */
export function underlined({ span }: Diagnostic): string {
  if (span === null) return "";
  const { line, column } = positionAt(span.file, span.start);
  return `${String(line)}:${String(column)} ${span.file.text.slice(span.start, span.end)}`;
}

/** One process with metrics; `monitoring` is appended below `monitoring`, `rest` at the top. */
export function watched(monitoring: string, rest = ""): string {
  return `
checkpoints:
  main: {type: s3, bucket: states, prefix: p, checkpoint: {interval: 60s}}
state_backends: {default: {type: rocksdb}}
resources:
  orders: {task_memory: 2gb}
${rest}
monitoring:
  metrics: {type: prometheus}
${monitoring}
`;
}

/** `watched` with one alert. */
export function alert(condition: string, name = "sample"): string {
  return watched(`  alerts:
    - name: ${name}
      condition: "${condition}"
      severity: warning
      channels: ["slack://cards"]`);
}
