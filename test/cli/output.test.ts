import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { project, type Project } from "./run.js";

const input = `version: "1.0"
environment: production
streams:
  auth_events:
    type: kafka
    topic: prod.auth.events.v3
    brokers: broker:9092
checkpoints:
  default:
    type: s3
    bucket: checkpoints
    interval: 60s
state_backends:
  default: { type: rocksdb }
resources:
  enrichment:
    parallelism: 4
    max_parallelism: 128
    task_memory: 2gb
    jar: local:///opt/flink/usrlib/enrichment.jar
    main_class: com.example.Enrichment
deployment:
  type: kubernetes
  flink_version: "1.20"
  namespace: streaming
  service_account: flink
  image: { repository: registry.example.com/flink, tag: "1.20.2" }
`;
const second = input.replace(
  "deployment:",
  "  scoring:\n    parallelism: 2\n    max_parallelism: 128\n    task_memory: 2gb\n    jar: local:///opt/flink/usrlib/scoring.jar\n    main_class: com.example.Scoring\ndeployment:",
);
const deployment = "out/production/k8s/enrichment/flink-deployment.yaml";

let current: Project | null = null;
function given(text: string): Project {
  current = project({ "a.infra": text });
  return current;
}
afterEach(() => {
  current?.remove();
  current = null;
});

test("a second run writes nothing; --check agrees until a byte changes", async () => {
  const place = given(input);
  const first = await place.run("k8s", "a.infra", "-o", "out");
  expect([first.code, first.out]).toEqual([0, expect.stringMatching(/^out: \d+ files written\./u)]);
  const before = place.snapshot();
  const again = await place.run("k8s", "a.infra", "-o", "out");
  expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^out: \d+ unchanged\./u)]);
  expect((await place.run("k8s", "a.infra", "-o", "out", "--check")).code).toBe(0);
  expect(place.snapshot()).toEqual(before);
  place.write(deployment, place.read(deployment).replace("parallelism: 4", "parallelism: 5"));
  const edited = place.snapshot();
  const check = await place.run("k8s", "a.infra", "-o", "out", "--check", "--diff");
  expect([check.code, check.out + check.err]).toEqual([
    1,
    expect.stringContaining("flink-deployment.yaml"),
  ]);
  expect(check.out).toMatch(/^-\s+parallelism: 5$/mu);
  expect(check.out).toMatch(/^\+\s+parallelism: 4$/mu);
  expect(place.snapshot()).toEqual(edited);
});

test("--check --diff shows what would change, and changes nothing", async () => {
  const place = given(input);
  await place.run("k8s", "a.infra");
  place.write("a.infra", input.replace("parallelism: 4", "parallelism: 8"));
  const before = place.snapshot();
  const { code, out } = await place.run("k8s", "a.infra", "--check", "--diff");
  expect(code).toBe(1);
  expect(out).toContain(`update    production/k8s/enrichment/flink-deployment.yaml`);
  expect(out).toMatch(/^-\s+parallelism: 4$/mu);
  expect(out).toMatch(/^\+\s+parallelism: 8$/mu);
  expect(place.snapshot()).toEqual(before);
  const dry = await place.run("k8s", "a.infra", "--dry-run");
  expect([dry.code, place.snapshot()]).toEqual([0, before]);
});

test("a file edited by hand is kept, unless --force keeps a backup", async () => {
  const place = given(input);
  await place.run("k8s", "a.infra");
  place.write(deployment, "mine\n");
  place.write("a.infra", input.replace("parallelism: 4", "parallelism: 8"));
  const before = place.snapshot();
  const refused = await place.run("k8s", "a.infra");
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining("flink-deployment.yaml"),
  ]);
  expect(place.snapshot()).toEqual(before);
  const forced = await place.run("k8s", "a.infra", "--force");
  expect(forced.code).toBe(0);
  expect(place.read(deployment)).toContain("parallelism: 8");
  const backup = Object.keys(place.snapshot()).find((path) => path.includes("/.nexgen/backup/"));
  expect(forced.err).toContain("note[N970]");
  expect(forced.err).toContain(`${backup}"`);
  expect(place.read(backup ?? "")).toBe("mine\n");
});

test("a process that is gone takes its files along; --only removes none", async () => {
  const place = given(second);
  await place.run("build", "a.infra");
  const scoring = "out/production/k8s/scoring/flink-deployment.yaml";
  expect(Object.keys(place.snapshot())).toContain(scoring);
  await place.run("build", "a.infra", "--only", "enrichment");
  expect(Object.keys(place.snapshot())).toContain(scoring);
  place.write("a.infra", input);
  const { out } = await place.run("build", "a.infra");
  expect(out).toContain("removed");
  expect(Object.keys(place.snapshot()).filter((path) => path.includes("scoring"))).toEqual([]);
});

