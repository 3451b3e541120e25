// Names and labels of the objects for the Prometheus Operator.
import { kubernetesName } from "../../src/targets/kubernetes/names.js";
import type { Context } from "./context.js";

/** `<environment>[-<region>]-<part>`. */
export function objectName({ model }: Context, part: string): string {
  const region = model.region === null ? "" : `-${kubernetesName(model.region.regionName)}`;
  return `${kubernetesName(model.environment)}${region}-${part}`;
}

/** Kubernetes' recommended labels; the operator's selectors take others, which the user adds. */
export function objectLabels({ model }: Context): Readonly<Record<string, string>> {
  return {
    "app.kubernetes.io/name": "flink",
    "app.kubernetes.io/instance": kubernetesName(model.environment),
    "app.kubernetes.io/managed-by": "nexgen",
  };
}
