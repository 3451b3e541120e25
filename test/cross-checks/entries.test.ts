// Files of one run that harm each other: each with what is said, and a pair that does not.
import { expect, test } from "vitest";
import { findingsBetween } from "./found.js";

interface Pair {
  readonly name: string;
  readonly one: string;
  readonly other: string;
  /** `CODE line: words < line: words`. */
  readonly want: string;
  /** In place of `other`: without a finding. */
  readonly apart: string;
}

const read = (topic: string, group: string) =>
  `streams: { s: { type: kafka, topic: ${topic}, brokers: "k:9092", direction: source${group} } }\nresources: { p: { task_memory: 4gb } }\n`;
const group = (name: string) => `, consumer: { group_id: ${name} }`;
const write = (topic: string, rest = "") =>
  `streams: { s: { type: kafka, topic: ${topic}, brokers: "k:9092,l:9092", direction: sink, producer: { acks: all${rest} } } }\nresources: { p: { task_memory: 4gb } }\ncheckpoints: { c: { type: filesystem, path: file:///c, interval: 60s } }\n`;
const exactly = (prefix: string) =>
  `, delivery_guarantee: exactly_once, transactional_id_prefix: ${prefix}`;
const saved = (prefix: string) =>
  `checkpoints: { c: { type: s3, bucket: b, prefix: ${prefix}, interval: 60s } }\nresources: { p: { task_memory: 4gb } }\n`;
const kubernetes = (namespace: string, rest = "") =>
  `deployment: { type: kubernetes, namespace: ${namespace}, service_account: s, image: { repository: r, tag: "1.20.1" }${rest} }\n`;
const available = (folder: string) =>
  `, ha: { enabled: true, type: kubernetes, storage_dir: ${folder} }`;
const pulsar = (name: string) =>
  `streams: { s: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:6650", direction: source, consumer: { subscription_name: ${name}, subscription_type: Exclusive } } }\nresources: { p: { task_memory: 4gb } }\n`;
const kinesis = (name: string) =>
  `streams: { s: { type: kinesis, stream: k, region: us-east-1, account_id: "123456789012", direction: source, consumer: { type: enhanced_fan_out, consumer_name: ${name} } } }\nresources: { p: { task_memory: 4gb } }\n`;
const compose = (name: string) =>
  `resources: { p: { task_memory: 4gb } }\ndeployment: { type: docker_compose, compose: { project_name: ${name}, services: { job_manager: { image: "flink:1.20" }, task_manager: { image: "flink:1.20" } } } }\n`;
const yarn = (name: string) =>
  `resources: { p: { task_memory: 4gb } }\ndeployment: { type: yarn, mode: application, application: { name: ${name} } }\n`;
const context = (name: string) => `, kubernetes: { context: ${name} }`;

