// Rows of bad input about names, values and what is emitted of them: N01 to N05, V01 to V11.
import { parse, parseAllDocuments } from "yaml";
import { nastyStrings } from "../encode/nasty-strings.js";
import { head, only, stream, type Case, type Row } from "./harness.js";

const one = (name: string, text: string, ...want: string[]): Case => ({
  name,
  files: only(text),
  want,
});

const kubernetes = (rest: string, ha = ""): string =>
  `deployment: { type: kubernetes, namespace: n, service_account: s, image: { repository: r, tag: "1.20.1" }${ha}, application: { artifacts: ["local:///j.jar"], main_class: A${rest} } }\n`;
const job = (process: string, rest = ""): string =>
  `${head}checkpoints: { c: { type: s3, bucket: b, prefix: p, interval: 60s } }\nresources: { p: { task_memory: 4gb, ${process} } }\n${kubernetes(rest, ", ha: { enabled: true }")}`;

/** A stream of that name, on line 3. */
const named = (name: string, ...want: string[]): Case =>
  one(
    JSON.stringify(name),
    `${head}streams: { ${JSON.stringify(name)}: { type: kafka, topic: t, brokers: "b:1" } }\n`,
    ...want,
  );

const streams = (...names: readonly (readonly [name: string, topic: string])[]): string =>
  `${head}streams:\n${names.map(([name, topic]) => `  ${name}: { type: kafka, topic: "${topic}", brokers: "b:1", direction: source }\n`).join("")}`;

const topic = (text: string, ...want: string[]): Case =>
  one(JSON.stringify(text), streams(["s", text]), ...want);
const brokers = (text: string, ...want: string[]): Case =>
  one(
    JSON.stringify(text),
    `${head}streams: { s: { type: kafka, topic: t, brokers: ${JSON.stringify(text)} } }\n`,
    ...want,
  );
const memory = (text: string, ...want: string[]): Case =>
  one(text, `${head}resources: { p: { task_memory: ${text} } }\n`, ...want);
const interval = (text: string, ...want: string[]): Case =>
  one(text, `${head}checkpoints: { c: { type: s3, bucket: b, interval: ${text} } }\n`, ...want);
const option = (line: string, value: string, ...want: string[]): Case =>
  one(
    `${JSON.stringify(value)} in Flink ${line}`,
    `${head}resources: { p: { task_memory: 4gb, flink_options: { web.log.path: ${JSON.stringify(value)} } } }\ndeployment: { type: kubernetes, flink_version: "${line}" }\n`,
    ...want,
  );
const flinkConf = ["--only-generators", "flink-conf"];

const hostile = [
  ["a newline", "a\nb"],
  ["the end of a Java comment", "*/ int x; /*"],
  ["a unicode escape", "\\u000a int x;"],
  ["the end of a here document", "EOF"],
  ["a template of Prometheus", '{{ query "up" }}'],
  ["the end of an XML comment", "--> <x/>"],
  ["a directive of Mermaid", "%%{init: {}}%%"],
] as const;

const full = (description: string): string =>
  `version: "1.0"\nenvironment: production\ndescription: ${JSON.stringify(description)}\n${job("parallelism: 1").slice(head.length)}streams: { s: { type: kafka, topic: t, brokers: "b:1", direction: source, partitions: 4, replication: 3 } }\nmonitoring: { metrics: { type: prometheus, port: 9249 }, alerts: [{ name: a, condition: "checkpoint_failures > 3 in 10m", severity: critical, channels: ["slack://x"] }] }\n`;

const alerting = (condition: string, metrics = ""): string =>
  `${head}resources: { p: { task_memory: 4gb } }\ncheckpoints: { c: { type: s3, bucket: b, interval: 60s } }\nmonitoring: { metrics: { type: prometheus, port: 9249${metrics} }, alerts: [{ name: a, condition: ${JSON.stringify(condition)}, severity: critical, channels: ["slack://x"] }] }\n`;
