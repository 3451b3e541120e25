// The labels that the emitted configuration puts on every series, beside Flink's own. Alert rules select
// by them, so that both must ask here.
import type { InfraModel, Process } from "../../model/infra-model.js";

/** Flink's own labels of a series that names its job. */
export const jobNameLabel = "job_name";

type Facts = Pick<InfraModel, "environment" | "region" | "metrics" | "processes" | "deployment">;

/** Whether processes share their job and task managers, whose series then belong to no single one. */
export function sharesCluster({ deployment, processes }: Facts): boolean {
  if (processes.length < 2 || deployment === null) return false;
  if (deployment.type === "kubernetes" || deployment.type === "yarn") {
    return deployment.mode === "session";
  }
  return true;
}

/** What tells series of this environment, and region, from others. Stated labels win. */
export function identityLabels(model: Facts): Readonly<Record<string, string>> {
  const stated = model.metrics?.labels ?? {};
  return {
    environment: stated["environment"] ?? model.environment,
    ...(model.region === null ? {} : { region: stated["region"] ?? model.region.regionName }),
  };
}

/**
 * Label names and values on every series of `process`, sorted by name: the stated ones, the identity,
 * and the process where its cluster serves no other.
 */
export function seriesLabels(
  model: Facts,
  process: Process,
): readonly (readonly [string, string])[] {
  // The process is no matter of taste: rules tell clusters apart by it.
  const own = sharesCluster(model) ? {} : { process: process.name };
  const all = { ...identityLabels(model), ...model.metrics?.labels, ...own };
  return Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
