// What the file asks of secrets and metrics and no emitted object does (W940), by property.
import { expect, test } from "vitest";
import { planned, small } from "./planned.js";

const vault =
  "vault, path: secret/data/x, vault: { address: 'https://v' }, auth: { method: kubernetes, role: r }";
const aws = "aws_secrets_manager, secret_id: s, region: r";
const local = "kubernetes, namespace: cards, secret_name: s, key: k";
const variable = "env, variable: LOGIN";

const login = (provider: string): string => `secrets: { login: { provider: ${provider} } }`;

const notEmitted: readonly (readonly [property: string, sections: string])[] = [
  ["secrets.login.renewal", login(`${vault}, renewal: { increment: 1h }`)],
  ["secrets.login.retry", login(`${aws}, retry: { attempts: 5 }`)],
  ["secrets.login.on_missing.message", login(`${aws}, on_missing: { message: gone }`)],
  ["secrets.login.on_missing.action", login(`${aws}, on_missing: { action: warn }`)],
  [
    "secrets.login.rotation.on_rotation.action",
    login(`${aws}, rotation: { on_rotation: { action: restart, grace_period: 5m } }`),
  ],
  [
    "secrets.login.rotation.on_rotation.grace_period",
    login(`${aws}, rotation: { on_rotation: { grace_period: 5m } }`),
  ],
  [
    "secrets.login.rotation.refresh_interval",
    login(`${local}, rotation: { auto_refresh: true, refresh_interval: 5m }`),
  ],
  ["secrets.login.rotation.auto_refresh", login(`${local}, rotation: { auto_refresh: false }`)],
  ["secrets.login.rotation.auto_refresh", login(`${variable}, rotation: { auto_refresh: true }`)],
  ["secrets.login.cache.ttl", login(`${variable}, cache: { ttl: 5m }`)],
  ["secrets._config.audit.log_access", "secrets: { _config: { audit: { log_access: true } } }"],
  ["regions.east.role", "regions: { east: { name: us-east-1, role: standby } }"],
  [
    "monitoring.metrics.federation.global_aggregator",
    "monitoring: { metrics: { type: prometheus, federation: { global_aggregator: 'h:9090' } } }",
  ],
];

test.each(notEmitted)("%s of %s", async (property, sections) => {
  const { diagnostics } = await planned(small("", sections));
  const said = diagnostics.filter(({ code }) => code === "W940");
  expect(said.map(({ message }) => message)).toEqual([
    expect.stringMatching(`^"${property}" is in no emitted object: `),
  ]);
  expect(said[0]?.span).not.toBeNull();
});

test.each([
  ["what a store is read by", login(`${aws}, rotation: { refresh_interval: 5m }`)],
  ["what a pod does anyway", login(`${local}, rotation: { auto_refresh: true }`)],
  ["what is off", login(`${vault}, renewal: { enabled: false }`)],
])("nothing is said of %s", async (_, sections) => {
  const { codes } = await planned(small("", sections));
  expect(codes).not.toContain("W940");
});
