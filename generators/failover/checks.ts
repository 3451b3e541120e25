// What a plan asks for that cannot happen as it is written: seen by laying it beside the bindings.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import type { PlanRequest } from "../../src/generator/contract.js";
import type { FailoverPlan } from "../../src/model/bindings.js";
import type { InfraModel, Named } from "../../src/model/infra-model.js";
import { writtenDuration } from "../../src/model/units.js";
import { checkNamespace } from "../../src/targets/kubernetes/names.js";
import { copiesOf } from "./copies.js";

/** Checks one plan from the side of the model's region. */
export function checkPlan(
  plan: Named<FailoverPlan>,
  { model, origins }: PlanRequest,
  report: Report,
): void {
  const { promotion, traffic } = plan;
  if (promotion?.autoPromote === true) {
    report(
      diagnose(
        "W753",
        origins.span(promotion, "autoPromote"),
        { name: plan.name },
        {
          help: "Let whoever is on call follow the runbook, or give it to what promotes regions for you.",
        },
      ),
    );
  }
  const { dnsTtlMs = null, stepIntervalMs = null } = traffic ?? {};
  if (
    traffic !== null &&
    dnsTtlMs !== null &&
    stepIntervalMs !== null &&
    dnsTtlMs > stepIntervalMs
  ) {
    report(
      diagnose(
        "W758",
        origins.span(traffic, "stepIntervalMs"),
        { plan: plan.name, ttl: writtenDuration(dnsTtlMs), step: writtenDuration(stepIntervalMs) },
        { help: "Make step_interval at least as long as dns_ttl." },
      ),
    );
  }
  reportHints(plan, { model, origins }, report);
  if (plan.secondary === model.region?.regionName) reportUncopied(plan, model, origins, report);
}

/** E934: a runbook's commands name the namespace, which only Kubernetes' own alphabet makes one word. */
export function checkNamespaceOf({ model, origins }: PlanRequest, report: Report): void {
  const { deployment } = model;
  if (deployment?.type !== "kubernetes" || deployment.namespace === null) return;
  const problem = checkNamespace(deployment.namespace);
  if (problem === null) return;
  const values = { text: deployment.namespace, what: "namespace", problem };
  report(diagnose("E934", origins.span(deployment, "namespace"), values));
}

/** What a region says of taking over, and the plan does not: the runbook tells of the plan only. */
function reportHints(
  plan: Named<FailoverPlan>,
  { model, origins }: Pick<PlanRequest, "model" | "origins">,
  report: Report,
): void {
  const { detection, promotion } = plan;
  const ofPlan = {
    autoPromote: promotion?.autoPromote ?? null,
    promotionDelayMs: promotion?.promotionDelayMs ?? null,
    healthCheckIntervalMs: detection?.healthCheckIntervalMs ?? null,
  };
  for (const { regionName, failover } of model.regions) {
    if (failover === null || (regionName !== plan.primary && regionName !== plan.secondary))
      continue;
    for (const key of ["autoPromote", "promotionDelayMs", "healthCheckIntervalMs"] as const) {
      if (failover[key] === null || ofPlan[key] !== null) continue;
      const property = origins.of(failover, key)?.path ?? key;
      const problem = `is not in the runbook: the plan "${plan.name}" does not say it`;
      const map = key === "healthCheckIntervalMs" ? "detection" : "promotion";
      const help = `Write it below failover.${plan.name}.${map}.`;
      report(diagnose("W755", origins.span(failover, key), { property, problem }, { help }));
    }
  }
}

/** Records that only the failed region holds are gone until it is back. */
function reportUncopied(
  plan: Named<FailoverPlan>,
  model: InfraModel,
  origins: PlanRequest["origins"],
  report: Report,
): void {
  for (const { stream, isCopied } of copiesOf(model, plan.primary)) {
    if (isCopied) continue;
    report(
      diagnose(
        "W759",
        origins.span(stream),
        { stream: stream.name, primary: plan.primary, secondary: plan.secondary ?? "" },
        {
          related: [{ span: origins.span(plan), message: "the plan that needs it" }].flatMap(
            ({ span, message }) => (span === null ? [] : [{ span, message }]),
          ),
          help: `Add "mirror: { source: ${plan.primary}, enabled: true }" to ${stream.name} below ${plan.secondary ?? ""}, or accept the loss in accept_warnings.`,
        },
      ),
    );
  }
}
