// Decisions 50 to 63 of the vocabulary, on secrets, regions and monitoring.
import { expect, test } from "vitest";
import { decided, generated, said } from "./decided.js";

const redis = (password: string): string =>
  `lookups: { l: { type: redis, uri: "redis://r", lookup: { key_pattern: "{a}" }, auth: { password: "${password}" } } }\n`;

const secret50 = (keys: string): string =>
  `secrets: { x: { provider: vault, path: a/b${keys} } }\n`;

test("decision 50: a key is checked only where the secret lists its keys", async () => {
  const reference = redis("secret://x/password");
  expect((await decided(secret50("") + reference)).errors).toEqual([]);
  expect((await decided(secret50(", keys: [other]") + reference)).errors).toEqual(["E711"]);
});

test("decision 51: a secret in one variable answers the whole form and any key", async () => {
  const secret = "secrets: { x: { provider: env, variable: X } }\n";
  expect((await decided(secret + redis("secret://x"))).errors).toEqual([]);
  expect((await decided(secret + redis("secret://x/password"))).errors).toEqual([]);
});

test("decision 52: a version cannot be asked of a Kubernetes secret or a variable", async () => {
  const reference = redis("secret://x/password?version=3");
  const kubernetes =
    "secrets: { x: { provider: kubernetes, namespace: n, secret_name: s, key: password } }\n";
  const variable = "secrets: { x: { provider: env, variables: { password: P } } }\n";
  const vault = "secrets: { x: { provider: vault, path: a/b } }\n";
  expect((await decided(kubernetes + reference)).errors).toEqual(["E711"]);
  expect((await decided(variable + reference)).errors).toEqual(["E711"]);
  expect((await decided(vault + reference)).errors).toEqual([]);
});

test("decision 53: a literal password is refused, and warned of in development", async () => {
  expect((await decided(redis("hunter2"))).errors).toEqual(["E714"]);
  const development = `version: "1.0"\nenvironment: development\n${redis("hunter2")}`;
  const { errors, codes } = await decided(development);
  expect(errors).toEqual([]);
  expect(codes).toContain("W702");
});

test("decision 54: the keys of a regional secret may name regions, too", async () => {
  const text = `
regions: { a: { name: one, role: active } }
secrets: { x: { provider: vault, regional: true, path_template: "secret/{region}/x", keys: [uri_one, uri_two] } }
`;
  expect((await decided(text + redis("secret://x/uri_two"))).errors).toEqual([]);
});

test("decision 55: on_missing: warn cannot start a pod without the value, and says so", async () => {
  const text = `
secrets: { x: { provider: vault, path: a/b, keys: [password], on_missing: { action: warn } } }
${redis("secret://x/password")}resources: { p: {} }
deployment: { type: kubernetes }
`;
  expect(await said(text, "k8s")).toContain("W940");
});

const text56 = (fallback: string): string =>
  `secrets: { x: { provider: vault, path: a/b, fallback: { ${fallback} } } }\n`;

test("decision 56: a fallback needs what its provider needs", async () => {
  expect((await decided(text56("provider: env, variable: X"))).errors).toEqual([]);
  expect((await decided(text56("provider: aws_secrets_manager, secret_id: x"))).errors).toEqual([
    "E752",
  ]);
});

const text57 = (overlay: string): string => `
regions: { primary: { name: one, role: active } }
streams: { s: { type: kafka, regional: true, topic: t, brokers: "k:9092", ${overlay}: { partitions: 3 } } }
`;

test("decision 57: overlays go by the names of regions, not by their aliases", async () => {
  expect((await decided(text57("one"))).errors).toEqual([]);
  expect((await decided(text57("primary"))).errors).toEqual(["E704"]);
});

test("decision 58: regions may share a priority", async () => {
  const text =
    "regions: { a: { name: one, role: active, priority: 1 }, b: { name: two, role: active, priority: 1 } }\n";
  expect((await decided(text)).errors).toEqual([]);
});

const text59 = (promote: boolean): string => `
regions: { a: { name: one, role: active } }
failover: { p: { primary: one, secondary: null, promotion: { auto_promote: ${String(promote)} } } }
`;

test("decision 59: secondary: null is no failover, so nothing promotes by itself", async () => {
  expect((await decided(text59(false))).errors).toEqual([]);
  expect((await decided(text59(true))).errors).toEqual(["E753"]);
});

const text60 = (more: string): string =>
  `resources: { p: { monitoring: { alerts: [{ name: a, condition: "cpu_utilization > 90%", ${more} }] } } }\n`;

test("decision 60: alerts of a process have an action, and no severity", async () => {
  expect((await decided(text60("action: alert"))).errors).toEqual([]);
  expect((await decided(text60("action: alert, severity: critical"))).errors).toEqual(["E704"]);
});

test("decision 61: metrics need neither port nor path", async () => {
  const files = await generated(
    "resources: { p: {} }\nmonitoring: { metrics: { type: prometheus } }\n",
    "flink-conf",
  );
  expect([...files.values()].join("\n")).toContain("metrics.reporter.prom.port: 9249");
});

test("decision 62: an alert needs no channel", async () => {
  const text =
    'monitoring: { alerts: [{ name: a, condition: "checkpoint_failures > 3", severity: critical }] }\n';
  expect((await decided(text)).errors).toEqual([]);
});

test("decision 63: destinations and metric systems without settings are accepted", async () => {
  for (const text of [
    "monitoring: { logging: { outputs: [{ type: file }] } }\n",
    'monitoring: { logging: { outputs: [{ type: loki, endpoint: "http://loki:3100" }] } }\n',
    "monitoring: { metrics: { type: datadog } }\n",
    "monitoring: { metrics: { type: cloudwatch } }\n",
  ]) {
    expect((await decided(text)).errors).toEqual([]);
  }
});
