// What the scripts do: what a start, a stop and an end leave for the next call, beside stubs of Flink and YARN.
import { expect, test } from "vitest";
import { yarn } from "../../../generators/yarn/index.js";
import { emittedScripts, type EmittedScripts } from "./emitted-scripts.js";
import { plannedFiles } from "../../fixtures/planned-files.js";

function input(deployment: string): string {
  return `
checkpoints:
  main: { type: hdfs, path: "hdfs://nn/flink", interval: 60s }
resources:
  totals: { jar: /dev/null, task_memory: 2gb }
deployment:
  type: yarn
  savepoint: { restore: { path: "hdfs:///first" } }
${deployment}`;
}

const job = "0".repeat(32);

// `state` is that of the application `id` ("STATE FINAL-STATE"), `job` that of its job; a submission takes
// them from `next-…`, and fails by the code `refused`, where they are there.
const flink = `
submit() {
  echo "$*" >>"$STUB/calls"
  [[ ! -s $STUB/next-id ]] || cp "$STUB/next-id" "$STUB/id"
  [[ ! -s $STUB/next-state ]] || cp "$STUB/next-state" "$STUB/state"
  [[ ! -s $STUB/next-job ]] || cp "$STUB/next-job" "$STUB/job"
  [[ ! -s $STUB/refused ]] || exit "$(<"$STUB/refused")"
}
case $1 in
  --version) echo 'Version: 1.20.4, Commit ID: 0' ;;
  list) [[ ! -s $STUB/job ]] || echo "24.11.2026 12:00:00 : ${job} : totals ($(<"$STUB/job"))" ;;
  run*)
    submit "$@"
    echo 'Job has been submitted with JobID ${job}'
    ;;
  stop)
    submit "$@"
    echo 'Savepoint completed. Path: hdfs:///sp-1'
    ;;
esac
`;

const yarnCommand = `
read -r state final <"$STUB/state" || exit 0
case $2 in
  -list)
    [[ $4 == ALL || $state == RUNNING ]] || exit 0
    printf '%30s\\t%20s\\t%20s\\n' "application_1_000$(<"$STUB/id")" "$(<"$STUB/name")" flink
    ;;
  -status) printf '\\tState : %s\\n\\tFinal-State : %s\\n\\tRPC Port : 8081\\n\\tAM Host : host\\n' "$state" "$final" ;;
esac
`;

const curl = `echo '{"jobs":[{"jid":"${job}","tasks":{"running":1,"total":1}}]}'\n`;

async function scripts(deployment = "", name = "test-totals"): Promise<EmittedScripts> {
  const { texts } = await plannedFiles(yarn, input(deployment), { flinkVersion: "1.20" });
  const stubs = { "flink/bin/flink": flink, "bin/yarn": yarnCommand, "bin/curl": curl };
  const made = emittedScripts(texts, stubs, { HADOOP_CLASSPATH: "none", HADOOP_CONF_DIR: "/" });
  const stated = /'-Dyarn\.application\.name=(.*)'/u.exec(texts.get("totals/submit.sh") ?? "");
  made.write("name", stated?.[1] ?? name);
  return made;
}

/** Seconds: no longer than it takes to be cut off, where the job is never to run. */
function waitFor(jobState: string): string {
  return jobState === "CREATED" ? "1" : "300";
}

/** The state of application and job from the next submission on. */
function submit(
  made: EmittedScripts,
  [id, application, jobState]: readonly [id: number, application: string, job: string],
  args: readonly string[] = [],
) {
  made.write("next-id", String(id));
  made.write("next-state", `${application}\n`);
  made.write("next-job", jobState);
  return made.run("totals/submit.sh", ["--timeout", waitFor(jobState), ...args]);
}

/** The state of application and job from now on. */
function become(made: EmittedScripts, application: string, jobState = ""): void {
  made.write("state", application === "" ? "" : `${application}\n`);
  made.write("job", jobState);
}

const running = "RUNNING UNDEFINED";
const ended = "FINISHED SUCCEEDED";

test("a start that is still waiting is remembered: the next one does not guess", async () => {
  const made = await scripts();
  const cut = submit(made, [1, running, "CREATED"]);
  expect(cut.text).toContain("does not run all its tasks after 1 s");
  become(made, "FAILED FAILED");
  const next = submit(made, [2, running, "RUNNING"]);
  expect([next.code, next.calls]).toEqual([1, []]);
  expect(next.text).toContain("The last savepoint that is known here: hdfs:///first");
  expect(submit(made, [2, running, "RUNNING"], ["--fresh"]).code).toBe(0);
});

test("a savepoint is taken once, though its start was cut off; the refusal names it", async () => {
  const made = await scripts();
  expect(submit(made, [1, running, "RUNNING"]).code).toBe(0);
  expect(submit(made, [1, ended, ""], ["--stop"]).code).toBe(0);
  const cut = submit(made, [2, running, "CREATED"]);
  expect(cut.calls[0]).toContain(" -s hdfs:///sp-1 ");
  become(made, "FAILED FAILED");
  const next = submit(made, [3, running, "RUNNING"]);
  expect([next.code, next.calls]).toEqual([1, []]);
  expect(next.text).toContain("The last savepoint that is known here: hdfs:///sp-1");
});

