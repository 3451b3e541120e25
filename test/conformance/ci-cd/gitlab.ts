// Pipelines of GitLab, held to GitLab's own JSON schema and run by gitlab-ci-local, as a project
// includes them.
import { deepStrictEqual, ok } from "node:assert";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import versions from "../versions.json" with { type: "json" };
import { Bench, type Call } from "./bench.js";
import { callsOf, deploymentCalls, sameCalls } from "./expected.js";
import { pipelineInputs, type PipelineInput, type WrittenPipeline } from "./inputs.js";

/** A job as a file writes it. */
interface WrittenJob {
  readonly stage?: string;
  readonly script?: readonly string[];
  readonly when?: string;
  readonly only?: readonly string[];
}

interface ListedJob {
  readonly name: string;
  readonly stage: string;
  readonly when: string;
}

/** Judges every pipeline. */
export async function checkPipelines(context: Context): Promise<void> {
  const program = await installRunner(context);
  for (const input of await pipelineInputs(context, "gitlab_ci")) {
    await checkPipeline(context, program, input);
  }
}

async function installRunner(context: Context): Promise<string> {
  const folder = join(context.cache, `gitlab-ci-local-${versions.ciCd.gitlabCiLocal}`);
  const program = join(folder, "node_modules/.bin/gitlab-ci-local");
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const wanted = `gitlab-ci-local@${versions.ciCd.gitlabCiLocal}`;
    const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
    await context.must("npm", ["install", ...options, wanted], { cwd: folder });
  }
  writeFileSync(join(folder, "node_modules/re2/re2.js"), expressions);
  return program;
}

/**
 * In place of its native engine of regular expressions, of which no package registry has a build. Rules
 * that are emitted compare branches as text.
 */
const expressions = "module.exports = class RE2 extends RegExp {};\n";

const ownKeys = ["type", "stages", "pipeline", "workflow", "jobs", "application", "sync_policy"];

function jobsOf(written: WrittenPipeline): Readonly<Record<string, WrittenJob>> {
  return Object.fromEntries(
    Object.entries(written).filter(([key]) => !ownKeys.includes(key)),
  ) as Readonly<Record<string, WrittenJob>>;
}

function pipelineOf({ written }: PipelineInput): {
  readonly output?: string;
  readonly login?: readonly string[];
} {
  return (written["pipeline"] ?? {}) as { readonly output?: string };
}

async function checkPipeline(
  context: Context,
  program: string,
  input: PipelineInput,
): Promise<void> {
  const { name, files } = input;
  const output = pipelineOf(input).output ?? "out";
  const emitted = files.find(({ path }) => path.endsWith(".gitlab-ci.yml"));
  if (emitted === undefined) throw new Error(`${name} has no pipeline.`);
  const bench = new Bench(context, name);
  bench.write(files, output);
  bench.file(".gitlab-ci.yml", `include:\n  - local: /${output}/${emitted.path}\n`);
  await commit(bench);
  const call = async (args: readonly string[]): Promise<string> => {
    const { stdout } = await context.must(program, args, {
      cwd: bench.repository,
      env: bench.environment,
    });
    return stdout;
  };
  const listed = async (): Promise<readonly ListedJob[]> => {
    const stdout = await call(["--list-json"]);
    return JSON.parse(stdout.slice(stdout.indexOf("["))) as readonly ListedJob[];
  };
  await context.check(
    `${name}: GitLab's schema takes the pipeline, with the jobs of the file`,
    async () => sameJobs(input, await listed(), "main"),
  );
  await context.check(`${name}: jobs run what the file says, stage by stage`, async () => {
    const manual = Object.entries(jobsOf(input.written))
      .filter(([, job]) => job.when === "manual")
      .map(([job]) => job);
    await call(["--force-shell-executor", ...(manual.length > 0 ? ["--manual", ...manual] : [])]);
    const recorder = new Bench(context, `${name} as written`);
    recorder.write(files, output);
    sameCalls(withoutCheck(bench.calls()), await expectedCalls(input, recorder, output));
  });
  await context.check(`${name}: on another branch nothing is deployed`, async () => {
    await git(bench, "checkout -q -b other");
    sameJobs(input, await listed(), "other");
  });
}

async function git(bench: Bench, command: string): Promise<void> {
  const { code, stderr } = await bench.run(`git ${command}`);
  ok(code === 0, stderr);
}

async function commit(bench: Bench): Promise<void> {
  await git(bench, "init -q -b main .");
  await git(bench, "config user.name conformance");
  await git(bench, "config user.email conformance@example.com");
  await git(bench, "remote add origin git@git.example.com:team/shop.git");
  bench.file(".gitignore", ".gitlab-ci-local/\n");
  await git(bench, "add --all");
  await git(bench, "commit -q -m files");
}

function startOf({ when, only }: WrittenJob, branch: string): string {
  if (only !== undefined && !only.includes(branch)) return "never";
  return when ?? "on_success";
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

function sameJobs({ written }: PipelineInput, listed: readonly ListedJob[], branch: string): void {
  const want = Object.entries(jobsOf(written)).map(([name, job]) => ({
    name,
    stage: job.stage ?? "test",
    when: startOf(job, branch),
  }));
  const got = listed
    .filter(({ name }) => name !== "nexgen-check")
    .map(({ name, stage, when }) => ({ name, stage, when }));
  deepStrictEqual(got.toSorted(byName), want.toSorted(byName));
}

/** Calls of the job that checks the committed output: of another check. */
function withoutCheck(calls: readonly Call[]): readonly Call[] {
  return calls.filter(([program]) => program !== "npm" && program !== "npx");
}

async function expectedCalls(
  input: PipelineInput,
  recorder: Bench,
  output: string,
): Promise<readonly Call[]> {
  const { written } = input;
  const stages = (written["stages"] as readonly string[] | undefined) ?? [
    "build",
    "test",
    "deploy",
  ];
  const calls: Call[] = [];
  for (const stage of stages) {
    for (const job of Object.values(jobsOf(written)).filter((one) => one.stage === stage)) {
      if (startOf(job, "main") === "never") continue;
      if (job.script !== undefined) calls.push(...(await callsOf(recorder, job.script)));
      else {
        const login = await callsOf(recorder, pipelineOf(input).login ?? []);
        calls.push(...deploymentCalls(input, output, login));
      }
    }
  }
  return calls;
}
