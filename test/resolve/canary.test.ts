// The value of a variable that feeds a credential appears nowhere: not in a diagnostic, not in what
// `validate`, `resolve` and `explain` print, as text or JSON, whatever else is wrong with the file.
import { expect, test } from "vitest";
import { generators } from "../../generators/index.js";
import * as commands from "../../src/cli/commands/index.js";
import * as core from "../../src/cli/core.js";
import { main } from "../../src/cli/main.js";
import { memoryHost } from "../../src/source/memory-host.js";

/** No two share a part, and none looks like anything that is printed. */
const canary = "cAnArY-7f3e9";
const literal = "lItErAl-1b2d8";

const file = `version: "1.0"
environment: development
description: "of \${PUBLIC}"
secrets:
  vault_login: { provider: vault, path: p, auth: { method: approle, role_id: r, secret_id: "\${CANARY_A}" } }
streams:
  kafka_in:
    type: kafka
    topic: t
    brokers: "\${CANARY_B}"
    schema_registry: { url: "https://u:\${CANARY_C}@r", basic_auth: "\${CANARY_A}" }
    properties:
      sasl.jaas.config: 'M required username="u" password="\${CANARY_D}";'
      ssl.key.password: \${CANARY_E}
      client.id: "\${CANARY_B}"
lookups:
  store: { type: mongodb, uri: "\${CANARY_B}", database: d, collection: c, auth: { password: ${literal} } }
  rows: { type: postgresql, jdbc_url: "\${CANARY_C:-jdbc:postgresql://h/d}" }
resources:
  p: { flink_options: { s3.secret-key: "\${CANARY_E}", web.timeout: "\${PUBLIC}" } }
`;

const broken: Readonly<Record<string, string>> = {
  valid: file,
  "a credential where a build-time value is needed": file.replace(
    "topic: t",
    'topic: "${CANARY_B}"',
  ),
  "in the description": file.replace("${PUBLIC}", "${CANARY_A}"),
  "as a number": file.replace("topic: t", 'topic: t\n    partitions: "${CANARY_D}"'),
  "in a list": file.replace(
    "collection: c",
    'collection: c, lookup: { projection: ["${CANARY_E}"] }',
  ),
  "an unknown property": file.replace("topic: t", 'topic: t\n    tpic: "${CANARY_A}"'),
  "of the wrong type": file.replace("type: mongodb,", "type: mongo,"),
  "without a type": file.replace("type: mongodb, ", ""),
  "a misspelt credential": file.replace("password:", "pasword:"),
  "another type's property": file.replace(
    "collection: c",
    'collection: c, jdbc_url: "${CANARY_C}"',
  ),
  "broken syntax": file.replace("collection: c", "collection: [c"),
  "a malformed reference": file.replace("${CANARY_B}", "${CANARY_B:?x}"),
  "a literal in production": file.replace("development", "production"),
  "a literal list": file.replace(`password: ${literal}`, `password: [${literal}]`),
  "a literal map": file.replace(`password: ${literal}`, `password: { a: ${literal} }`),
  "a literal default": file.replace("${CANARY_E}", `\${CANARY_E:-${literal}}`),
  "a secret's default": file.replace(
    `password: ${literal}`,
    `password: "secret://vault_login/k?default=${literal}"`,
  ),
  "a secret with other text": file.replace(
    `password: ${literal}`,
    `password: "secret://vault_login/k ${literal}"`,
  ),
};

const names = ["A", "B", "C", "D", "E"].map((letter) => `CANARY_${letter}`);
const environment = Object.fromEntries(names.map((name) => [name, `${canary}-${name}`]));

async function run(text: string, envFile: string, args: readonly string[]): Promise<string> {
  let printed = "";
  const print = (part: string): void => {
    printed += part;
  };
  const variables = envFile === "" ? { ...environment, PUBLIC: "5s" } : { PUBLIC: "5s" };
  const host = memoryHost({
    files: { "/project/main.infra": text, ...(envFile === "" ? {} : { "/project/.env": envFile }) },
    environment: variables,
  });
  const code = await main([...args], {
    terminal: {
      out: print,
      err: print,
      folder: "/project",
      colorByDefault: false,
      readStandardInput: () => Promise.resolve(""),
    },
    version: "0.0.0",
    core: () =>
      Promise.resolve({
        ...core,
        validate: (entries, options, terminal) =>
          commands.validate(entries, generators, options, host, terminal),
        env: (entry, options, terminal) => commands.env(entry, options, host, terminal),
        resolve: (entry, options, terminal) => commands.resolve(entry, options, host, terminal),
        explain: (entry, path, options, terminal) =>
          commands.explain(entry, path, options, host, terminal),
      }),
  });
  expect([0, 1]).toContain(code);
  return printed;
}

const calls: readonly (readonly string[])[] = [
  ["validate", "main.infra"],
  ["env", "main.infra"],
  ["env", "main.infra", "--template"],
  ["env", "main.infra", "--format", "json"],
  ["resolve", "main.infra"],
  ...[
    "streams.kafka_in.brokers",
    "streams.kafka_in.properties",
    "streams.kafka_in.properties.sasl.jaas.config",
    "streams.kafka_in.schema_registry",
    "lookups.store",
    "lookups.store.uri",
    "lookups.store.auth.password",
    "lookups.store.auth.pasword",
    "lookups.rows.jdbc_url",
    "resources.p.flink_options.s3.secret-key",
    "secrets.vault_login.auth.secret_id",
  ].map((path) => ["explain", "main.infra", path]),
];

const dotEnv = names.map((name) => `${name}=${canary}-${name}\n`).join("");

test.each(Object.keys(broken))("%s", async (name) => {
  const text = broken[name] ?? "";
  let all = "";
  for (const command of calls) {
    for (const format of [[], ["--format", "json"]]) {
      all += await run(text, "", [...command, ...format]);
      all += await run(text, dotEnv, [...command, ...format]);
    }
  }
  expect(all.length).toBeGreaterThan(100);
  expect(all).not.toContain(canary);
  expect(all).not.toContain(literal);
});

test("what is no credential is shown, so that the test above can fail", async () => {
  expect(await run(file, "", ["resolve", "main.infra"])).toContain("5s");
  expect(await run(file, "", ["validate", "main.infra"])).toContain("W702");
});
