// The script that starts the cluster: what it refuses, and what a host has at each moment. The hosts are
// stubs of ssh and scp that work on folders.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { standalone } from "../../../generators/standalone/index.js";
import { emittedScripts, type EmittedScripts } from "./emitted-scripts.js";
import { plannedFiles } from "../../fixtures/planned-files.js";

const text = `
resources:
  totals: { jar: /jobs/totals.jar, flink_options: { env.pid.dir: PIDS, env.log.dir: LOGS } }
deployment:
  type: standalone
  cluster: { job_manager: { host: jm }, task_managers: [{ host: w1 }, { host: w2 }] }
`;

// All hosts share the file system; only the folders of Flink are their own: <STUB>/<host>/flink.
const stubs = {
  "bin/ssh": `
host=$3
echo "ssh $host" >>"$STUB/calls"
[[ $host != "$(<"$STUB/dead")" ]] || exit 255
sh -c "\${4//"$STUB/flink"/"$STUB/$host/flink"}"
`,
  "bin/scp": `
words=("$@")
target=\${words[-1]}
host=\${target%%:*}
[[ $host != "$(<"$STUB/full")" ]] || exit 1
cp -- "\${@:4:$#-4}" "$(eval "printf %s \${target#*:}" | sed "s|$STUB/flink|$STUB/$host/flink|")"
`,
  "bin/curl": `
if [[ -s $STUB/registered ]] && grep -q '^start$' "$STUB/calls"; then
  printf '{"taskmanagers":%s}' "$(<"$STUB/registered")"
else
  [[ -s $STUB/answers ]]
fi
`,
};

const start = `echo start >>"$STUB/calls"\n`;

async function cluster(flinkVersion = "1.20"): Promise<EmittedScripts> {
  const { texts } = await plannedFiles(standalone, text, { flinkVersion });
  const made = emittedScripts(texts, stubs);
  const script = (made.read("out/cluster.sh") ?? "")
    .replace("'PIDS'", `'${made.folder}/pids'`)
    .replace("'LOGS'", `'${made.folder}/flink/../its logs'`);
  made.write("out/cluster.sh", script);
  for (const name of ["answers", "dead", "full", "pids/none", "calls"]) made.write(name, "");
  made.write("registered", "2");
  for (const host of ["jm", "w1", "w2"]) {
    made.write(`${host}/flink/bin/start-cluster.sh`, `#!/usr/bin/env bash\n${start}`);
    made.write(
      `${host}/flink/bin/stop-cluster.sh`,
      `#!/usr/bin/env bash\necho stop >>"$STUB/calls"\n`,
    );
    made.write(`${host}/flink/conf/flink-conf.yaml`, "old");
    made.write(`${host}/flink/conf/config.yaml`, "old");
    made.write(`${host}/flink/conf/log4j.properties`, "kept");
  }
  return made;
}

function configuration(made: EmittedScripts, file: string): readonly (string | null)[] {
  return ["jm", "w1", "w2"].map((host) => made.read(`${host}/flink/conf/${file}`));
}

test.each([
  ["1.20", "flink-conf.yaml", "config.yaml"],
  ["2.2", "config.yaml", "flink-conf.yaml"],
])("Flink %s: each host gets its %s and loses %s", async (version, file, other) => {
  const made = await cluster(version);
  const { code, calls } = made.run("cluster.sh");
  expect([code, calls.filter((call) => call === "start")]).toEqual([0, ["start"]]);
  const texts = configuration(made, file);
  expect(texts.map((each) => /on the host (\w+)/u.exec(each ?? "")?.[1])).toEqual([
    "jm",
    "w1",
    "w2",
  ]);
  expect(configuration(made, other)).toEqual([null, null, null]);
  expect(configuration(made, "log4j.properties")).toEqual(["kept", "kept", "kept"]);
  expect(made.read("jm/flink/conf/workers")).toBe("w1\nw2");
  expect(existsSync(join(made.folder, "jm/flink/conf/nexgen-arrived"))).toBe(false);
});

test("a transfer that fails leaves every host as it was, and can be repeated", async () => {
  const made = await cluster();
  made.write("full", "w2");
  expect(made.run("cluster.sh").code).not.toBe(0);
  expect(configuration(made, "flink-conf.yaml")).toEqual(["old", "old", "old"]);
  made.write("full", "");
  expect(made.run("cluster.sh").code).toBe(0);
  expect(configuration(made, "flink-conf.yaml")).not.toContain("old");
});

test("a cluster whose REST address answers is not started again", async () => {
  const made = await cluster();
  made.write("answers", "yes");
  const { code, text: said, calls } = made.run("cluster.sh");
  expect([code, calls]).toEqual([1, []]);
  expect(said).toContain("the cluster runs already, at jm:8081");
  expect(made.run("cluster.sh", ["--restart"]).calls).toContain("start");
});

test.each(["standalonesession", "taskexecutor"])(
  "a host where a process runs (%s) is not given another",
  async (kind) => {
    const made = await cluster();
    const process = spawn("sleep", ["60"]);
    onTestFinished(() => void process.kill());
    // An id of no process, and one of a process.
    made.write(`pids/flink-user-${kind}.pid`, `999999999\n${String(process.pid)}\n`);
    const { code, text: said, calls } = made.run("cluster.sh");
    expect([code, calls.includes("start")]).toEqual([1, false]);
    expect(said).toContain("Flink runs already on jm");
    expect(configuration(made, "flink-conf.yaml")).toEqual(["old", "old", "old"]);
    made.write(`pids/flink-user-${kind}.pid`, "999999999\n");
    expect(made.run("cluster.sh").code).toBe(0);
  },
);

test("a host that does not answer stops the start before anything is changed", async () => {
  const made = await cluster();
  made.write("dead", "w2");
  const { code, text: said, calls } = made.run("cluster.sh");
  expect([code, calls.includes("start")]).toEqual([1, false]);
  expect(said).toContain("cannot tell whether Flink runs on w2");
});

test("a start whose task managers do not all register is a failure", async () => {
  const made = await cluster();
  made.write("registered", "1");
  const { code, text: said, calls } = made.run("cluster.sh", ["--timeout", "1"]);
  expect([code, calls.includes("start")]).toEqual([1, true]);
  expect(said).toContain("after 1 s, 1 of 2 task managers are registered at jm:8081");
  expect(made.run("cluster.sh", ["--timeout", "0"]).text).toContain("takes whole seconds");
});

test("the folder of the logs is there before Flink is started", async () => {
  const made = await cluster();
  expect(made.run("cluster.sh").code).toBe(0);
  expect(["jm", "w1", "w2"].map((host) => existsSync(join(made.folder, host, "its logs")))).toEqual(
    [true, true, true],
  );
});
