// The real operator judges every resource of it that is emitted; what it makes of them is compared
// with them and with the model; then Flink's own classes do what a job manager does with that.
import type { Context } from "../../harness.js";
import type { ControlPlane } from "../control-plane.js";
import type { ManifestSet } from "../manifests.js";
import {
  agreesWithTheFile,
  effectiveConfiguration,
  keepsWhatIsEmitted,
  saysWhatTheModelSays,
} from "./effective-configuration.js";
import { handOver, type Subject } from "./hand-over.js";
import {
  playJobManagers,
  wasDone,
  type Outcomes,
  type PlayedCluster,
} from "./job-manager-duties.js";
import { jobManagerIsAsEmitted, taskManagerIsAsEmitted } from "./pods.js";
import { operatorPrograms, startOperator, type Operator } from "./start-operator.js";
import { isAccepted, isDeployed } from "./verdict.js";

/** Starts the operator and has it judge `sets`, all at once. */
export async function checkWithOperator(
  context: Context,
  plane: ControlPlane,
  sets: readonly ManifestSet[],
): Promise<void> {
  const programs = await operatorPrograms(context);
  const operator = await startOperator(context, plane, programs);
  const subjects: Subject[] = [];
  for (const [index, set] of sets.filter(isForFlinkOperator).entries()) {
    subjects.push(...(await handOver(plane.api, set, `operator-${String(index)}`)));
  }
  const deployed: Subject[] = [];
  for (const subject of subjects) {
    if (await isJudgedWell(context, plane, operator, subject)) deployed.push(subject);
  }
  for (const subject of deployed) await checkCluster(context, plane, subject);
  const clusters = deployed.map((subject) => ({ subject, played: playedOf(subject) }));
  const outcomes = await playJobManagers(
    context,
    plane,
    programs,
    clusters.map(({ played }) => played),
  );
  for (const { subject, played } of clusters) {
    await checkDuties(context, plane, subject, outcomes.get(played));
  }
}

function isForFlinkOperator({ manifests }: ManifestSet): boolean {
  return manifests.some(({ object }) => object.apiVersion.startsWith("flink.apache.org/"));
}

function playedOf({ object, namespace }: Subject): PlayedCluster {
  return { namespace, name: object.metadata.name, account: object.spec.serviceAccount };
}

/** Whether a cluster of it is being started. */
async function isJudgedWell(
  context: Context,
  { api }: ControlPlane,
  operator: Operator,
  subject: Subject,
): Promise<boolean> {
  const { artifact, object } = subject;
  if (object.kind === "FlinkSessionJob") {
    await context.check(`${artifact} is accepted by the operator`, () =>
      isAccepted(api, subject, operator),
    );
    return false;
  }
  return context.check(`${artifact} is deployed by the operator`, () =>
    isDeployed(api, subject, operator),
  );
}

async function checkCluster(
  context: Context,
  { api }: ControlPlane,
  subject: Subject,
): Promise<void> {
  const { artifact, object } = subject;
  const effective = await effectiveConfiguration(api, subject);
  await context.check(`${artifact}: the operator keeps every option`, () =>
    keepsWhatIsEmitted(effective, subject),
  );
  await context.check(`${artifact}: its cluster is configured as the model says`, () =>
    saysWhatTheModelSays(effective, subject),
  );
  if (object.spec.job !== undefined) {
    await context.check(`${artifact}: its cluster is configured as flink-conf says`, () =>
      agreesWithTheFile(effective, subject),
    );
  }
  await context.check(`${artifact}: the job manager's pods are as emitted`, () =>
    jobManagerIsAsEmitted(api, subject),
  );
}

async function checkDuties(
  context: Context,
  { api }: ControlPlane,
  subject: Subject,
  outcomes: Outcomes | undefined,
): Promise<void> {
  const { artifact, object } = subject;
  await context.check(`${artifact}: its job manager runs task managers`, () =>
    wasDone(outcomes, "task-managers"),
  );
  await context.check(`${artifact}: the task managers' pods are as emitted`, () =>
    taskManagerIsAsEmitted(api, subject),
  );
  if (object.spec.flinkConfiguration["high-availability.type"] !== "kubernetes") return;
  await context.check(`${artifact}: its job manager keeps its state`, () =>
    wasDone(outcomes, "high-availability"),
  );
}
