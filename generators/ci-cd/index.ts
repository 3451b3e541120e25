// Delivery pipelines of `deployment.ci_cd`: a workflow of GitHub Actions, jobs of GitLab, or an
// application of Argo CD. Plans files and findings; holds no text of any file.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Generator, Plan, PlannedFile, PlanRequest } from "../../src/generator/contract.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import { argoApplication } from "./argo-cd.js";
import { contextOf, keyPlace, pathOf, type Context } from "./context.js";
import { githubWorkflow } from "./github-actions.js";
import { gitlabPipeline } from "./gitlab-ci.js";
import { ciCdNeeds } from "./needs.js";
import { readmeFile } from "./readme.js";

export const ciCd: Generator = {
  id: "ci-cd",
  summary: "The pipeline that deploys: GitHub Actions, GitLab CI or Argo CD",
  deploymentTypes: null,
  needs: ciCdNeeds,
  flavors: [],
  plan: planPipeline,
};

function planPipeline(request: PlanRequest): Plan {
  const findings = new DistinctFindings();
  const context = contextOf(request, findings.add);
  if (context === null) return { files: [], diagnostics: [] };
  reportOtherJobs(context);
  const pipeline = pipelineOf(context);
  return { files: [readmeFile(context, findings.all), pipeline], diagnostics: findings.all };
}

function pipelineOf(context: Context): PlannedFile {
  switch (context.ciCd.type) {
    case "github_actions":
      return githubWorkflow(context);
    case "gitlab_ci":
      return gitlabPipeline(context);
    case "argocd":
      return argoApplication(context);
  }
}

/** W701: jobs beside the listed keys are of GitLab only. */
function reportOtherJobs(context: Context): void {
  const { ciCd: pipeline, report } = context;
  if (pipeline.type === "gitlab_ci") return;
  for (const name of Object.keys(pipeline.others)) {
    const property = pathOf(context, pipeline, name);
    const reason = "it applies to type gitlab_ci only";
    const help = pipeline.type === "github_actions" ? `Write the job below "jobs".` : "Remove it.";
    const span = keyPlace(context, pipeline, name);
    report(diagnose("W701", span, { property, reason }, { help }));
  }
}
