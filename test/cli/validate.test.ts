import { afterEach, expect, test } from "vitest";
import { project, type Project } from "./run.js";

let current: Project | null = null;
afterEach(() => {
  current?.remove();
  current = null;
});

const stream = `streams:
  orders:
    type: kafka
    brokers: broker:9092
    topic: orders
    partitions: 8
    replication: 3
`;
const base = `version: "5.0"
environment: base
${stream}`;
const child = (environment: string, more = ""): string => `version: "5.0"
environment: ${environment}
extends: base.infra
resources: { billing: { parallelism: 2 } }
${more}`;

test("a folder is searched for files of environments, each checked once", async () => {
  current = project({
    "infra/base.infra": base,
    "infra/b.infra": child("b"),
    "infra/more/a.infra": child("a").replace("base.infra", "../base.infra"),
    "infra/notes.md": "no environment",
    "infra/.old/c.infra": "not: read",
    "infra/node_modules/d.infra": "not: read",
  });
  const { code, out, err } = await current.run("validate", "infra", "infra/b.infra");
  expect(err).not.toContain("error");
  expect(out.split("\n").map((line) => line.split(":")[0])).toEqual([
    "infra/b.infra",
    "infra/base.infra",
    "infra/more/a.infra",
    "3 files, all valid.",
    "",
  ]);
  expect(code).toBe(0);
});

test("every bad file of a folder is told, and how many are valid", async () => {
  current = project({
    "base.infra": base,
    "a.infra": child("a", "streams: { orders: { partitons: 3 } }\n"),
    "b.infra": child("b", "streams: { orders: { partitions: many } }\n"),
  });
  const { code, out, err } = await current.run("validate", ".");
  expect(
    [...err.matchAll(/^(\w+\.infra):\d+:\d+: error\[(E\d+)\]/gmu)].map((m) => m.slice(1)),
  ).toEqual([
    ["a.infra", "E704"],
    ["b.infra", "E703"],
  ]);
  expect(out).toMatch(/^3 files, 1 valid\.$/mu);
  expect(code).toBe(1);
});

const writer = (environment: string, prefix: string): string => `version: "5.0"
environment: ${environment}
streams: { s: { type: kafka, brokers: "k:9092", topic: ${environment}, direction: sink, producer: { delivery_guarantee: exactly_once, transactional_id_prefix: ${prefix} } } }
checkpoints: { c: { type: filesystem, path: "file:///${environment}", interval: 60s } }
resources: { billing: { task_memory: 4gb } }
`;

test("files that are valid alone and harm each other are not said to be all valid", async () => {
  current = project({ "a.infra": writer("a", "one"), "b.infra": writer("b", "one") });
  const { code, out, err } = await current.run("validate", ".", "--no-generators");
  expect(err).toMatch(/^b\.infra:3:.*E755/mu);
  expect(out).toMatch(/^2 files, all valid by themselves, with 1 error between them\.$/mu);
  expect(code).toBe(1);
});

test("a folder without such a file is a wrong call, a missing one is not found", async () => {
  current = project({ "empty/notes.md": "" });
  const empty = await current.run("validate", "empty");
  expect([empty.code, empty.err]).toEqual([2, 'error: There is no .infra file in "empty".\n']);
  expect((await current.run("validate", "nowhere")).code).toBe(3);
});

const pulsar = `version: "5.0"
environment: production
streams:
  orders: { type: pulsar, service_url: "pulsar://broker:6650", topic: "persistent://public/default/orders" }
resources:
  billing: { parallelism: 2, flink_options: { "no.such.option": "1" } }
`;

test("what a generator refuses is told, unless generators are left out", async () => {
  current = project({ "a.infra": pulsar });
  const before = current.snapshot();
  const whole = await current.run("validate", "a.infra");
  expect(whole.code).toBe(1);
  expect(whole.err).toMatch(/a\.infra:6:.*no\.such\.option/u);
  expect((await current.run("validate", "a.infra", "--no-generators")).code).toBe(0);
  expect((await current.run("validate", "a.infra", "--only-generators", "kafka-topics")).code).toBe(
    0,
  );
  expect(
    (await current.run("validate", "a.infra", "--no-generators", "--only-generators", "java")).code,
  ).toBe(2);
  expect(current.snapshot()).toEqual(before);
});

/** The errors of `text` under `--strict`. */
async function strictly(text: string): Promise<{ codes: string[]; code: number }> {
  current?.remove();
  current = project({ "a.infra": text });
  const { code, out } = await current.run("validate", "a.infra", "--strict", "--format", "json");
  const { errors } = JSON.parse(out) as { errors: { code: string }[] };
  return { code, codes: errors.map((error) => error.code) };
}

test("with --strict a warning is an error, and one that is accepted is none", async () => {
  const unused = `version: "5.0"
environment: production
${stream}resources:
  billing: { parallelism: 64, max_parallelism: 256 }
`;
  const strict = await strictly(unused);
  expect(strict.code).toBe(1);
  expect(strict.codes.length).toBeGreaterThan(0);
  const items = [...new Set(strict.codes)].map(
    (code) => `  - { code: ${code}, reason: "judged by the owners" }\n`,
  );
  const accepted = `${unused}accept_warnings:\n${items.join("")}`;
  expect(await strictly(accepted)).toEqual({ code: 0, codes: [] });
  const stale = `${accepted}  - { code: W781, reason: "no longer so" }\n`;
  expect((await strictly(stale)).codes).toEqual(["W754"]);
});
