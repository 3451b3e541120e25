// Plans and renders a file's Kubernetes manifests, for tests: objects as data, findings by code.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { k8s } from "../../../generators/k8s/index.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Plan } from "../../../src/generator/contract.js";
import { renderFile } from "../../../src/render/render-file.js";
import { TemplateEngine } from "../../../src/render/template-engine.js";
import { modelOf, type ModelOptions } from "../../fixtures/model-of.js";

const templates = fileURLToPath(new URL("../../../templates/", import.meta.url));

/** An object of the cluster, loosely typed: tests look into it by key. */
// oxlint-disable-next-line typescript/no-explicit-any -- what a YAML file holds has no type
export type Manifest = any;

export interface Planned {
  readonly plan: Plan;
  readonly paths: readonly string[];
  /** Codes found, sorted, each once. */
  readonly codes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The text of every file by path. Throws for a template that fails. */
  readonly texts: () => Promise<ReadonlyMap<string, string>>;
  /** The YAML file at `path` as data. */
  readonly object: (path: string) => Promise<Manifest>;
}

export interface PlanOptions extends ModelOptions {
  readonly flavor?: "operator" | "plain";
  readonly flinkVersion?: string;
}

export async function planned(text: string, options: PlanOptions = {}): Promise<Planned> {
  const { model, origins, diagnostics: findings } = await modelOf(text, options);
  const plan = k8s.plan({
    model,
    origins,
    findings,
    acceptedReason: () => null,
    options: {
      flavor: options.flavor ?? null,
      flinkVersion: options.flinkVersion ?? null,
      files: new Map(),
    },
  });
  const texts = async () => rendered(plan);
  return {
    plan,
    paths: plan.files.map(({ path }) => path).toSorted(),
    codes: [...new Set(plan.diagnostics.map(({ code }) => code))].toSorted(),
    diagnostics: plan.diagnostics,
    texts,
    object: async (path) => {
      const text = (await texts()).get(path);
      if (text === undefined)
        throw new Error(`no ${path} among ${plan.files.map((file) => file.path).join(", ")}`);
      return load(text);
    },
  };
}

async function rendered(plan: Plan): Promise<ReadonlyMap<string, string>> {
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
    const output = renderFile(file, { folder: "out", generator: "k8s" }, engine, fail);
    if (output !== null) texts.set(file.path, output.text);
  }
  return texts;
}

function fail({ code, message }: Diagnostic): never {
  throw new Error(`${code} ${message}`);
}

/** A small process on Kubernetes with S3 checkpoints; `rest` is appended below `deployment`. */
export function small(rest = "", sections = ""): string {
  return `
streams:
  auth_events:
    type: kafka
    topic: auth.events
    brokers: kafka:9092
checkpoints:
  main:
    type: s3
    bucket: flink-state
    prefix: jobs/
    checkpoint: { interval: 60s }
resources:
  auth_enrichment:
    parallelism: 4
    task_memory: 2gb
${sections}
deployment:
  type: kubernetes
  namespace: cards
  image: { repository: example.com/cards, tag: "1.20.4-a1" }
${rest}`;
}
