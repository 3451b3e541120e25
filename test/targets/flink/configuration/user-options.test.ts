// `flink_options`: what passes, what is refused and why.
import { expect, test } from "vitest";
import { configurationOf, type ConfigurationOptions } from "./configuration-of.js";

interface Case extends ConfigurationOptions {
  readonly name: string;
  readonly options: string;
  readonly deployment?: string;
  readonly want: readonly string[];
}

const cases: readonly Case[] = [
  { name: "an option of the line", options: "web.timeout: '60000'", want: [] },
  { name: "a plugin's own option", options: "metrics.reporter.own.token-file: /t", want: [] },
  { name: "a misspelt option", options: "web.timeuot: '60000'", want: ["E904 '60000'"] },
  {
    name: "an option of a later line",
    options: "env.log.max: '5', traces.reporters: x",
    line: "1.18",
    want: ["E904 x"],
  },
  { name: "a value that Flink refuses", options: "web.cancel.enable: 'yes'", want: ["E905 'yes'"] },
  {
    name: "an option that the model sets",
    options: "parallelism.default: '3'",
    want: ["E906 '3'"],
  },
  { name: "an old spelling", options: "state.backend: rocksdb", want: ["E907 rocksdb"] },
  {
    name: "an option that the operator forbids",
    options: "kubernetes.cluster-id: x",
    want: ["E908 x"],
  },
  {
    name: "the same elsewhere, where the model sets it",
    deployment: "deployment: {type: kubernetes, mode: native}\n",
    options: "kubernetes.cluster-id: x",
    target: "native",
    want: ["E906 x"],
  },
  {
    name: "a key below another",
    options: "s3.endpoint: 'http://m', s3.endpoint.region: r",
    want: ["E909 r"],
  },
  {
    name: "a value that the old file cannot hold",
    options: "web.log.path: 'a#b'",
    want: ["E910 'a#b'"],
  },
  {
    name: "a JVM flag that Flink computes",
    options: "env.java.opts.taskmanager: '-Da=1 -Xmx2g'",
    want: ["E912 '-Da=1 -Xmx2g'"],
  },
  {
    name: "the same for a client, which Flink does not size",
    options: "env.java.opts.client: '-Da=1 -Xmx2g'",
    want: [],
  },
  {
    name: "other JVM flags",
    options: "env.java.opts.taskmanager: '-Da=-Xmx2g -XX:+UseZGC'",
    want: [],
  },
  {
    name: "a value of the running process",
    options: "s3.secret-key: '${KEY}'",
    want: ["E920 '${KEY}'"],
  },
];

test.each(cases)("$name", async ({ options, want, deployment = "", ...rest }) => {
  const text = `${deployment}resources:\n  p:\n    task_memory: 4gb\n    flink_options: {${options}}\n`;
  const { findings } = await configurationOf(text, rest);
  expect(findings).toEqual(want);
});