function regions(names: readonly string[]): string {
  const blocks = names.map((name, index) => `  r${index}: { name: ${name}, role: active }\n`);
  return `${input}regions:\n${blocks.join("")}`;
}

test("a region that is gone takes its files along", async () => {
  const place = given(regions(["eu-west-1", "us-east-1"]));
  await place.run("flink-conf", "a.infra");
  const files = (): readonly string[] =>
    Object.keys(place.snapshot()).filter((path) => path.includes("/flink-conf/"));
  expect(files().some((path) => path.includes("/us-east-1/"))).toBe(true);
  place.write("a.infra", regions(["eu-west-1"]));
  await place.run("flink-conf", "a.infra", "--region", "eu-west-1");
  expect(files().some((path) => path.includes("/us-east-1/"))).toBe(true);
  await place.run("flink-conf", "a.infra");
  expect(files().some((path) => path.includes("/us-east-1/"))).toBe(false);
});

test("two entry files cannot claim one environment", async () => {
  const place = given(input);
  place.write("b.infra", input);
  await place.run("k8s", "a.infra");
  const before = place.snapshot();
  const { code, err } = await place.run("k8s", "b.infra");
  expect([code, err]).toEqual([1, expect.stringContaining("a.infra")]);
  expect(place.snapshot()).toEqual(before);
});

test.each([
  ["a file", (folder: string) => writeFileSync(join(folder, "out"), "x"), 2],
  ["a symbolic link", (folder: string) => symlinkSync(folder, join(folder, "out")), 2],
])("an output folder that is %s is refused", async (_, make, code) => {
  const place = given(input);
  make(place.folder);
  const before = place.snapshot();
  const outcome = await place.run("k8s", "a.infra", "-o", "out");
  expect([outcome.code, outcome.err]).toEqual([code, expect.stringMatching(/error\[E977\]/u)]);
  expect(place.snapshot()).toEqual(before);
});

test("an output folder whose parent is missing ends with 3", async () => {
  const place = given(input);
  const outcome = await place.run("k8s", "a.infra", "-o", "none/out");
  expect([outcome.code, outcome.err]).toEqual([3, expect.stringMatching(/error\[E981\]/u)]);
});

test("--stdout prints a stream of documents, or the one file there is", async () => {
  const place = given(second);
  const stream = await place.run("k8s", "a.infra", "--stdout");
  expect(stream.code).toBe(0);
  expect(stream.out.match(/^---$/gmu)?.length).toBeGreaterThan(4);
  expect(stream.out).not.toContain("kind: Kustomization");
  const one = await place.run("flink-conf", "a.infra", "--stdout", "--only", "scoring");
  expect([one.code, one.out]).toEqual([0, expect.stringContaining("pipeline.name: scoring")]);
  const several = await place.run("flink-conf", "a.infra", "--stdout");
  expect([several.code, several.err]).toEqual([2, expect.stringContaining("--only")]);
  expect(Object.keys(place.snapshot()).filter((path) => path.startsWith("out/"))).toEqual([]);
});

test("--stdout prints what others need before them, as kubectl applies in order", async () => {
  const place = given(second);
  const { out } = await place.run("k8s", "a.infra", "--stdout");
  expect(/^kind: (\w+)$/mu.exec(out)?.[1]).toBe("Namespace");
});

test("--stdout does not mix regions, whose objects have the same names", async () => {
  const regions = `regions:
  here: {name: eu-west-1, role: active}
  there: {name: us-east-1, role: active}
`;
  const place = given(`${second}${regions}`);
  const mixed = await place.run("k8s", "a.infra", "--stdout");
  expect([mixed.code, mixed.err]).toEqual([2, expect.stringContaining("--region")]);
  const one = await place.run("k8s", "a.infra", "--stdout", "--region", "here");
  expect([one.code, one.err]).toEqual([0, expect.not.stringContaining("error")]);
});

test("a file that is given twice is a slip of the caller", async () => {
  const place = given(second);
  const { code, err } = await place.run("k8s", "a.infra", "a.infra");
  expect([code, err]).toEqual([2, expect.stringContaining('"a.infra" is given twice')]);
});

test("the same input gives the same bytes in another folder", async () => {
  const outputs: unknown[] = [];
  for (let run = 0; run < 2; run += 1) {
    const place = project({ "a.infra": second });
    await place.run("build", "a.infra");
    outputs.push(
      Object.fromEntries(
        Object.entries(place.snapshot()).flatMap(([path, content]) =>
          path.startsWith("out/") ? [[path, content.split(" ")[1]]] : [],
        ),
      ),
    );
    place.remove();
  }
  expect(outputs[0]).toEqual(outputs[1]);
});
