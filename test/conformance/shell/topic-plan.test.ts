// What the plan of a topic script says of records that a change would delete.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { renderedOf } from "../../generators/kafka-topics/planned.js";

test.each([
  ["retention.ms", "604800000", "86400000", "; older records are deleted"],
  ["retention.ms", "-1", "86400000", "; older records are deleted"],
  ["retention.bytes", "2", "1", "; older records are deleted"],
  ["retention.ms", "86400000", "604800000", ""],
  ["retention.ms", "86400000", "-1", ""],
  ["retention.ms", "", "1", "; older records are deleted where this keeps less than before"],
  ["retention.ms", "1", "", "; older records are deleted where this keeps less than before"],
  ["cleanup.policy", "compact", "delete", "; records older than the retention are deleted"],
  ["cleanup.policy", "delete", "compact", "; of the records of one key only the last is kept"],
  [
    "cleanup.policy",
    "delete",
    "compact,delete",
    "; of the records of one key only the last is kept",
  ],
  ["segment.ms", "2", "1", ""],
])("the plan says what %s from %j to %j does to records", async (key, now, wanted, said) => {
  const files = await renderedOf('streams: {s: {type: kafka, topic: t, brokers: "b:9092"}}');
  const script = files["kafka/b-9092/topics.sh"] ?? "";
  const loss = /^loss\(\) \{\n(.*?)^\}/msu.exec(script)?.[1] ?? "";
  const call = `set -euo pipefail\nloss() {\n${loss}\n}\nloss "$@"`;
  expect(execFileSync("bash", ["-c", call, "loss", key, now, wanted], { encoding: "utf8" })).toBe(
    said,
  );
});
