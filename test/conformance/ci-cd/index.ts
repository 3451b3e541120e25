// Every emitted pipeline, read by the parsers of the services or by what follows them, and run by bash
// with stubs in place of the programs that would deploy.
import type { Context, System } from "../harness.js";
import { needPrograms } from "../packages.js";
import { claims, limits } from "./claims.js";
import { checkWorkflows } from "./github.js";
import { checkPipelines } from "./gitlab.js";

export const ciCd: System = {
  name: "ci-cd",
  proves:
    "pipelines are read by GitHub's parser and GitLab's schema, and run the file's commands in its order",
  claims,
  limits,
  run,
};

async function run(context: Context): Promise<void> {
  await needPrograms(context, {
    go: "golang-go",
    git: "git",
    rsync: "rsync",
    shellcheck: "shellcheck",
  });
  await checkWorkflows(context);
  await checkPipelines(context);
}