test.each([
  ["that YARN took", 2, "FAILED FAILED", false],
  ["that YARN did not take", 1, ended, true],
])("a client that fails leaves the savepoint, unless for an application %s", async (...row) => {
  const [, id, application, again] = row;
  const made = await scripts();
  submit(made, [1, running, "RUNNING"]);
  submit(made, [1, ended, ""], ["--stop"]);
  made.write("refused", "1");
  expect(submit(made, [id, application, ""]).code).toBe(1);
  made.write("refused", "");
  const next = submit(made, [3, running, "RUNNING"]);
  expect(next.calls.map((call) => call.includes(" -s hdfs:///sp-1 "))).toEqual(again ? [true] : []);
});

test("a nightly job begins anew each night", async () => {
  const made = await scripts();
  expect(submit(made, [1, running, "RUNNING"]).calls[0]).toContain(" -s hdfs:///first ");
  become(made, ended);
  for (const night of [2, 3]) {
    const next = submit(made, [night, running, "RUNNING"]);
    expect(next.text).toContain("the last run came to its end");
    expect([next.code, next.calls.length]).toEqual([0, 1]);
    expect(next.calls[0]).not.toContain(" -s ");
    become(made, ended);
  }
});

test("an application that ended before it was looked for has finished", async () => {
  const made = await scripts();
  become(made, "");
  const short = submit(made, [1, ended, ""]);
  expect(short.text).toContain("application_1_0001 has finished");
  expect([short.code, made.read("memory/test/totals/started")]).toEqual([0, null]);
});

test("--status sees the end; YARN may forget it then", async () => {
  const made = await scripts();
  submit(made, [1, running, "RUNNING"]);
  become(made, ended);
  expect(made.run("totals/submit.sh", ["--status"]).text).toContain("does not run");
  become(made, "");
  expect(submit(made, [2, running, "RUNNING"]).code).toBe(0);
});

test.each(["FINISHED FAILED", "FINISHED KILLED", "KILLED KILLED", "FAILED FAILED"])(
  "an application that ended as %s does not begin anew",
  async (end) => {
    const made = await scripts();
    submit(made, [1, running, "RUNNING"]);
    become(made, end);
    made.run("totals/submit.sh", ["--status"]);
    expect(submit(made, [2, running, "RUNNING"]).calls).toEqual([]);
  },
);

test("a stop that was cut off is no end: the job finished with a savepoint that is not known", async () => {
  const made = await scripts();
  submit(made, [1, running, "RUNNING"]);
  made.write("refused", "130");
  expect(submit(made, [1, ended, ""], ["--stop"]).code).toBe(1);
  made.write("refused", "");
  const next = submit(made, [2, running, "RUNNING"]);
  expect([next.code, next.calls]).toEqual([1, []]);
});

test("an end of the run before is no end of one whose application is not known", async () => {
  const made = await scripts();
  submit(made, [1, running, "RUNNING"]);
  submit(made, [1, ended, ""], ["--stop"]);
  made.write("refused", "130");
  submit(made, [1, ended, ""]);
  made.write("refused", "");
  const next = submit(made, [2, running, "RUNNING"]);
  expect([next.code, next.calls]).toEqual([1, []]);
});

test("in a session the job's end counts, not the cluster's", async () => {
  const made = await scripts("  mode: session\n  application: { name: shared }", "shared");
  become(made, running);
  expect(submit(made, [1, running, "RUNNING"]).code).toBe(0);
  become(made, running, "FAILED");
  expect(submit(made, [1, running, "RUNNING"]).calls).toEqual([]);
  become(made, running, "FINISHED");
  expect(submit(made, [1, running, "RUNNING"]).calls.length).toBe(1);
});

test.each([
  [0, true],
  [1, false],
])("a client that stays till the end with the code %s: finished is %s", async (code, finished) => {
  const made = await scripts("  mode: per_job\n  per_job: { detached: false }");
  become(made, "");
  made.write("refused", code === 0 ? "" : String(code));
  expect(submit(made, [1, "", ""]).code).toBe(code);
  expect(made.read("memory/test/totals/started")).toBe(finished ? null : "");
});

test("a deployment starts what does not run, upgrades what does, and guesses no state", async () => {
  const made = await scripts();
  become(made, "");
  const begun = submit(made, [1, running, "RUNNING"], ["--deploy"]);
  expect([begun.code, begun.calls.length]).toEqual([0, 1]);
  const stopped = submit(made, [1, ended, ""], ["--deploy"]);
  expect(stopped.calls[0]).toMatch(/^stop /u);
  become(made, "FAILED FAILED");
  made.write("memory/test/totals/savepoint", "");
  const next = submit(made, [3, running, "RUNNING"], ["--deploy"]);
  expect([next.code, next.calls]).toEqual([1, []]);
});

test("a deployment looks at the job of a session", async () => {
  const made = await scripts("  mode: session\n  application: { name: shared }", "shared");
  become(made, running);
  expect(submit(made, [1, running, "RUNNING"], ["--deploy"]).code).toBe(0);
  expect(submit(made, [1, running, ""], ["--deploy"]).calls[0]).toMatch(/^stop /u);
});
