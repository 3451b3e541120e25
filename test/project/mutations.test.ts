// The deliberate faults of the conformance run can still be made, and by a system that exists.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutations } from "../conformance/mutations.js";
import { systems } from "../conformance/systems.js";

test.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
  "%s: its text stands once in the file",
  (_, { system, edits }) => {
    expect(systems.map(({ name }) => name)).toContain(system);
    for (const { file, from, to } of edits) {
      expect([file, readFileSync(file, "utf8").split(from).length - 1]).toEqual([file, 1]);
      expect(to).not.toBe(from);
    }
  },
);
