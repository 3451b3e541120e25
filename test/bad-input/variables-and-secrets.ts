// Rows of bad input about variables and secrets: E01 to E11, S01 to S07.
import { parse } from "yaml";
import { canary, head, only, stream, type Case, type Row } from "./harness.js";

const extending = (target: string, more = ""): string => `${head}extends: ${target}\n${more}`;

const one = (name: string, text: string, ...want: string[]): Case => ({
  name,
  files: only(text),
  want,
});

/** A topic, on line 3. */
const topic = (value: string, ...want: string[]): Case =>
  one(
    value,
    `${head}streams: { s: { type: kafka, brokers: "b:1", topic: ${JSON.stringify(value)} } }\n`,
    ...want,
  );

const dotEnv = (name: string, text: string, ...want: string[]): Case => ({
  name,
  files: { "main.infra": stream(""), ".env": text },
  want,
});

const argumentOf = (text: string): unknown =>
  (parse(text) as { spec: { job: { args: readonly string[] } } }).spec.job.args[0];

const declared = "secrets: { login: { provider: vault, path: p, keys: [user, password] } }\n";

const password = (value: string): string =>
  `${head}${declared}streams: { s: { type: kafka, topic: t, brokers: "b:1", properties: { sasl.password: ${JSON.stringify(value)} } } }\n`;

const secret = (value: string, ...want: string[]): Case => one(value, password(value), ...want);

const login = (properties: string, ...want: string[]): Case =>
  one(properties, stream(`, properties: { ${properties} }`), ...want);

