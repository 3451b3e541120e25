// Two properties that state one thing: the one that loses is told of.
import { expect, test } from "vitest";
import { planned, small } from "./planned.js";

async function ignored(text: string): Promise<readonly string[]> {
  const { diagnostics } = await planned(text);
  return diagnostics.filter(({ code }) => code === "W701").map(({ message }) => message);
}

const cpu = (own: string): string =>
  small().replace("task_memory: 2gb", `task_memory: 2gb\n    ${own}`);

test.each([
  ["task_cpu: 3\n    kubernetes: { cpu: { request: 2 } }", true],
  ["task_cpu: 2\n    kubernetes: { cpu: { request: 2 } }", false],
  ["kubernetes: { cpu: { request: 2 } }", false],
])("cores of a slot beside the request of the pod: %s", async (own, told) => {
  const want =
    '"resources.auth_enrichment.task_cpu" is ignored: resources.auth_enrichment.kubernetes.cpu.request states the cores of the whole pod, and wins.';
  expect(await ignored(cpu(own))).toEqual(told ? [want] : []);
});

const secret = (settings: string): string =>
  small(
    "",
    `secrets:\n  login: { provider: aws_secrets_manager, secret_id: s, region: eu-central-1, keys: [k], ${settings} }`,
  );

test.each([
  ["rotation: { refresh_interval: 15m }, cache: { ttl: 10m }", true],
  ["rotation: { refresh_interval: 10m }, cache: { ttl: 10m }", false],
  ["rotation: { refresh_interval: 15m }, cache: { enabled: false, ttl: 10m }", false],
  ["cache: { ttl: 10m }", false],
])("the time a secret is kept beside the interval it is read at: %s", async (settings, told) => {
  const want =
    '"secrets.login.cache.ttl" is ignored: a Secret is kept for one time, and secrets.login.rotation.refresh_interval states it.';
  expect(await ignored(secret(settings))).toEqual(told ? [want] : []);
});

test("a digest decides what is pulled, and its tag stays to be read", async () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const text = small().replace(
    /image: \{[^}]*\}/u,
    `image: { repository: r.io/a, tag: "4.2", digest: "${digest}" }`,
  );
  const { object } = await planned(text);
  expect(await object("auth-enrichment/flink-deployment.yaml")).toMatchObject({
    spec: { image: `r.io/a:4.2@${digest}` },
  });
});
