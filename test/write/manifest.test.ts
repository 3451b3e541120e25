import { expect, test } from "vitest";
import { manifestFile, scopeOfManifest } from "../../src/write/layout.js";
import { parseManifest, printManifest, type ManifestEntry } from "../../src/write/manifest.js";

const scope = { environment: "production", region: null, generator: "k8s" };
const hash = "a".repeat(64);

test("prints one file per line, sorted, and reads it back", () => {
  const files = new Map<string, ManifestEntry>([
    ["production/k8s/b.sh", { sha256: hash, mode: "755" }],
    ["production/k8s/B.yaml", { sha256: hash, mode: "644" }],
  ]);
  const text = printManifest({ entry: "infra/production.infra", files });
  expect(text).toBe(`{
  "schema": 1,
  "entry": "infra/production.infra",
  "files": {
    "production/k8s/B.yaml": {"sha256": "${hash}", "mode": "644"},
    "production/k8s/b.sh": {"sha256": "${hash}", "mode": "755"}
  }
}
`);
  expect(parseManifest(text, scope, "/out")).toEqual({ entry: "infra/production.infra", files });
});

const withFile = (path: string, record: string): string =>
  `{"schema": 1, "entry": "e", "files": {${JSON.stringify(path)}: ${record}}}`;
const good = `{"sha256": "${hash}", "mode": "644"}`;

test.each([
  ["", "it is not valid JSON"],
  ['{"schema": 1, "entry"', "it is not valid JSON"],
  ['{\n<<<<<<< HEAD\n"schema": 1\n=======\n', "it holds the markers of an unfinished merge"],
  ["[]", "it is not a JSON object"],
  ['{"entry": "e", "files": {}}', "its schema is undefined, and this version reads 1"],
  ['{"schema": 2, "entry": "e", "files": {}}', "its schema is 2, and this version reads 1"],
  ['{"schema": 1, "files": {}}', '"entry" is missing'],
  ['{"schema": 1, "entry": "e", "files": []}', '"files" is missing'],
  [withFile("../x", good), '"../x" is no output path: it has a segment ".."'],
  [withFile("/x", good), '"/x" is no output path: it is absolute'],
  [withFile("test/k8s/x", good), '"test/k8s/x" is not below "production/k8s/"'],
  [
    withFile("production/k8s/x", "{}"),
    'the record of "production/k8s/x" has no valid hash and mode',
  ],
  [
    withFile("production/k8s/x", good.replace("644", "777")),
    'the record of "production/k8s/x" has no valid hash and mode',
  ],
])("refuses %j", (text, problem) => {
  expect(parseManifest(text, scope, "/out")).toBe(problem);
});

test.each([
  [{ environment: "test", region: null, generator: "flink-conf" }, "test.flink-conf.json"],
  [{ environment: "test", region: "us-east-1", generator: "k8s" }, "test.us-east-1.k8s.json"],
])("the manifest of %j is %s", (given, name) => {
  expect(manifestFile(given)).toBe(`.nexgen/${name}`);
  expect(scopeOfManifest(name)).toEqual(given);
});

test.each(["journal.json", ".gitignore", "a.b.c.d.json", "a..json", "a.b.txt"])(
  "%s is no manifest",
  (name) => expect(scopeOfManifest(name)).toBe(null),
);
