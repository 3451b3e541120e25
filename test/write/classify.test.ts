import { expect, test } from "vitest";
import { classify } from "../../src/write/classify.js";
import { sha256 } from "../../src/write/output-tree.js";

const empty = sha256("");

test.each([
  // disk, recorded, wanted: what follows
  [null, null, "n", "create"],
  [null, "m", "n", "recreate"],
  ["m", "m", "n", "update"],
  ["n", "n", "n", "keep"],
  ["n", null, "n", "adopt"],
  ["n", "m", "n", "adopt"],
  ["edited", "m", "n", "conflict"],
  ["foreign", null, "n", "conflict"],
  [empty, "m", "n", "recreate"],
  [empty, null, "n", "conflict"],
  ["m", "m", null, "prune"],
  ["edited", "m", null, "keep-edited"],
  [null, "m", null, null],
])("disk %s, recorded %s, wanted %s gives %s", (disk, recorded, wanted, action) => {
  const recordMatches = recorded === wanted;
  expect(classify({ disk, recorded, wanted, modeMatches: true, recordMatches })).toBe(action);
});

test("wrong permissions alone make an update", () => {
  const same = { disk: "n", recorded: "n", wanted: "n", recordMatches: true };
  expect(classify({ ...same, modeMatches: false })).toBe("update");
});