const alert = (condition: string, ...want: string[]): Case =>
  one(condition, alerting(condition), ...want);

/** Arguments of a job as its manifest holds them. */
const argumentsOf = (text: string): unknown =>
  (parse(text) as { spec: { job: { args: readonly string[] } } }).spec.job.args;

const readable = (text: string): unknown =>
  parseAllDocuments(text).flatMap((document) => ("errors" in document ? document.errors : []));

/** What no property can hold: characters that a file must not have, and lone surrogates. */
const unwritable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\ufffe\uffff]/u;
const writable = nastyStrings.filter((text) => !unwritable.test(text) && !text.includes("$"));

export const names: readonly Row[] = [
  {
    row: "N01 names of streams that are no names",
    cases: ["../x", "a/b", ".", "..", "", "-rf", "é", "a b", "Auth"].map((name) =>
      named(name, "E703 3:12"),
    ),
  },
  {
    row: "N02 names that collide",
    cases: [
      one(
        "topics with a dot and an underscore",
        streams(["one", "a.b"], ["two", "a_b"]),
        "E791 5:30",
      ),
      one("streams of one Java class", streams(["a_b", "x"], ["a__b", "y"]), "E780 4:3"),
    ],
  },
  {
    row: "N03 names that Java cannot have",
    cases: [one("keywords", streams(["class", "a"], ["int", "b"])), named("1a", "E703 3:12")],
  },
  {
    row: "N04 names that are too long for Kubernetes",
    cases: [
      one(
        "a process of 300 characters",
        `${head}resources: { ${"a".repeat(300)}: {} }\n${kubernetes("")}`,
        "E934 3:14",
        "E934 3:14",
        "W904 3:14",
        "W945 3:14",
      ),
      one(
        "a process of 60 characters",
        `${head}resources: { ${"a".repeat(60)}: {} }\n${kubernetes("")}`,
        "E934 3:14",
        "E934 3:14",
        "W904 3:14",
        "W945 3:14",
      ),
    ],
  },
  {
    row: "N05 topics that brokers refuse",
    cases: [
      topic("a".repeat(250), "E790 4:28"),
      topic("a,b", "E790 4:28"),
      topic("__consumer_offsets", "E790 4:28"),
    ],
  },
];

