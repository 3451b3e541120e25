// Pipelines that are judged: those of the examples, and texts with what the examples do not show.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { findExamples } from "../../../src/build/examples.js";
import type { Context, RenderedFile } from "../harness.js";
import { renderInfra } from "../render-text.js";

/** `deployment.ci_cd` as a file writes it, read as plain YAML. */
export interface WrittenPipeline {
  readonly type: string;
  readonly jobs?: Readonly<Record<string, readonly string[] | { readonly environment?: string }>>;
  readonly [key: string]: unknown;
}

/** One file with a pipeline, and all that is emitted for it. */
export interface PipelineInput {
  readonly name: string;
  readonly written: WrittenPipeline;
  readonly files: readonly RenderedFile[];
}

interface WrittenFile {
  readonly deployment?: { readonly type?: string; readonly ci_cd?: WrittenPipeline };
}

/** Every file with a pipeline of this type. */
export async function pipelineInputs(
  context: Context,
  type: string,
): Promise<readonly PipelineInput[]> {
  const found: PipelineInput[] = [];
  for (const { name, entries } of findExamples(context.root)) {
    for (const entry of entries) {
      const file = parse(readFileSync(entry, "utf8")) as WrittenFile;
      const written = file.deployment?.ci_cd;
      const environment = /([^/]+)\.infra$/u.exec(entry)?.[1] ?? "";
      const rendered = context.rendered.find((one) => one.name === `${name}/${environment}`);
      if (written?.type !== type || rendered === undefined) continue;
      found.push({ name: rendered.name, written, files: rendered.files });
    }
  }
  for (const [name, text] of Object.entries(texts)) {
    const { deployment } = parse(text) as WrittenFile;
    const written = deployment?.ci_cd;
    if (written?.type !== type) continue;
    const files = await renderInfra(text, ["ci-cd", generators[deployment?.type ?? ""] ?? ""]);
    found.push({ name, written, files });
  }
  return found;
}

/** Which generator emits what is deployed. */
const generators: Readonly<Record<string, string>> = {
  kubernetes: "k8s",
  yarn: "yarn",
  standalone: "standalone",
  docker_compose: "compose",
};

function text(deployment: string, more = ""): string {
  return `version: "1.0"
environment: night
resources:
  totals: { parallelism: 2, jar: jobs/totals.jar }
  alarms: { parallelism: 2, jar: jobs/alarms.jar }
checkpoints:
  default: { type: hdfs, path: "hdfs://namenode/flink", interval: 60s }
${more}
deployment:
  flink_version: "1.20"
${deployment}`;
}

const lookup = `lookups:
  rates:
    type: postgresql
    jdbc_url: \${RATES_URL}
    schema: s
    table: t
    query: { key_column: k }`;

/** Commands that break out of everything that does not keep a text whole. `record` is a stub. */
const hostile = JSON.stringify([
  "record one",
  `record 'a b' "c;d" 'e"f' '#g' '{h: i}' '- j'`,
  'record first\nfor word in x y; do record "$word"; done\n',
  String.raw`record "$(printf '%s' '*')" '$HOME' '\n' "back\\slash"`,
  "record 'tab\there' '%{x}' '{{ .Values.y }}' ':: warning ::' '##[error]'",
  "if true; then record 'yes: no'; fi",
  "record - --flag=1 '@x' '&y' '!z' '*w' '\u00e9' '\u{1F600}'",
  "  record indented  ",
  'record "$${HOME:+set} $$(( 1 + 1 ))"',
]);

const texts: Readonly<Record<string, string>> = {
  "hostile commands on GitHub": text(`  type: kubernetes
  namespace: night
  ci_cd:
    type: github_actions
    workflow: { on_push: { branches: [main, "release/**", "!release/old"] } }
    jobs:
      first: ${hostile}
      second: [record second]
      third: { environment: "Night shift/eu.1", needs: [second] }
      after: [record after]
`),
  "YARN by GitHub": text(
    `  type: yarn
  mode: session
  ci_cd:
    type: github_actions
    workflow: { on_pull_request: {}, on_push: { branches: [main] } }
    pipeline: { runner_labels: [self-hosted, hadoop], login: [record kinit] }
`,
    lookup,
  ),
  "hosts by GitHub": text(`  type: standalone
  cluster: { job_manager: { host: localhost }, task_managers: [{ host: localhost, slots: 4 }] }
  ci_cd: { type: github_actions }
`),
  "a cluster that runs, by GitHub": text(`  type: standalone
  job_manager: "localhost:8081"
  ci_cd: { type: github_actions }
`),
  "Compose by GitHub": text(
    `  type: docker_compose
  compose: { project_name: night }
  ci_cd: { type: github_actions, workflow: { on_push: { branches: [main] } } }
`,
    lookup,
  ),
  "hostile commands on GitLab": text(`  type: kubernetes
  namespace: night
  ci_cd:
    type: gitlab_ci
    stages: [one, two, three]
    pipeline: { login: [record login], image: "registry.example.com/kubectl:1.31" }
    last: { stage: three, script: [record last], when: always }
    roll_out: { stage: two, environment: night/eu.1, only: [main, "/^release-/", tags] }
    never_run: { stage: one, script: [record never], when: never }
    first:
      stage: one
      script: ${hostile}
`),
  "Compose by GitLab": text(
    `  type: docker_compose
  compose: { project_name: night }
  ci_cd: { type: gitlab_ci, roll_out: { stage: deploy, environment: night, only: [main] } }
`,
    lookup,
  ),
};
