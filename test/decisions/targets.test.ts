// Decisions 38, 39 and 97 to 99 of the vocabulary: names of services, zones, and diagnostics.
import { expect, test } from "vitest";
import { messages } from "../../src/diagnostics/catalogue/index.js";
import { decided, generated } from "./decided.js";

test("decision 38: names of Compose services may hold an underscore", async () => {
  const text = `
resources: { p: {} }
deployment: { type: docker_compose, compose: { services: { price_cache: { image: redis } } } }
`;
  expect((await decided(text)).errors).toEqual([]);
  expect((await generated(text, "compose")).size).toBeGreaterThan(0);
});

test("decision 39: several zones in a node selector become a required affinity", async () => {
  const text = `
resources: { p: {} }
deployment:
  type: kubernetes
  pod_template: { spec: { node_selector: { topology.kubernetes.io/zone: "a,b" } } }
`;
  const yaml = [...(await generated(text, "k8s")).values()].join("\n");
  expect(yaml).toMatch(/requiredDuringSchedulingIgnoredDuringExecution:[\s\S]*operator: In/u);
});

test("decision 97: the compile-time rules have the codes of the mapping", () => {
  for (const code of ["E700", "E701", "E702", "E710", "E711", "E720"])
    expect(Object.keys(messages)).toContain(code);
});

test("decision 98: unknown property, conflicting spellings and inheritance have codes", async () => {
  expect(Object.keys(messages)).toEqual(expect.arrayContaining(["E704", "E705", "E706"]));
  const text =
    "checkpoints: { c: { type: s3, bucket: b, interval: 60s, checkpoint: { interval: 30s } } }\n";
  expect((await decided(text)).errors).toEqual(["E705"]);
});

test("decision 99: nothing is asked of the systems that a file names", async () => {
  const text =
    'streams: { s: { type: kafka, topic: t, brokers: "no-such-host.invalid:1", schema_registry: { url: "https://no-such-host.invalid" } } }\n';
  expect((await decided(text)).errors).toEqual([]);
});
