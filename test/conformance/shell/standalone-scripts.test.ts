// What the scripts do: what a start, a stop and an end leave for the next call, beside a stub of Flink.
import { expect, test } from "vitest";
import { standalone } from "../../../generators/standalone/index.js";
import { emittedScripts, type EmittedScripts } from "./emitted-scripts.js";
import { plannedFiles } from "../../fixtures/planned-files.js";

const text = `
checkpoints:
  main: { type: hdfs, path: "hdfs://nn/flink", interval: 60s }
resources:
  totals: { jar: jobs/totals.jar }
deployment:
  type: standalone
  job_manager: "jm:8081"
  savepoint: { restore: { path: "hdfs:///first" } }
`;

const first = "0".repeat(32);
const second = "1".repeat(32);

// `next` is the listing from the next submission on, `id` the job of it, `refused` the code of a failure.
const flink = `
case $1 in
  --version) echo 'Version: 1.20.4, Commit ID: 0' ;;
  list) cat "$STUB/listing" ;;
  run)
    echo "$*" >>"$STUB/calls"
    [[ ! -s $STUB/next ]] || cp "$STUB/next" "$STUB/listing"
    [[ ! -s $STUB/refused ]] || exit "$(<"$STUB/refused")"
    echo "Job has been submitted with JobID $(<"$STUB/id")"
    ;;
  stop)
    echo "$*" >>"$STUB/calls"
    cp "$STUB/next" "$STUB/listing"
    [[ ! -s $STUB/refused ]] || exit "$(<"$STUB/refused")"
    echo 'Savepoint completed. Path: hdfs:///sp-1'
    ;;
esac
`;

const curl = `echo '{"jobs":[{"jid":"'"$(<"$STUB/id")"'","tasks":{"running":1,"total":1}}]}'\n`;

function listed(id: string, state: string): string {
  return `24.11.2026 12:00:00 : ${id} : totals (${state})\n`;
}

async function scripts(
  environment: Readonly<Record<string, string>> = {},
): Promise<EmittedScripts> {
  const { texts } = await plannedFiles(standalone, text, { flinkVersion: "1.20" });
  const stubs = { "flink/bin/flink": flink, "bin/curl": curl };
  const made = emittedScripts(texts, stubs, environment);
  made.write("out/jobs/totals.jar", "");
  made.write("listing", "");
  made.write("next", "");
  made.write("refused", "");
  made.write("id", first);
  return made;
}

const state = "memory/test/totals";

/** Seconds: no longer than it takes to be cut off, where the job is never to run. */
function waitFor(jobState: string): string {
  return jobState === "CREATED" ? "1" : "300";
}

/** Starts it, while Flink lists the job in this state from then on. */
function start(made: EmittedScripts, id: string, jobState: string, args: readonly string[] = []) {
  made.write("id", id);
  made.write("next", listed(id, jobState));
  return made.run("totals/submit.sh", ["--timeout", waitFor(jobState), ...args]);
}

/** Stops the running job `id` with a savepoint. */
function stop(made: EmittedScripts, id: string) {
  made.write("next", listed(id, "FINISHED"));
  return made.run("totals/submit.sh", ["--stop"]);
}

test("a start that is still waiting is remembered: the next one does not guess", async () => {
  const made = await scripts();
  const cut = start(made, first, "CREATED");
  expect(cut.text).toContain("does not run all its tasks after 1 s");
  made.write("listing", listed(first, "FAILED"));
  const next = start(made, second, "RUNNING");
  expect([next.code, next.calls]).toEqual([1, []]);
  expect(next.text).toContain("was started before, and no savepoint of it is left");
  expect(next.text).toContain("The last savepoint that is known here: hdfs:///first");
  const fresh = start(made, second, "RUNNING", ["--fresh"]);
  expect([fresh.code, fresh.calls.length]).toEqual([0, 1]);
  expect(fresh.calls[0]).not.toContain(" -s ");
});

test("a savepoint is taken once, though its start was cut off; the refusal names it", async () => {
  const made = await scripts();
  expect(start(made, first, "RUNNING").code).toBe(0);
  expect(stop(made, first).code).toBe(0);
  const cut = start(made, second, "CREATED");
  expect(cut.calls[0]).toContain(" -s hdfs:///sp-1 ");
  made.write("listing", listed(first, "FINISHED") + listed(second, "FAILED"));
  const next = start(made, second, "RUNNING");
  expect([next.code, next.calls]).toEqual([1, []]);
  expect(next.text).toContain("The last savepoint that is known here: hdfs:///sp-1");
  const named = start(made, second, "RUNNING", ["--from-savepoint", "hdfs:///sp-1"]);
  expect([named.code, named.calls.length]).toEqual([0, 1]);
});

