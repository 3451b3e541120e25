// Workflows of GitHub Actions, read by GitHub's own parser and by actionlint, and run by bash step by
// step in the order that the parser finds.
import { deepStrictEqual, notStrictEqual, ok, strictEqual } from "node:assert";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import versions from "../versions.json" with { type: "json" };
import { Bench, type Call } from "./bench.js";
import { callsOf, deploymentCalls, meant, sameCalls } from "./expected.js";
import { pipelineInputs, type PipelineInput } from "./inputs.js";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly id: string;
  readonly needs?: readonly string[];
  readonly steps: readonly Step[];
}

/** A workflow as GitHub's parser reads it. */
interface Workflow {
  readonly errors: readonly string[];
  readonly jobs: readonly Job[];
  readonly events: Readonly<Record<string, unknown>>;
}

/** The two programs, installed once. */
interface Readers {
  readonly parser: string;
  readonly actionlint: string;
}

/** GitHub's parser, bundled for any Node.js, and actionlint. */
async function installReaders(context: Context): Promise<Readers> {
  const { workflowParser, actionlint } = versions.ciCd;
  const folder = join(context.cache, `workflow-parser-${workflowParser}`);
  const parser = join(folder, "read-workflow.cjs");
  if (!existsSync(parser)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    const source = join(folder, "read-workflow.js");
    cpSync(join(context.root, "test/conformance/ci-cd/read-workflow.js"), source);
    const wanted = `@actions/workflow-parser@${workflowParser}`;
    await context.must("npm", ["install", "--no-audit", "--no-fund", wanted], { cwd: folder });
    // It imports JSON in a way that only bundlers understand.
    const esbuild = join(context.root, "node_modules/.bin/esbuild");
    const options = ["--bundle", "--platform=node", "--format=cjs", "--log-level=warning"];
    await context.must(esbuild, [source, ...options, `--outfile=${parser}`], { cwd: folder });
  }
  const linter = join(context.cache, `actionlint-${actionlint}`);
  if (!existsSync(join(linter, "actionlint"))) {
    const module = `github.com/rhysd/actionlint/cmd/actionlint@v${actionlint}`;
    await context.must("go", ["install", module], { env: { GOBIN: linter } });
  }
  return { parser, actionlint: join(linter, "actionlint") };
}

/** Judges every workflow. */
export async function checkWorkflows(context: Context): Promise<void> {
  const readers = await installReaders(context);
  for (const input of await pipelineInputs(context, "github_actions")) {
    await checkWorkflow(context, readers, input);
  }
  await checkStaleness(context, readers);
}

// Single quotes around a dollar sign are what a hostile command is about; labels of runners of one's own
// are nothing that a linter knows.
const lintOptions = ["-no-color", "-ignore", "SC2016", "-ignore", 'label ".+" is unknown'];

/** The output folder that the file names. */
function outputOf({ written }: PipelineInput): string {
  return (written["pipeline"] as { readonly output?: string } | undefined)?.output ?? "out";
}

async function checkWorkflow(
  context: Context,
  readers: Readers,
  input: PipelineInput,
): Promise<void> {
  const { name, files } = input;
  const emitted = files.find(({ path }) => path.includes("/.github/workflows/"));
  if (emitted === undefined) throw new Error(`${name} has no workflow.`);
  const bench = new Bench(context, name);
  const path = emitted.path.slice(emitted.path.indexOf(".github/"));
  bench.file(path, emitted.text);
  bench.write(files, outputOf(input));
  const file = join(bench.repository, path);
  const workflow = await read(context, readers, file);
  await context.check(`${name}: GitHub's parser reads the workflow`, () => {
    deepStrictEqual(workflow.errors, []);
  });
  await context.check(`${name}: actionlint finds nothing`, async () => {
    const { stdout, code } = await context.exec(readers.actionlint, [...lintOptions, file]);
    strictEqual(`${stdout}${code ?? ""}`, "0");
  });
  await context.check(`${name}: triggers and jobs are those of the file`, () =>
    sameShape(input, workflow),
  );
  await context.check(`${name}: steps run what the file says, in its order`, async () =>
    runsAsWritten(input, workflow, bench, emitted.text),
  );
}

async function read(context: Context, { parser }: Readers, file: string): Promise<Workflow> {
  const { stdout } = await context.must("node", [parser, file]);
  return JSON.parse(stdout) as Workflow;
}

interface WrittenTriggers {
  readonly on_push?: { readonly branches?: readonly string[] };
  readonly on_pull_request?: { readonly types?: readonly string[] };
}

function sameShape({ written }: PipelineInput, { events, jobs }: Workflow): void {
  const { on_push: push, on_pull_request: pull } = (written["workflow"] ?? {}) as WrittenTriggers;
  deepStrictEqual(
    Object.keys(events).toSorted(),
    [
      ...(pull === undefined ? [] : ["pull_request"]),
      ...(push === undefined ? [] : ["push"]),
      ...(push === undefined ? ["workflow_dispatch"] : []),
    ].toSorted(),
  );
  if (push !== undefined) deepStrictEqual(events["push"], push);
  const named = Object.keys(written.jobs ?? { deploy: null });
  deepStrictEqual(
    jobs.map(({ id }) => id).filter((id) => id !== "nexgen-check"),
    named,
  );
  for (const { steps } of jobs) ok(/^actions\/checkout@[0-9a-f]{40}$/u.test(steps[0]?.uses ?? ""));
}