export const variables: readonly Row[] = [
  {
    row: "E01 variables that are not set",
    cases: [
      {
        ...one(
          "all at once",
          `${head}streams: { s: { type: kafka, topic: "\${NO_TOPIC}", brokers: "\${NO_BROKERS}" } }\n`,
          "E710 3:38",
          "E710 3:62",
        ),
      },
    ],
  },
  {
    row: "E02 empty defaults and empty variables",
    cases: [
      topic("${UNSET:-}", "E703 3:53"),
      { ...topic("t${EMPTY}"), name: "set and empty", variables: { EMPTY: "" } },
      { ...topic("${EMPTY:-t}"), name: "empty takes the default", variables: { EMPTY: "" } },
    ],
  },
  {
    row: "E03 malformed references",
    cases: [
      "${",
      "${}",
      "${1X}",
      "${A-b}",
      "${A:?x}",
      "${${A}}",
      "${A:-${B}}",
      "${env:X}",
      "${file:/x}",
    ].map((text) => ({ ...topic(text, "E712 3:54"), says: /\$\$\{/u })),
  },
  {
    row: "E04 values with characters of other languages",
    cases: ["a\nb", "a # b", "a: b", `"a"`, "'a'", "${OTHER}", "$&", "{a: b}", "*a"].map(
      (value) => ({
        ...one(
          `is inserted as it is: ${JSON.stringify(value)}`,
          `${head}resources: { p: { task_memory: 4gb, args: ["\${VALUE}"] } }\ndeployment: { type: kubernetes, namespace: n, service_account: s, image: { repository: r, tag: "1.20.1" }, application: { artifacts: ["local:///j.jar"], main_class: A } }\n`,
          "W945 3:14",
        ),
        variables: { VALUE: value, OTHER: canary },
        emits: [["k8s/p/flink-deployment.yaml", argumentOf, value]] as const,
      }),
    ),
  },
  {
    row: "E05 values that no property can have",
    cases: [
      ["NUL", "a\u0000b"],
      ["ESC", "a\u001bb"],
      ["too long", "a".repeat(70_000)],
    ].map(([name = "", value = ""]) => ({
      ...topic("${VALUE}", "E716 3:54"),
      name,
      variables: { VALUE: value },
      says: /VALUE/u,
    })),
  },
  {
    row: "E07 a credential where it would be written",
    cases: [
      {
        ...topic("${AWS_SECRET_ACCESS_KEY}", "E713 3:53"),
        variables: { AWS_SECRET_ACCESS_KEY: canary },
      },
      {
        ...one("in the description", `${head}description: "\${DB_PASSWORD}"\n`, "E713 3:14"),
        variables: { DB_PASSWORD: canary },
      },
      {
        ...one(
          "by another use of the variable",
          `${head}streams: { s: { type: kafka, topic: "\${X}", brokers: "b:1", properties: { sasl.password: "\${X}" } } }\n`,
          "E713 3:37",
        ),
        variables: { X: canary },
      },
    ],
  },
  {
    row: "E08 a variable in a key or in extends",
    cases: [
      one(
        "a key",
        `${head}streams: { "\${A}": { type: kafka, topic: t, brokers: "b:1" } }\n`,
        "E703 3:12",
      ),
      one("extends", extending('"${A}.infra"'), "E708 3:10"),
    ],
  },
  {
    row: "E09 lines of .env that cannot be read",
    cases: [
      dotEnv("without =", "A=1\nB\n", "E715 .env:2:1"),
      dotEnv("a name twice", "A=1\nA=2\n", "E715 .env:2:1"),
      dotEnv("a name that starts with a digit", "1X=1\n", "E715 .env:1:1"),
      dotEnv("a quote that is not closed", `A="b\n`, "E715 .env:1:3"),
      dotEnv("a byte order mark, CRLF and export", "\ufeffA=1\r\nexport B=2\r\n"),
    ],
  },
  {
    row: "E10 an .env outside the project",
    cases: [
      {
        name: "through a link",
        files: { "main.infra": stream(""), ".env": { link: "/etc/passwd" } },
        want: ["E731"],
      },
    ],
  },
  {
    row: "E11 an .env that sets variables of the system",
    cases: [
      {
        name: "never enters the process",
        files: {
          "main.infra": stream(""),
          ".env": "NODE_OPTIONS=--no-such\nLD_PRELOAD=/x.so\nPATH=/nowhere\n",
        },
        want: [],
      },
    ],
  },
];

export const secrets: readonly Row[] = [
  {
    row: "S01 a secret that is not declared",
    cases: [{ ...secret("secret://logn/user", "E711 4:85"), says: /"login"/u }],
  },
  {
    row: "S02 malformed references",
    cases: [
      "secret://login/b/c",
      "secret://../x/y",
      "secret://login/user?version=1&version=2",
      "secret://login/%2e%2e",
      "secret://login/user?other=1",
      "secret://login/user#x",
      "secret://login/unknown",
    ].map((text) => secret(text, "E711 4:85")),
  },
  {
    row: "S03 a reference inside other text",
    cases: [
      secret("prefix-secret://login/user", "E711 4:85"),
      secret("a secret://login/user b", "E711 4:85"),
    ],
  },
  {
    row: "S04 a default of a secret",
    cases: [
      {
        ...one(
          "is written nowhere",
          `${head}${declared}lookups: { l: { type: redis, uri: "redis://r", lookup: { key_pattern: "{a}" }, auth: { password: "secret://login/password?default=${canary}" } } }\n`,
          "W706 4:98",
        ),
      },
    ],
  },
  {
    row: "S05 a literal credential",
    cases: [
      login(`sasl.password: ${canary}`, "E714 3:85"),
      login(`sasl.jaas.config: 'M required password="${canary}";'`, "E714 3:88"),
      one(
        "in an address",
        `${head}lookups: { l: { type: mongodb, uri: "mongodb://u:${canary}@h", database: d, collection: c } }\n`,
        "E714 3:37",
      ),
    ],
  },
  {
    row: "S06 a secret that nothing can deliver",
    cases: [
      one(
        "to an option of Flink",
        `${head}${declared}resources: { p: { task_memory: 4gb, flink_options: { web.upload.dir: "secret://login/user" } } }\n`,
        "E920 4:70",
      ),
    ],
  },
  {
    row: "S07 broken syntax beside a password",
    cases: [
      one(
        "on its line",
        `${head}streams: { s: { properties: { sasl.password: "${canary}" , [ } } }\n`,
        "E733 3:60",
        "E733 4:1",
      ),
      one(
        "in an open quote",
        `${head}streams:\n  s:\n    properties: { sasl.password: "${canary}\n`,
        "E733 6:1",
      ),
    ],
  },
];
