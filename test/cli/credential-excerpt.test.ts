// What an excerpt of the command line hides.
import { expect, test } from "vitest";
import { project } from "./run.js";

const head = 'version: "1.0"\nenvironment: production\n';

test("no excerpt shows a literal credential behind its flag, though it looks like any word", async () => {
  const text = `${head}resources:\n  p:\n    args:\n      - --password\n      - hunter2\n    nonsense: 1\n`;
  const place = project({ "a.infra": text });
  const { code, err } = await place.run("validate", "a.infra");
  place.remove();
  expect(code).toBe(1);
  expect(err).toContain("error[E714]");
  expect(err).not.toContain("hunter2");
});