test("what Flink refused is no start: the savepoint is taken by the next", async () => {
  const made = await scripts();
  start(made, first, "RUNNING");
  stop(made, first);
  made.write("next", "");
  made.write("refused", "1");
  const refused = made.run("totals/submit.sh");
  expect([refused.code, refused.calls.length]).toEqual([1, 1]);
  expect(refused.text).toContain("was not submitted");
  made.write("refused", "");
  expect(start(made, second, "RUNNING").calls[0]).toContain(" -s hdfs:///sp-1 ");
});

test.each([
  ["a client that was interrupted", "130", ""],
  ["a job that runs though the client failed", "1", listed(second, "RUNNING")],
])("%s may have started the job", async (_, code, listing) => {
  const made = await scripts();
  start(made, first, "RUNNING");
  stop(made, first);
  made.write("next", listing);
  made.write("refused", code);
  expect(made.run("totals/submit.sh").code).toBe(1);
  made.write("refused", "");
  made.write("listing", "");
  const next = start(made, second, "RUNNING");
  expect([next.code, next.calls]).toEqual([1, []]);
});

test("a job that finished begins anew, without state", async () => {
  const made = await scripts();
  expect(start(made, first, "RUNNING").calls[0]).toContain(" -s hdfs:///first ");
  made.write("listing", listed(first, "FINISHED"));
  const next = start(made, second, "RUNNING");
  expect(next.text).toContain("the last run came to its end");
  expect([next.code, next.calls.length]).toEqual([0, 1]);
  expect(next.calls[0]).not.toContain(" -s ");
});

test.each([
  ["the wait", "FINISHED", []],
  ["--status", "RUNNING", ["--status"]],
])("%s sees the end", async (_, jobState, look) => {
  const made = await scripts();
  start(made, first, jobState);
  const codes = look.map((option) => {
    made.write("listing", listed(first, "FINISHED"));
    return made.run("totals/submit.sh", [option]).code;
  });
  expect(codes).toEqual(look.map(() => 0));
  expect(made.read(`${state}/started`)).toBe(null);
  // After an hour Flink no longer lists it.
  made.write("listing", "");
  expect(start(made, second, "RUNNING").code).toBe(0);
});

test.each(["FAILED", "CANCELED"])("a job that ended as %s does not begin anew", async (end) => {
  const made = await scripts();
  start(made, first, "RUNNING");
  made.write("listing", listed(first, end));
  made.run("totals/submit.sh", ["--status"]);
  expect(start(made, second, "RUNNING").calls).toEqual([]);
});

test("a stop that was cut off is no end: the job finished with a savepoint that is not known", async () => {
  const made = await scripts();
  start(made, first, "RUNNING");
  made.write("refused", "130");
  expect(stop(made, first).code).toBe(1);
  made.write("refused", "");
  const next = start(made, second, "RUNNING");
  expect([next.code, next.calls]).toEqual([1, []]);
});

test.each([
  ["the folder of the output", {}, "/out/totals/../jobs/totals.jar"],
  ["PROJECT_FOLDER", { PROJECT_FOLDER: "../project" }, " ../project/jobs/totals.jar"],
])("a relative jar counts from %s, wherever the caller is", async (_, environment, jar) => {
  const made = await scripts(environment);
  made.write("project/jobs/totals.jar", "");
  const { code, calls } = start(made, first, "RUNNING");
  expect(code).toBe(0);
  expect(calls[0]?.endsWith(jar)).toBe(true);
});

test("a deployment starts what does not run, and upgrades what does", async () => {
  const made = await scripts();
  const begun = start(made, first, "RUNNING", ["--deploy"]);
  expect([begun.code, begun.calls.length]).toEqual([0, 1]);
  made.write("id", first);
  made.write("next", listed(first, "RUNNING"));
  const upgraded = made.run("totals/submit.sh", ["--deploy"]);
  expect(upgraded.calls[0]).toMatch(/^stop /u);
});

test("a deployment guesses no state after a crash", async () => {
  const made = await scripts();
  start(made, first, "RUNNING");
  made.write("listing", listed(first, "FAILED"));
  const next = start(made, second, "RUNNING", ["--deploy"]);
  expect([next.code, next.calls]).toEqual([1, []]);
  expect(next.text).toContain("was started before, and no savepoint of it is left");
});
