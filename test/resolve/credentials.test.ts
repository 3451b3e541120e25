// Secret references and credentials: what is refused, and what becomes a run-time reference.
import { expect, test } from "vitest";
import type { RuntimeReference } from "../../src/document/node.js";
import { analyseText, codesOf, head, linesOf, marked, nodeAt } from "./project.js";

const declared = `secrets:
  login: { provider: vault, path: p, keys: [user, password] }
  open: { provider: vault, path: p }
  cluster: { provider: kubernetes, namespace: n, secret_name: s, keys: [k] }
  eu_only: { provider: vault, path: p, regions: [eu-west-1] }
regions:
  a: { name: us-east-1, role: active }
  b: { name: eu-west-1, role: active }
`;

function property(value: string): string {
  return `${declared}streams: { s: { type: kafka, topic: t, brokers: 'b:1', properties: { sasl.password: ${value} } } }\n`;
}

const references: readonly (readonly [
  text: string,
  reference: RuntimeReference,
  codes: readonly string[],
])[] = [
  [
    "'secret://login/password'",
    { kind: "secret", secret: "login", key: "password", version: null, optional: false },
    [],
  ],
  [
    "'secret://open?version=3'",
    { kind: "secret", secret: "open", key: null, version: "3", optional: false },
    [],
  ],
  [
    "'secret://open/any?default='",
    { kind: "secret", secret: "open", key: "any", version: null, optional: true },
    [],
  ],
  [
    "'secret://open/any?default=hunter2'",
    { kind: "secret", secret: "open", key: "any", version: null, optional: true },
    ["W706", "W706"],
  ],
  ["'${PASSWORD}'", { kind: "variable", name: "PASSWORD", fallback: null }, []],
  ["'${PASSWORD:-}'", { kind: "variable", name: "PASSWORD", fallback: "" }, []],
];

test.each(references)("%s becomes a reference", async (text, reference, codes) => {
  const outcome = await analyseText(property(text), {
    environment: { PASSWORD: "hunter2" },
  });
  expect([...new Set(codesOf(outcome.diagnostics))]).toEqual([...new Set(codes)]);
  const node = nodeAt(outcome, "streams", "s", "properties", "sasl.password");
  expect(node.kind === "reference" && node.reference).toEqual(reference);
});

const invalid: readonly (readonly [text: string, problem: string])[] = [
  ["'secret://unknown/x'", 'no secret "unknown" is declared'],
  ["'secret://logn/user'", 'no secret "logn" is declared'],
  ["'secret://login/other'", 'offers no key "other"'],
  ["'secret://a/b/c'", "too many parts"],
  ["'secret://../x/y'", "too many parts"],
  ["'secret://%2e%2e/x'", "names are lower case"],
  ["'secret://Login/user'", "names are lower case"],
  ["'secret://'", "names are lower case"],
  ["'secret://open/k?version=1&version=2'", "given twice"],
  ["'secret://open/k?colour=red'", "only version= and default="],
  ["'secret://open/k#frag'", "names are lower case"],
  ["'prefix-secret://open/k'", "inside other text"],
  ["'a secret://open/k'", "inside other text"],
  ["'secret://cluster/k?version=1'", "keeps no versions"],
  ["'secret://eu_only/k'", "may not be read in region us-east-1"],
];

test.each(invalid)("%s is refused", async (text, problem) => {
  const { diagnostics } = await analyseText(property(text));
  expect(new Set(codesOf(diagnostics))).toEqual(new Set(["E711"]));
  expect(diagnostics[0]?.message).toContain(problem);
  expect(diagnostics.map(marked)[0]).toBe(text);
});

test("a nearly right secret name is suggested", async () => {
  const { diagnostics } = await analyseText(property("'secret://logn/user'"));
  expect(diagnostics[0]?.help).toContain('Did you mean "login"?');
});

test("a query is never repeated: it may hold a default that is a password", async () => {
  const { diagnostics } = await analyseText(property("'secret://nope/k?default=hunter2'"));
  expect(JSON.stringify(linesOf(diagnostics))).not.toContain("hunter2");
});

const buildTime: readonly string[] = [
  "streams: { s: { type: kafka, topic: 'secret://open/k', brokers: 'b:1' } }",
  "checkpoints: { c: { type: s3, bucket: 'secret://open/k' } }",
  "streams: { s: { type: kafka, brokers: 'b:1', topic: t, partitions: 'secret://open/k' } }",
];

test.each(buildTime)("a secret cannot be known when generating: %s", async (text) => {
  const { diagnostics } = await analyseText(`${declared}${text}\n`);
  expect(new Set(codesOf(diagnostics))).toEqual(new Set(["E713"]));
});

test("a variable that feeds a credential is one everywhere", async () => {
  const text = `streams:
  a: { type: kafka, topic: "\${TOKEN}", brokers: "\${TOKEN}", properties: { sasl.password: "\${TOKEN}" } }
`;
  const outcome = await analyseText(text, { environment: { TOKEN: "hunter2" } });
  expect(codesOf(outcome.diagnostics)).toEqual(["E713"]);
  expect(outcome.diagnostics[0]?.related[0]?.message).toBe("TOKEN is a credential here");
  expect(nodeAt(outcome, "streams", "a", "brokers").kind).toBe("reference");
});

