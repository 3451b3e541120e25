// Which generators a call runs, what it says of the others, and what none of them may show.
import { afterEach, expect, test } from "vitest";
import { project, type Project } from "./run.js";

const head = 'version: "1.0"\nenvironment: production\n';
const valid = `${head}streams:
  auth_events:
    type: kafka
    topic: prod.auth.events.v3
    brokers: \${KAFKA_BROKERS:-broker:9092}
    partitions: 8
checkpoints:
  default:
    type: s3
    bucket: checkpoints
    interval: 60s
resources:
  _defaults:
    task_memory: 2gb
  enrichment:
    parallelism: 4
`;

let current: Project | null = null;
function given(files: Readonly<Record<string, string>>, input?: string): Project {
  current = project(files, input);
  return current;
}
afterEach(() => {
  current?.remove();
  current = null;
});

test("a generator alone does not know whether an acceptance is stale", async () => {
  const accepted = `${valid}accept_warnings: [{code: W946, reason: "not in this run"}]\n`;
  const place = given({ "a.infra": accepted });
  const alone = await place.run("flink-conf", "a.infra", "-o", "out");
  expect(alone.err).not.toContain("W754");
  const named = await place.run("build", "a.infra", "-o", "out", "--only-generators", "flink-conf");
  expect(named.err).not.toContain("W754");
  const all = await place.run("build", "a.infra", "-o", "out");
  expect(all.err).toContain("warning[W754]");
});

test("generators that are named run whatever applies, and one of another target is an error", async () => {
  const place = given({ "a.infra": valid });
  const named = await place.run("build", "a.infra", "-o", "out", "--only-generators", "flink-conf");
  expect(named.code).toBe(0);
  const folders = Object.keys(place.snapshot()).map((path) => path.split("/")[2]);
  expect(folders).toContain("flink-conf");
  expect(folders).not.toContain("k8s");
  const other = await place.run("build", "a.infra", "-o", "out", "--only-generators", "yarn");
  expect([other.code, other.err]).toEqual([1, expect.stringContaining("error[E757]")]);
  const unknown = await place.run("build", "a.infra", "--only-generators", "helm");
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("Generators: ")]);
});

test("what is piped to kubectl in a help text is for kubectl", async () => {
  const place = given({ "a.infra": valid });
  const { out } = await place.run("prometheus-rules", "--help");
  expect(out).toContain("--flavor operator --stdout | kubectl diff -f -");
  const compose = await place.run("compose", "--help");
  expect(compose.out).not.toContain("kubectl");
});

test("the address of a webhook service is a credential, in no output and no excerpt", async () => {
  const channel = "https://hooks.slack.com/services/T000/B000/hunter2";
  const alerts = `monitoring: {alerts: [{name: a, condition: "restarts > 1", channels: ["${channel}"]}]}\n`;
  const place = given({ "a.infra": `${valid}${alerts}` });
  const { code, out, err } = await place.run("prometheus-rules", "a.infra", "-o", "out");
  expect([code, err]).toEqual([1, expect.stringContaining("error[E714]")]);
  expect(out + err).not.toContain("hunter2");
});
