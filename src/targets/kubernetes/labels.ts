// The labels of emitted Kubernetes objects, and those that native Flink sets itself.
// Holds no version, team or other changing value: selectors are immutable and must stay valid.
import { kubernetesName } from "./names.js";

/** What labels are made from. */
export interface LabelFacts {
  /** Logical name of the process. */
  readonly process: string;
  readonly environment: string;
  /** `jobmanager` or `taskmanager`, or null for what belongs to the process as a whole. */
  readonly component: "jobmanager" | "taskmanager" | null;
  /** The larger application, where the caller knows one. */
  readonly partOf: string | null;
}

/** The `app.kubernetes.io/…` labels, in the order in which they are printed. */
export type Labels = Readonly<Record<string, string>>;

/** The value of `app.kubernetes.io/instance`: `<process>-<environment>` in kebab-case. */
export function instanceName(process: string, environment: string): string {
  return `${kubernetesName(process)}-${kubernetesName(environment)}`;
}

/** Labels by which a Service or workload finds its pods; they never change for a given process. */
export function selectorLabels({ process, environment, component }: LabelFacts): Labels {
  return {
    "app.kubernetes.io/name": "flink",
    "app.kubernetes.io/instance": instanceName(process, environment),
    ...(component === null ? {} : { "app.kubernetes.io/component": component }),
  };
}

/** The labels that every emitted object carries (Kubernetes' recommended labels). */
export function recommendedLabels(facts: LabelFacts): Labels {
  return {
    ...selectorLabels(facts),
    ...(facts.partOf === null ? {} : { "app.kubernetes.io/part-of": facts.partOf }),
    "app.kubernetes.io/managed-by": "nexgen",
  };
}

/**
 * Label keys that native Flink sets on its pods (`KubernetesUtils`); a value of the pod template is
 * overwritten: `app` is the cluster id, `component` the role, `type` is `flink-native-kubernetes`.
 */
export const nativeFlinkLabelKeys: ReadonlySet<string> = new Set(["app", "component", "type"]);