const literals: readonly (readonly [text: string, at: string])[] = [
  [
    "lookups: { l: { type: mongodb, uri: 'mongodb://u:pw@h', database: d, collection: c } }",
    "'mongodb://u:pw@h'",
  ],
  ["lookups: { l: { type: redis, uri: 'redis://h', auth: { password: hunter2 } } }", "hunter2"],
  ["lookups: { l: { type: redis, uri: 'redis://h', auth: { password: 12345 } } }", "12345"],
  [
    "lookups: { l: { type: postgresql, table: t, jdbc_url: 'jdbc:postgresql://h/d?password=x' } }",
    "'jdbc:postgresql://h/d?password=x'",
  ],
  [
    "streams: { s: { type: kafka, topic: t, brokers: 'b:1', properties: { sasl.jaas.config: 'M required password=\"x\";' } } }",
    "'M required password=\"x\";'",
  ],
  [
    "streams: { s: { type: kafka, topic: t, brokers: 'b:1', properties: { sasl.jaas.config: 'M required username=\"${U}\" password=\"x\";' } } }",
    '\'M required username="${U}" password="x";\'',
  ],
  ["lookups: { l: { type: redis, uri: '${URI:-redis://:pw@h}' } }", "'${URI:-redis://:pw@h}'"],
  [
    "lookups: { l: { type: redis, uri: 'redis://h', auth: { password: '${P:-hunter2}' } } }",
    "'${P:-hunter2}'",
  ],
];

test.each(literals)("a literal credential is an error: %s", async (text, at) => {
  const { diagnostics } = await analyseText(`${text}\n`);
  expect(diagnostics.map((found) => [found.code, marked(found)])).toEqual([["E714", at]]);
});

test("a credential in a list that stands where blocks could is named by its path", async () => {
  const { diagnostics } = await analyseText(
    "monitoring: { alerts: [{ name: a, condition: 'restarts > 3', severity: info, channels: ['https://u:p@h'] }] }\n",
  );
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'E714 "monitoring.alerts.0.channels.0" holds a literal credential.',
  ]);
});

test.each(["development", "test"])(
  "in %s it is a warning, and still becomes a reference",
  async (name) => {
    const text = "lookups: { l: { type: redis, uri: 'redis://h', auth: { password: hunter2 } } }\n";
    const outcome = await analyseText(head(name) + text);
    expect(codesOf(outcome.diagnostics)).toEqual(["W702"]);
    expect(nodeAt(outcome, "lookups", "l", "auth", "password")).toMatchObject({
      kind: "reference",
      reference: { kind: "variable", name: "L_AUTH_PASSWORD" },
    });
  },
);

test("plain addresses are no credentials", async () => {
  const text = `lookups:
  a: { type: mongodb, uri: "mongodb://user@h", database: d, collection: c }
  b: { type: redis, uri: "redis://h:6379" }
`;
  expect(codesOf((await analyseText(text)).diagnostics)).toEqual([]);
});

function container(item: string): string {
  const services = `services: { task_manager: { image: f, environment: [A=1, ${item}] } }`;
  return `${declared}streams: { s: { type: kafka, topic: t, brokers: 'b:1', properties: { sasl.password: '\${TOKEN}' } } }
deployment: { type: docker_compose, compose: { ${services}, db: { image: i, environment: [${item}] } } }
`;
}

const assigned: readonly (readonly [item: string, parts: readonly unknown[]])[] = [
  [
    "DB_PASSWORD=hunter2",
    ["DB_PASSWORD=", { kind: "variable", name: "COMPOSE_DB_ENVIRONMENT_DB_PASSWORD" }],
  ],
  [
    "'DB_PASSWORD=${X:-hunter2}'",
    ["DB_PASSWORD=", { kind: "variable", name: "COMPOSE_DB_ENVIRONMENT_DB_PASSWORD" }],
  ],
  [
    "URL=postgres://u:hunter2@h/d",
    ["URL=", { kind: "variable", name: "COMPOSE_DB_ENVIRONMENT_URL" }],
  ],
  ["'URL=postgres://u:${PW}@h/d'", ["URL=postgres://u:", { kind: "variable", name: "PW" }, "@h/d"]],
  ["'PASSWORD=${TOKEN}'", ["PASSWORD=", { kind: "variable", name: "TOKEN" }]],
];

test.each(assigned)("%s keeps the name that it assigns", async (item, parts) => {
  const outcome = await analyseText(head("development") + container(item));
  const list = nodeAt(outcome, "deployment", "compose", "db", "environment");
  const node = list.kind === "list" ? list.items[0] : null;
  expect(node).toMatchObject({ kind: "reference", reference: { kind: "concatenation", parts } });
  expect(linesOf(outcome.diagnostics).join()).not.toContain("hunter2");
});

test("a literal of an assignment is an error whose cure names no secret store", async () => {
  const { diagnostics } = await analyseText(container("PASSWORD=hunter2"));
  expect(codesOf(diagnostics)).toEqual(["E714", "E714"]);
  const cure = "PASSWORD=${COMPOSE_DB_ENVIRONMENT_PASSWORD}";
  expect(diagnostics[1]?.help).toContain(cure);
  expect(diagnostics.map(({ help }) => help).join(" ")).not.toContain("secret://");
});

test.each(["A=1", "PASSWORD=", "PASSWORD", "URL=http://u@h/x?a=b"])(
  "%s holds nothing",
  async (item) => {
    expect(codesOf((await analyseText(container(item))).diagnostics)).toEqual([]);
  },
);

test.each([
  ["'secret://open/k'", "E711"],
  ["'secret://open'", "E711"],
  ["'secret://open/k?default=x'", "E711"],
  ["'PASSWORD=secret://open/k'", "E711"],
  ["'${TOKEN}'", "E713"],
  ["'${TOKEN}=x'", "E713"],
  ["'a b=${TOKEN}'", "E713"],
  ["'my password=hunter2'", "E714"],
])("%s assigns to no name: %s", async (item, code) => {
  const { diagnostics } = await analyseText(head("development") + container(item));
  expect(diagnostics.map((found) => [found.code, marked(found)])).toEqual([
    [code, item],
    [code, item],
  ]);
});
