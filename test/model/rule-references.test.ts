// Names that lead nowhere, limits, and what is said about every file.
import { expect, test } from "vitest";
import { analyseText } from "../resolve/project.js";
import {
  type Case,
  kinesis,
  kubernetes,
  lookup,
  process,
  regions,
  s3,
  secret,
  streamOf,
  testCases,
} from "./rule-cases.js";

const others: readonly Case[] = [
  {
    name: "a region's part in a failover",
    wrong: `regions: { a: { name: r1, role: active, priority: 1 }, b: { name: r2, role: standby, failover: { promotion_delay: 1m } } }`,
    want: [
      'W701 "regions.a.priority" is ignored: no failover plan names the region r1.',
      'W701 "regions.b.failover" is ignored: no failover plan names the region r2.',
    ],
    right: `regions: { a: { name: r1, role: active, priority: 1 }, b: { name: r2, role: standby, failover: { promotion_delay: 1m } } }\nfailover: { p: { primary: r1, secondary: r2 } }`,
  },
  {
    name: "completion target",
    wrong: `completions: { done: { type: kafka, topic: t, brokers: "b:1", producer: { key_field: id } } }\n${streamOf(", completion: { target: don }")}`,
    want: ['E760 "streams.s.completion.target" names "don", which is not bound in "completions".'],
    right: `completions: { done: { type: kafka, topic: t, brokers: "b:1", producer: { key_field: id } } }\n${streamOf(", completion: { target: done }")}`,
  },
  {
    name: "checkpoint of a process",
    wrong: `${s3("prefix: p")}\n${process("checkpoint: d")}`,
    want: ['E751 The process "p" names "d", which is not bound in "checkpoints".'],
    right: `${s3("prefix: p")}\n${process("checkpoint: c")}`,
  },
  {
    name: "postgresql table",
    wrong: lookup('type: postgresql, jdbc_url: "jdbc:postgresql://h/d"'),
    want: [`W755 "lookups.l.table" is not set: the lookup's own name "l" is taken as the table.`],
    right: lookup(
      'type: postgresql, jdbc_url: "jdbc:postgresql://h/d", query: { sql: "select 1" }',
    ),
  },
  {
    name: "starting timestamp",
    wrong: kinesis(", consumer: { starting_position: AT_TIMESTAMP }"),
    want: ['W755 "streams.s.consumer.starting_position" names no moment to start from.'],
    right: kinesis(
      ', consumer: { starting_position: AT_TIMESTAMP, starting_timestamp: "2025-01-31T00:00:00Z" }',
    ),
  },
  {
    name: "key groups",
    wrong: process("max_parallelism: 32769"),
    want: [
      'E754 "resources.p.max_parallelism" exceeds what Flink allows: at most 32768 key groups.',
    ],
    right: process("max_parallelism: 32768"),
  },
  {
    name: "parallelism beyond the key groups",
    wrong: process("parallelism: 32769, operators: { o: { parallelism: 40000 } }"),
    want: [
      'E754 "resources.p.parallelism.initial" exceeds what Flink allows: each instance needs a key group, and there are at most 32768.',
      'E754 "resources.p.operators.o.parallelism" exceeds what Flink allows: each instance needs a key group, and there are at most 32768.',
    ],
    right: process("parallelism: 32768, operators: { o: { parallelism: 32768 } }"),
  },
  {
    name: "limits",
    wrong: process(
      "parallelism: 9, task_memory: 2gb, task_cpu: 2, limits: { max_parallelism: 8, max_task_memory: 1gb, max_task_cpu: 1 }",
    ),
    want: [
      'E754 "resources.p.parallelism" exceeds "resources.p.limits.max_parallelism": 9 is more than 8.',
      'E754 "resources.p.task_memory" exceeds "resources.p.limits.max_task_memory": 2gb is more than 1gb.',
      'E754 "resources.p.task_cpu" exceeds "resources.p.limits.max_task_cpu": 2 is more than 1.',
    ],
    right: process(
      "parallelism: 8, task_memory: 1gb, limits: { max_parallelism: 8, max_task_memory: 1gb, max_task_cpu: 1 }",
    ),
  },
  {
    name: "quotas",
    wrong:
      "resources: { _quotas: { t: { max_processes: 1, max_total_parallelism: 4, max_total_memory: 4gb } }, p: { parallelism: 2 }, q: { parallelism: 3 } }",
    want: [
      'E754 "resources" exceeds "resources._quotas.t.max_processes": all processes together take 2, and 1 is allowed.',
      'E754 "resources" exceeds "resources._quotas.t.max_total_parallelism": all processes together take 5, and 4 is allowed.',
      'E754 "resources" exceeds "resources._quotas.t.max_total_memory": all processes together take 5120mb, and 4gb is allowed.',
    ],
    right:
      "resources: { _quotas: { t: { max_processes: 2, max_total_parallelism: 5, max_total_memory: 5gb } }, p: { parallelism: 2 }, q: { parallelism: 3 } }",
  },
  {
    name: "regions of secrets",
    wrong: `${regions}${secret("provider: vault, path: p, regions: [eu-west-2]")}`,
    want: ['E761 "secrets.s.regions" names the region "eu-west-2", which is not declared.'],
    right: `${regions}${secret("provider: vault, path: p, regions: [eu-west-1]")}`,
  },
  {
    name: "regions of a failover plan",
    wrong: `${regions}failover: { f: { primary: primary, secondary: eu-west-1 } }`,
    want: ['E761 "failover.f.primary" names the region "primary", which is not declared.'],
    right: `${regions}failover: { f: { primary: us-east-1, secondary: eu-west-1 } }`,
  },
  {
    name: "regions of a roll-out",
    wrong: `${regions}${kubernetes("strategy: { type: rolling_regional, regional_rollout: { order: [us-east-1, eu] } }")}`,
    want: [
      'E761 "deployment.strategy.regional_rollout.order" names the region "eu", which is not declared.',
    ],
    right: `${regions}${kubernetes("strategy: { type: rolling_regional, regional_rollout: { order: [eu-west-1, us-east-1] } }")}`,
  },
  {
    name: "data leaves its area by a mirror",
    wrong: `${regions}${streamOf(", regional: true, us-east-1: { mirror: { source: eu-west-1 } }")}`,
    want: [
      'W704 "streams.s.mirror.source" takes data out of EU, where the region "eu-west-1" must keep it.',
    ],
    right: `${regions}${streamOf(", regional: true, eu-west-1: { mirror: { source: us-east-1 } }")}`,
  },
  {
    name: "data leaves its area by a failover plan",
    wrong: `${regions}failover: { f: { primary: eu-west-1, secondary: us-east-1 } }`,
    want: [
      'W704 "failover.f.secondary" takes data out of EU, where the region "eu-west-1" must keep it.',
    ],
    right: `${regions}failover: { f: { primary: us-east-1, secondary: eu-west-1 } }`,
  },
  {
    name: "data leaves its area by replication",
    wrong: `${regions}${s3("regional: true, eu-west-1: { replication: { enabled: true, destination_bucket: b, destination_region: us-east-1 } }")}`,
    want: [
      'W704 "checkpoints.c.replication.destination_region" takes data out of EU, where the region "eu-west-1" must keep it.',
    ],
    right: `${regions}${s3("regional: true, eu-west-1: { replication: { enabled: false, destination_region: us-east-1 } }")}`,
  },
  {
    name: "a region that mirrors itself",
    wrong: `${regions}${streamOf(", regional: true, us-east-1: { mirror: { source: us-east-1 } }")}`,
    want: [
      'E753 "streams.s.mirror.source" contradicts "regions.a.name": a region cannot be its own mirror.',
    ],
    right: `${regions}${streamOf(", regional: true, us-east-1: { partitions: 2 }")}`,
  },
];

testCases(others);

async function codes(text: string): Promise<readonly string[]> {
  return (await analyseText(`${text}\n`)).diagnostics.map(({ code }) => code);
}

test("W752 once, when a process and something to use are there", async () => {
  expect(await codes(`${streamOf("")}\nresources: { p: {}, q: {} }`)).toEqual(["W752"]);
  expect(await codes(streamOf(""))).toEqual([]);
  expect(await codes(process(""))).toEqual([]);
});