const pairs: readonly Pair[] = [
  {
    name: "one prefix of transactional ids",
    one: write("a", exactly("x")),
    other: write("b", exactly("x")),
    want: "E755 1: x < 1: x",
    apart: write("b", exactly("y")),
  },
  {
    name: "one folder of recovery metadata",
    one: saved("a") + kubernetes("m", available("s3://b/ha")),
    other: saved("c") + kubernetes("n", available("s3://b/ha/")),
    want: "E755 3: s3://b/ha/ < 3: s3://b/ha",
    apart: saved("c") + kubernetes("n", available("s3://b/other")),
  },
  {
    name: "one folder of checkpoints of jobs with one id",
    one:
      saved("a") + kubernetes("m", `, kubernetes: { flavor: plain }${available("s3://b/ha/one")}`),
    other:
      saved("a") + kubernetes("n", `, kubernetes: { flavor: plain }${available("s3://b/ha/two")}`),
    want: "E755 1: a < 1: a",
    apart:
      saved("c") + kubernetes("n", `, kubernetes: { flavor: plain }${available("s3://b/ha/two")}`),
  },
  {
    name: "one exclusive subscription",
    one: pulsar("x"),
    other: pulsar("x"),
    want: "E755 1: x < 1: x",
    apart: pulsar("y"),
  },
  {
    name: "one registered Kinesis consumer",
    one: kinesis("x"),
    other: kinesis("x"),
    want: "E755 1: x < 1: x",
    apart: kinesis("y"),
  },
  {
    name: "objects of one name in one namespace of one cluster",
    one: saved("a") + kubernetes("n", context("c")),
    other: saved("c") + kubernetes("n", context("c")),
    want: "E755 3: n < 3: n",
    apart: saved("c") + kubernetes("n", context("d")),
  },
  {
    name: "objects of one name in one namespace, of which cluster nobody knows",
    one: saved("a") + kubernetes("n"),
    other: saved("c") + kubernetes("n"),
    want: "W756 3: n < 3: n",
    apart: saved("c") + kubernetes("m"),
  },
  {
    name: "one consumer group",
    one: read("a", group("g")),
    other: read("a", group("g")),
    want: "W756 1: g < 1: g",
    apart: read("a", group("h")),
  },
  {
    name: "one consumer group, by the name of the process",
    one: read("a", ""),
    other: read("a", ""),
    want: "W756 1: a < 1: a",
    apart: read("a", group("h")),
  },
  {
    name: "one folder of checkpoints",
    one: saved("a"),
    other: saved("a/"),
    want: "W756 1: a/ < 1: a",
    apart: saved("a/b"),
  },
  {
    name: "one topic that both write",
    one: write("a"),
    other: write("a").replace("k:9092,l:9092", "l:9092"),
    want: "W756 1: a < 1: a",
    apart: write("a").replace("k:9092,l:9092", "m:9092"),
  },
  {
    name: "one Docker Compose project",
    one: compose("x"),
    other: compose("x"),
    want: "W756 2: x < 2: x",
    apart: compose("y"),
  },
  {
    name: "one name of a YARN application",
    one: yarn("x"),
    other: yarn("x"),
    want: "W756 2: x < 2: x",
    apart: yarn("y"),
  },
];

test.each(pairs)("$name", async ({ one, other, want, apart }) => {
  const found = await findingsBetween(one, other);
  expect(found.map(({ line }) => line)).toEqual([want]);
  expect(found[0]?.message).toContain("other.infra");
  expect(found[0]?.message).toContain("one.infra");
  expect(await findingsBetween(one, apart)).toEqual([]);
});

test("what both inherit from one place is told once, with both files in the message", async () => {
  const files = { "/project/base.infra": `version: "1.0"\nenvironment: base\n${saved("a")}` };
  const [found, ...rest] = await findingsBetween(
    "extends: base.infra\n",
    "extends: base.infra\n",
    files,
  );
  expect(rest).toEqual([]);
  expect(found?.line).toMatch(/^W756 1: a$/u);
  expect(found?.message).toBe(
    '"checkpoints.c.prefix" of other.infra and "checkpoints.c.prefix" of one.infra are one folder of checkpoints, "s3://b/a": nobody can tell whose checkpoint is whose, to restore one or to clean up, and jobs with one id remove each other\'s.',
  );
});

test("a reference stands for another value in each environment", async () => {
  const text = `streams: { s: { type: kafka, topic: a, brokers: "secret://k/brokers", direction: source } }\nsecrets: { k: { provider: vault, path: p } }\nresources: { p: { task_memory: 4gb } }\n`;
  expect(await findingsBetween(text, text)).toEqual([]);
});

test("either file can accept a warning, and a run without the other does not call it stale", async () => {
  const accepted = `accept_warnings: [ { code: W756, path: checkpoints.c.prefix, reason: "meant" } ]\n`;
  expect(await findingsBetween(saved("a"), saved("a") + accepted)).toEqual([]);
  expect(await findingsBetween(saved("a") + accepted, saved("a"))).toEqual([]);
});