/** Jobs so that each comes after what it needs. */
function inOrder(jobs: readonly Job[]): readonly Job[] {
  const done: Job[] = [];
  for (let rest = [...jobs]; rest.length > 0;) {
    const next = rest.filter(({ needs }) =>
      (needs ?? []).every((need) => done.some(({ id }) => id === need)),
    );
    ok(next.length > 0, "jobs wait for each other");
    done.push(...next);
    rest = rest.filter((job) => !next.includes(job));
  }
  return done;
}

const secretOf = (name: string): string => `secret of ${name}`;

async function runsAsWritten(
  input: PipelineInput,
  { jobs }: Workflow,
  bench: Bench,
  text: string,
): Promise<void> {
  const { written, files } = input;
  const order = inOrder(jobs.filter(({ id }) => id !== "nexgen-check").map(withoutCheck));
  deepStrictEqual(
    order.map(({ id }) => id),
    Object.keys(written.jobs ?? { deploy: null }),
    "the order of the file",
  );
  const secrets = secretsIn(text);
  const recorder = new Bench(bench.context, `${input.name} as written`);
  recorder.write(files, outputOf(input));
  for (const { id, steps } of order) {
    for (const { run } of steps) {
      if (run === undefined) continue;
      const { code, stderr } = await bench.run(run, secrets);
      ok(code === 0, `${id}: ${stderr}`);
    }
    const got = bench.calls();
    const job = written.jobs?.[id];
    if (isCommands(job)) {
      deepStrictEqual(
        steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
        job.map(meant),
        "each command is a step",
      );
      sameCalls(got, await callsOf(recorder, job));
    } else {
      const login = (written["pipeline"] as { readonly login?: readonly string[] } | undefined)
        ?.login;
      const before: readonly Call[] = await callsOf(recorder, login ?? []);
      sameCalls(got, deploymentCalls(input, outputOf(input), before));
      hidesSecrets(got, bench, login === undefined && text.includes("secrets.KUBECONFIG"));
    }
  }
}

function withoutCheck(job: Job): Job {
  return { ...job, needs: (job.needs ?? []).filter((need) => need !== "nexgen-check") };
}

function isCommands(job: unknown): job is readonly string[] {
  return Array.isArray(job);
}

/** A value for each secret that a step is given. */
function secretsIn(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^ {10}(\w+): "\$\{\{ secrets\.(\w+) \}\}"$/gmu);
  return Object.fromEntries(
    Array.from(found, ([, name = "", secret = ""]) => [name, secretOf(secret)]),
  );
}

/** No call has a secret among its words, and a kubeconfig is a file that its owner alone reads. */
function hidesSecrets(calls: readonly Call[], bench: Bench, hasKubeconfig: boolean): void {
  ok(calls.every((words) => words.every((word) => !word.includes("secret of "))));
  if (!hasKubeconfig) return;
  const path = join(bench.environment["RUNNER_TEMP"] ?? "", "kubeconfig");
  strictEqual(readFileSync(path, "utf8").trimEnd(), secretOf("KUBECONFIG"));
  strictEqual(statSync(path).mode & 0o777, 0o600);
  strictEqual(
    readFileSync(bench.environment["GITHUB_ENV"] ?? "", "utf8").trimEnd(),
    `KUBECONFIG=${path}`,
  );
}

/** The job that checks the committed output, with nexgen itself, in a copy of this repository. */
async function checkStaleness(context: Context, readers: Readers): Promise<void> {
  const [input] = (await pipelineInputs(context, "github_actions")).filter(
    ({ name }) => name === "card-processing/staging",
  );
  const path = ".github/workflows/staging.yml";
  const emitted = `out/card-processing/staging/ci-cd/${path}`;
  ok(input !== undefined);
  const bench = new Bench(context, "a repository");
  for (const folder of ["examples", "out/card-processing"]) {
    cpSync(join(context.root, folder), join(bench.repository, folder), { recursive: true });
  }
  bench.program(
    "npx",
    `#!/bin/bash\n[[ "$1 $2" == '--no-install nexgen' ]] || exit 9\nexec node '${context.root}/dist/nexgen.cjs' "\${@:3}"\n`,
  );
  const job = (await read(context, readers, join(bench.repository, emitted))).jobs.find(
    ({ id }) => id === "nexgen-check",
  );
  const codes = async (): Promise<readonly (number | null)[]> => {
    const found: (number | null)[] = [];
    for (const { run } of job?.steps ?? []) {
      if (run !== undefined) found.push((await bench.run(run)).code);
    }
    return found;
  };
  const text = readFileSync(join(bench.repository, emitted), "utf8");
  await context.check(
    "the check passes for what is committed, copied as the README says",
    async () => {
      const readme = readFileSync(join(bench.repository, emitted, "../../../README.md"), "utf8");
      const [, commands = ""] = /```sh\n([^`]*)```/u.exec(readme) ?? [];
      strictEqual((await bench.run(commands)).code, 0);
      deepStrictEqual(await codes(), [0, 0, 0]);
    },
  );
  await context.check("the check fails for a manifest that was changed by hand", async () => {
    const manifest = "out/card-processing/staging/k8s/namespace.yaml";
    const kept = readFileSync(join(bench.repository, manifest), "utf8");
    bench.file(manifest, kept.replace("credit-card", "debit-card"));
    notStrictEqual((await codes())[1], 0);
    bench.file(manifest, kept);
  });
  await context.check("the check fails for a workflow that was changed by hand", async () => {
    bench.file(path, text.replace("contents: read", "contents: write"));
    notStrictEqual((await codes())[2], 0);
  });
}