export const values: readonly Row[] = [
  {
    row: "V01 hostile texts in fields",
    cases: [
      {
        ...one(
          `${writable.length} arguments, each as it was written`,
          job("parallelism: 1", `, args: ${JSON.stringify(writable)}`),
        ),
        emits: [["k8s/p/flink-deployment.yaml", argumentsOf, writable]],
      },
    ],
  },
  {
    row: "V02 a description that would break out of a comment",
    cases: hostile.map(([name, text]) => ({
      ...one(name, full(text)),
      emits: [
        ["k8s/kustomization.yaml", readable, []],
        ["k8s/p/flink-deployment.yaml", readable, []],
        ["kafka-topics/topics.yaml", readable, []],
      ] as const,
    })),
  },
  {
    row: "V03 values that a configuration file cannot hold",
    cases: [
      { ...option("1.20", "-Da=b #c", "E910 3:68"), args: flinkConf },
      { ...option("1.20", "-Da=b\n-Dc=d", "E910 3:68"), args: flinkConf },
      { ...option("2.0", "-Da=b #c"), args: flinkConf },
      { ...option("2.0", "-Da=b\n-Dc=d"), args: flinkConf },
    ],
  },
  {
    row: "V04 one option of Flink, flat and nested",
    cases: [
      {
        ...one(
          "s3 and s3.endpoint",
          `${head}resources: { p: { task_memory: 4gb, flink_options: { s3.endpoint: "http://m", s3.endpoint.region: r } } }\ndeployment: { type: kubernetes, flink_version: "2.0" }\n`,
          "E909 3:99",
        ),
        args: flinkConf,
      },
    ],
  },
  {
    row: "V05 client properties that run code",
    cases: [
      one(
        "a JNDI login module",
        stream(
          `, properties: { sasl.jaas.config: "com.sun.security.auth.module.JndiLoginModule required;" }`,
        ),
        "E714 3:88",
      ),
      one(
        "a JNDI login module with a reference",
        stream(
          `, properties: { sasl.jaas.config: "com.sun.security.auth.module.JndiLoginModule required user.provider.url=\${X};" }`,
        ),
        "E703 3:88",
      ),
      one(
        "a token from a file",
        stream(`, properties: { sasl.oauthbearer.token.endpoint.url: "file:///etc/passwd" }`),
        "E703 3:107",
      ),
      one(
        "a socket factory of JDBC",
        `${head}lookups: { l: { type: postgresql, jdbc_url: "jdbc:postgresql://h/d?socketFactory=x.Y&socketFactoryArg=z", table: t, query: { key_columns: [id] } } }\n`,
        "E703 3:45",
      ),
    ],
  },
  {
    row: "V06 addresses of brokers",
    cases: [
      brokers("host", "E703 3:49"),
      brokers("host:99999", "E703 3:49"),
      brokers("[::1]:9092"),
      brokers("h:1,,h:2", "E703 3:49"),
      brokers("h :1", "E703 3:49"),
      brokers("hôte:1", "E703 3:49"),
    ],
  },
  {
    row: "V07 units",
    cases: [
      memory("10 gb", "E703 3:32"),
      memory("4GiB", "E703 3:32"),
      interval("-1s", "E703 3:52"),
      interval("1.5m", "E703 3:52"),
      interval("99999999d", "E703 3:52"),
      {
        ...one(
          "0s",
          `${head}checkpoints: { c: { type: s3, bucket: b, interval: 0s } }\nresources: { p: { task_memory: 4gb } }\n`,
          "E901 3:52",
        ),
        args: flinkConf,
      },
    ],
  },
  {
    row: "V08 conditions and labels of Prometheus",
    cases: [
      alert("checkpoint_failures > 1e999", "E770 5:112"),
      alert("job:x:y{ > 1", "E770 5:97"),
      // Flink writes it as a_b, and rules ask for that.
      one("a label a-b", alerting("checkpoint_failures > 3 in 10m", ", labels: { a-b: c }")),
    ],
  },
  {
    row: "V09 ten thousand streams",
    cases: [
      {
        ...one(
          "are generated",
          `${head}streams:\n${Array.from({ length: 10_000 }, (_, index) => `  s${index}: { type: kafka, topic: t${index}, brokers: "b:1", direction: source, partitions: 8, replication: 3 }\n`).join("")}`,
        ),
        args: ["--only-generators", "kafka-topics"],
      },
    ],
  },
  {
    row: "V10 templates that cannot be used",
    cases: (
      [
        ["three braces", "{{{environment}}}\n"],
        ["an unknown helper", "{{shout environment}}\n"],
        ["a variable that is not there", "a: {{nothing}}\n"],
        ["broken syntax", "a: {{#each}}\n"],
      ] as const
    ).map(([name, template]) => ({
      ...one(name, job("parallelism: 1"), "E960"),
      files: {
        ...only(job("parallelism: 1")),
        "templates/k8s/flink-deployment.yaml.hbs": template,
      },
      args: ["--only-generators", "k8s", "--templates", "templates"],
    })),
  },
  {
    row: "V11 output that shows a mistake of ours",
    cases: [
      {
        ...one("no file of the output says undefined or NaN", full("plain")),
        emits: [
          "k8s/README.md",
          "flink-deployment.yaml",
          "flink-conf/p/flink-conf.yaml",
          "topics.yaml",
          "rules.yaml",
        ].map(
          (path) =>
            [
              path,
              (text: string) => /undefined|\[object Object\]|\bNaN\b/u.test(text),
              false,
            ] as const,
        ),
      },
    ],
  },
];
