// One plan as seen from one of its two regions: what to watch, how long it takes, what to run where.
import type { PlannedFile, View } from "../../src/generator/contract.js";
import type { FailoverPlan, Text } from "../../src/model/bindings.js";
import type { InfraModel, Named } from "../../src/model/infra-model.js";
import { writtenDuration } from "../../src/model/units.js";
import { kubernetesName } from "../../src/targets/kubernetes/names.js";
import { copiesOf } from "./copies.js";

/** `<plan>.md`, by `failover/runbook.md.hbs`. */
export function runbook(plan: Named<FailoverPlan>, model: InfraModel): PlannedFile {
  const { primary, secondary } = plan;
  const isPrimary = primary === model.region?.regionName;
  const view: View = {
    plan: plan.name,
    environment: model.environment,
    primary,
    secondary: secondary ?? "",
    hasSecondary: secondary !== null,
    isPrimary,
    takesOver: !isPrimary,
    ...detectionView(plan),
    ...promotionView(plan),
    ...trafficView(plan),
    ...targetView(model),
    ...stateView(plan, model),
    ...streamsView(primary, model),
  };
  return {
    path: `${plan.name}.md`,
    language: "markdown",
    process: null,
    body: { kind: "template", template: "failover/runbook.md", view },
  };
}

/** How long a failure may last before it counts, and recovery likewise. */
function detectionView({ detection, promotion }: FailoverPlan): View {
  const interval = detection?.healthCheckIntervalMs ?? null;
  const failures = detection?.failureThreshold ?? null;
  const recoveries = detection?.recoveryThreshold ?? null;
  const detected = interval === null || failures === null ? null : interval * failures;
  const delay = promotion?.promotionDelayMs ?? null;
  return {
    hasInterval: interval !== null,
    interval: shown(interval),
    hasFailures: failures !== null,
    failures: failures ?? 0,
    hasDetected: detected !== null,
    detected: shown(detected),
    hasUntilStart: detected !== null && delay !== null,
    untilStart: detected !== null && delay !== null ? writtenDuration(detected + delay) : "",
    hasRecoveries: recoveries !== null,
    recoveries: recoveries ?? 0,
    hasRecovered: interval !== null && recoveries !== null,
    recovered:
      interval !== null && recoveries !== null ? writtenDuration(interval * recoveries) : "",
  };
}

function shown(milliseconds: number | null): string {
  return milliseconds === null ? "" : writtenDuration(milliseconds);
}

function promotionView({ promotion }: FailoverPlan): View {
  const channels = promotion?.notificationChannels ?? [];
  const delay = promotion?.promotionDelayMs ?? null;
  return {
    asksToPromote: promotion?.autoPromote === true,
    hasDelay: delay !== null,
    delay: shown(delay),
    hasChannels: channels.length > 0,
    channels: channels.map((channel) => ({ name: channelName(channel) })),
  };
}

/** A webhook's address is often a credential: only what kind of place it is is written. */
function channelName(channel: Text): string {
  if (typeof channel !== "string") return "a webhook, whose address the running system holds";
  return channel.startsWith("https:") ? "a webhook" : channel;
}

/** The share of traffic after each step, with the time since the first. */
function trafficView({ traffic }: FailoverPlan): View {
  const percent = traffic?.switchPercentagePerStep ?? null;
  const interval = traffic?.stepIntervalMs ?? null;
  const isGradual = traffic?.gradualSwitch === true && percent !== null && interval !== null;
  const count = isGradual ? Math.ceil(100 / percent) : 0;
  const steps = Array.from({ length: count }, (_, index) => ({
    share: Math.min(100, (index + 1) * (percent ?? 0)),
    after: index === 0 ? "at once" : `after ${writtenDuration(index * (interval ?? 0))}`,
  }));
  return {
    hasTtl: (traffic?.dnsTtlMs ?? null) !== null,
    ttl: shown(traffic?.dnsTtlMs ?? null),
    isGradual,
    isAtOnce: !isGradual,
    steps,
  };
}

/** Where the region's own files are, beside this one. */
function targetView({ deployment, processes }: InfraModel): View {
  const type = deployment?.type ?? null;
  return {
    onKubernetes: type === "kubernetes",
    onYarn: type === "yarn",
    elsewhere: type !== "kubernetes" && type !== "yarn",
    namespace: deployment?.type === "kubernetes" ? (deployment.namespace ?? "default") : "",
    processes: processes.map(({ name }) => ({ name, object: kubernetesName(name) })),
  };
}

/** Whether the state of jobs reaches the region that takes over. */
function stateView({ secondary }: FailoverPlan, { checkpoints }: InfraModel): View {
  const views = checkpoints.map((checkpoint) => {
    const replication = checkpoint.type === "s3" ? checkpoint.replication : null;
    const isCopied =
      replication !== null &&
      replication.enabled !== false &&
      replication.destinationRegion === secondary;
    return {
      name: checkpoint.name,
      isCopied,
      isLost: !isCopied,
      bucket: replication?.destinationBucket ?? "",
    };
  });
  return { hasState: views.length > 0, states: views };
}

function streamsView(primary: string, model: InfraModel): View {
  const copies = copiesOf(model, primary);
  const row = ({ stream }: (typeof copies)[number]): View => ({
    name: stream.name,
    topic: "topic" in stream ? (typeof stream.topic === "string" ? stream.topic : "") : "",
  });
  const copied = copies.filter(({ isCopied }) => isCopied).map(row);
  const lost = copies.filter(({ isCopied }) => !isCopied).map(row);
  return { hasCopied: copied.length > 0, copied, hasLost: lost.length > 0, lost };
}
