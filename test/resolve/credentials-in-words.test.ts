// Credentials among the user's own words: arguments, flags of the JVM, labels, commands. A literal one is
// refused everywhere, and so is a variable whose value would stand there.
import { describe, expect, test } from "vitest";
import { holdsCredential } from "../../src/language/credential-text.js";
import { analyseText, codesOf, head, lineOf, marked } from "./project.js";

const awsKey = `AKIA${"ABCDEFGH".repeat(2)}`;

const credentials: readonly string[] = [
  "--db.password=hunter2",
  "--password hunter2",
  "-Djavax.net.ssl.trustStorePassword=changeit",
  'jaas required username="u" password="p";',
  "mongodb://user:pw@host/db",
  "jdbc:postgresql://h/db?user=u&password=p",
  `--key-id=${awsKey}`,
  awsKey,
  `ghp_${"a".repeat(36)}`,
  "-----BEGIN PRIVATE KEY-----",
  "api_key=abc,region=x",
];

test.each(credentials)("holds a credential: %s", (text) => {
  expect(holdsCredential(text)).toBe(true);
});

const harmless: readonly string[] = [
  "--db.password=$DB_PASSWORD",
  "--db.password=$(cat /run/secrets/db)",
  "--password-file=/run/secrets/db",
  "--password=/run/secrets/db",
  "--token=secret://vault/token",
  "--require-password=true",
  "--password --verbose",
  "mongodb://user@host/db",
  "s3://bucket/path@v1",
  "--partition-key=order_id",
  "-Djavax.net.ssl.trustStoreType=PKCS12",
  "-Djava.security.auth.login.config=/etc/jaas.conf",
  "-XX:+UseG1GC",
  "--topics=orders,tokens",
  "--tokenizer=standard",
  "team=cards",
  "AKIA",
];

test.each(harmless)("holds none: %s", (text) => {
  expect(holdsCredential(text)).toBe(false);
});

test("takes time in the length of the text", () => {
  for (const part of ["a", "a ", "-", "= ", "password ", "--a "]) {
    expect(holdsCredential(part.repeat(200_000))).toBe(false);
  }
});

const process = (rest: string): string => `resources: { p: { ${rest} } }\n`;
const job = (args: string): string =>
  `deployment: { type: kubernetes, application: { args: [${args}] } }\n${process("")}`;

/** Places of the user's own words, each with a credential at `X`. */
const places: readonly (readonly [name: string, text: string, property: string])[] = [
  ["arguments of a process", process('args: ["X"]'), "resources.p.args.0"],
  ["arguments of all", job('"X"'), "deployment.application.args.0"],
  ["flags of the JVM", process('jvm: { options: ["X"] }'), "resources.p.jvm.options.0"],
  [
    "an option of Flink with a harmless name",
    process('flink_options: { env.java.opts.all: "X" }'),
    "resources.p.flink_options.env.java.opts.all",
  ],
  [
    "labels of metrics",
    'monitoring: { metrics: { type: prometheus, labels: { team: "X" } } }\n',
    "monitoring.metrics.labels.team",
  ],
  [
    "an annotation of a pod template",
    'deployment: { type: kubernetes, pod_template: { annotations: { note: "X" } } }\n',
    "deployment.pod_template.metadata.annotations.note",
  ],
  [
    "an argument in a pod template",
    'deployment: { type: kubernetes, pod_template: { spec: { containers: [{ name: c, args: ["X"] }] } } }\n',
    "deployment.pod_template.spec.containers.0.args.0",
  ],
  [
    "a command of Compose",
    'deployment: { type: docker_compose, compose: { services: { r: { image: r, command: ["X"] } } } }\n',
    "deployment.compose.services.r.command.0",
  ],
];

describe.each(places)("%s", (_, text, property) => {
  const withText = (words: string): string => text.replace("X", () => words);

  test.each(["production", "development"])("a literal one is E714 in %s", async (environment) => {
    const full = head(environment) + withText("--password=hunter2");
    const { analysis, diagnostics } = await analyseText(full);
    expect(codesOf(diagnostics)).toEqual(["E714"]);
    expect(diagnostics[0]?.message).toContain(`"${property}"`);
    expect(analysis.models).toEqual([]);
  });

  test("what refers to one, or is none, may stand", async () => {
    for (const words of ["--password=$${DB_PASSWORD}", "--password-file=/run/db", "-Da=b"]) {
      expect(codesOf((await analyseText(withText(words))).diagnostics)).toEqual([]);
    }
  });
});

test.each([
  ["by the flag before it", job('"--password=${X}"'), "--password=${X}"],
  ["as the next argument", job('"--password", "${X}"'), "${X}"],
  ["by the name of the variable", job('"--db=${DB_PASSWORD}"'), "--db=${DB_PASSWORD}"],
  [
    "in a property of another kind",
    'streams: { s: { type: kafka, topic: "${AWS_SECRET_ACCESS_KEY}", brokers: "k:1" } }\n',
    "${AWS_SECRET_ACCESS_KEY}",
  ],
])("E713: a variable that is a credential %s", async (_, text, want) => {
  const environment = { X: "v", DB_PASSWORD: "v", AWS_SECRET_ACCESS_KEY: "v" };
  const { diagnostics } = await analyseText(text, { environment });
  expect(codesOf(diagnostics)).toEqual(["E713"]);
  expect(diagnostics.map(marked).join()).toContain(want);
  expect(diagnostics.map(lineOf).join()).not.toContain("hunter2");
});

test.each([
  ["a literal behind its flag", job('"--password", hunter2'), ["E714"]],
  ["a switch behind a flag", job('"--password", "--verbose"'), []],
  ["a reference behind a flag", job('"--password", "$${DB_PASSWORD}"'), []],
  [
    "a literal in a variable of a pod template",
    "deployment: { type: kubernetes, pod_template: { spec: { containers: [{ name: c, env: [{ name: DB_PASSWORD, value: hunter2 }] }] } } }\n",
    ["E714"],
  ],
  [
    "a variable of a pod template that is a path",
    "deployment: { type: kubernetes, pod_template: { spec: { containers: [{ name: c, env: [{ name: DB_PASSWORD, value: /run/db/pw }] }] } } }\n",
    [],
  ],
  ["a literal that is no answer", job('"--user", hunter2'), []],
])("%s", async (_, text, want) => {
  expect(codesOf((await analyseText(text)).diagnostics)).toEqual(want);
});
