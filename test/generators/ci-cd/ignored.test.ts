// What belongs to another pipeline system is told, never dropped in silence.
import { expect, test } from "vitest";
import { modelOf } from "../../fixtures/model-of.js";
import { file } from "./inputs.js";

const application =
  "application: { name: a, project: p, source: { repo_url: https://g/x.git, path: out } }";

test.each([
  ["github_actions", "stages: [one]", "stages"],
  ["github_actions", application, "application"],
  ["github_actions", "sync_policy: { automated: { prune: true } }", "sync_policy"],
  ["gitlab_ci", "workflow: { on_push: { branches: [main] } }", "workflow"],
  ["gitlab_ci", "jobs: { one: [x] }", "jobs"],
  ["gitlab_ci", application, "application"],
  ["argocd", `${application}\nworkflow: { on_push: { branches: [main] } }`, "workflow"],
  ["argocd", `${application}\nstages: [one]`, "stages"],
  ["argocd", `${application}\npipeline: { output: out }`, "pipeline"],
])("%s ignores %s", async (type, more, property) => {
  const { diagnostics } = await modelOf(file(`type: ${type}\n${more}`));
  const found = diagnostics.filter(({ code }) => code === "W701").map(({ message }) => message);
  expect(found.length).toBe(1);
  expect(found[0]).toContain(`"deployment.ci_cd.${property}" is ignored`);
});
