// Failover plans as runbooks: no artifact can promote a region by itself, so a person is told what to do,
// in which order, with the figures worked out. Plans files and findings; holds no text of any file.
import type { Generator, Plan, PlanRequest } from "../../src/generator/contract.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import { checkNamespaceOf, checkPlan } from "./checks.js";
import { failoverNeeds, plansOf } from "./needs.js";
import { runbook } from "./runbook.js";

export const failover: Generator = {
  id: "failover",
  summary: "Runbooks of failover plans, one for each plan that concerns a region",
  deploymentTypes: null,
  needs: failoverNeeds,
  flavors: [],
  plan: planRunbooks,
};

function planRunbooks(request: PlanRequest): Plan {
  const { model, acceptedReason } = request;
  const findings = new DistinctFindings();
  const plans = plansOf(model);
  checkNamespaceOf(request, findings.add);
  for (const plan of plans) checkPlan(plan, request, findings.add);
  const view = {
    environment: model.environment,
    region: model.region?.regionName ?? "",
    hasPriority: model.region !== null && model.region.priority !== null,
    priority: model.region?.priority ?? 0,
    hasOther: plans.some(({ secondary }) => secondary !== null),
    plans: plans.map(({ name, primary, secondary }) => ({
      name,
      isPrimary: primary === model.region?.regionName,
      other: (primary === model.region?.regionName ? secondary : primary) ?? "",
      hasOther: secondary !== null,
    })),
  };
  const readme = generatorReadme("failover", view, findings.all, acceptedReason);
  return {
    files: [readme, ...plans.map((plan) => runbook(plan, model))],
    diagnostics: findings.all,
  };
}
