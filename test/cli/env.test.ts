import { afterEach, expect, test } from "vitest";
import { parseDotEnv } from "../../src/document/dot-env.js";
import { project, type Project } from "./run.js";

let current: Project | null = null;
afterEach(() => {
  current?.remove();
  current = null;
});

const base = `version: "5.0"
environment: base
streams:
  orders: &kafka
    type: kafka
    brokers: \${KAFKA_BROKERS}
    topic: \${PREFIX:-prod}.orders
`;
const production = `version: "5.0"
environment: production
extends: base.infra
streams:
  refunds: { type: kafka, brokers: "\${KAFKA_BROKERS}", topic: "\${PREFIX:-it's}.refunds" }
  audit: { type: kafka, brokers: "\${AUDIT_BROKERS:-a b:9092}", topic: audit }
lookups:
  customers:
    type: postgresql
    jdbc_url: \${CUSTOMERS_URL}
    query: { table: customers, key_column: id }
    auth: { username: reader, password: "secret://customers_db/password" }
secrets:
  customers_db: { provider: kubernetes, name: customers-db, keys: [password] }
`;

test("what nothing sets yet is listed, with its places, defaults and kinds", async () => {
  current = project({ "base.infra": base, "production.infra": production });
  const { code, out, err } = await current.run("env", "production.infra");
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toBe(`Variables that nexgen reads when it generates:
  AUDIT_BROKERS  default "a b:9092"  streams.audit.brokers (production.infra:6:34)
  KAFKA_BROKERS  required            streams.orders.brokers (base.infra:6:14), and 1 more
  PREFIX         has defaults        streams.orders.topic (base.infra:7:12), and 1 more

Variables of the running jobs: credentials and connections, which nexgen never reads:
  CUSTOMERS_URL  required  lookups.customers.jdbc_url (production.infra:10:15)

Secrets of the running jobs:
  customers_db  keys password  lookups.customers.auth.password (production.infra:12:41)
`);
});

test("the template holds what is required, and no credential", async () => {
  current = project({ "base.infra": base, "production.infra": production });
  const { out } = await current.run("env", "production.infra", "--template");
  const assigned = [
    ...parseDotEnv({ path: ".env", text: out }, ({ message }) =>
      expect.unreachable(message),
    ).keys(),
  ];
  expect(assigned).toEqual(["KAFKA_BROKERS"]);
  expect(out).toContain("\n# AUDIT_BROKERS='a b:9092'\n");
  expect(out).toContain("#   CUSTOMERS_URL\n");
  expect(out).toContain("#   secret://customers_db\n");
});

/** What an `.env` file assigns. */
function assigned(text: string): [string, string][] {
  const found = parseDotEnv({ path: ".env", text }, ({ message }) => expect.unreachable(message));
  return [...found].map(([name, { value }]) => [name, value]);
}

test("a default in the template reads back as itself, whatever it holds", async () => {
  const file = `version: "5.0"
environment: production
streams:
  a: { type: kafka, brokers: "\${A:-it's}", topic: a }
  b: { type: kafka, brokers: "\${B:-x\\nEVIL=1}", topic: b }
  c: { type: kafka, brokers: "\${C:-a 'b' \\"c\\" \\\\n # d}", topic: c }
`;
  current = project({ "production.infra": file });
  const { out } = await current.run("env", "production.infra", "--template");
  expect(assigned(out)).toEqual([]);
  expect(assigned(out.replaceAll(/^# (?=[A-Z]+=)/gmu, ""))).toEqual([
    ["A", "it's"],
    ["B", "x\nEVIL=1"],
    ["C", `a 'b' "c" \\n # d`],
  ]);
});

test("as data, without any value that is set", async () => {
  current = project({ "base.infra": base, "production.infra": production });
  const call = [
    "env",
    "production.infra",
    "--format",
    "json",
    "--env",
    "KAFKA_BROKERS=canary:9092",
  ];
  const { out } = await current.run(...call);
  expect(out).not.toContain("canary");
  const data = JSON.parse(out) as {
    variables: { name: string; sensitive: boolean; required: boolean; default: string | null }[];
  };
  expect(
    data.variables.map(({ name, sensitive, required, default: fallback }) => [
      name,
      sensitive,
      required,
      fallback,
    ]),
  ).toEqual([
    ["AUDIT_BROKERS", false, false, "a b:9092"],
    ["CUSTOMERS_URL", true, true, null],
    ["KAFKA_BROKERS", false, true, null],
    ["PREFIX", false, false, null],
  ]);
});

test("a file that cannot be read is told as ever", async () => {
  current = project({ "a.infra": "a: [" });
  const { code, out, err } = await current.run("env", "a.infra");
  expect([code, out]).toEqual([1, ""]);
  expect(err).toMatch(/^a\.infra:1:\d+: error\[E733\]/u);
});

test("bindings that are wrong, and process files, are no matter of it", async () => {
  const wrong = production.replace("type: postgresql", "typ: postgresql\n    pool: -1");
  current = project({
    "base.infra": base,
    "production.infra": wrong,
    "p.proc": "process p receive",
  });
  const { code, out, err } = await current.run("env", "production.infra", "--processes", "p.proc");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("KAFKA_BROKERS");
  expect(out).toContain("customers_db");
});
