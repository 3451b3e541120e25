// The real operator judges every resource of it that is emitted; what it makes of them is compared
// with them and with the model.
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
import { jobManagerIsAsEmitted, taskManagerTemplateIsAsEmitted } from "./pods.js";
import { startOperator, type Operator } from "./start-operator.js";
import { isAccepted, isDeployed } from "./verdict.js";

/** Starts the operator and has it judge `sets`, all at once. */
export async function checkWithOperator(
  context: Context,
  plane: ControlPlane,
  sets: readonly ManifestSet[],
): Promise<void> {
  const operator = await startOperator(context, plane);
  const subjects: Subject[] = [];
  for (const [index, set] of sets.filter(({ flavor }) => flavor === "operator").entries()) {
    subjects.push(...(await handOver(plane.api, set, `operator-${String(index)}`)));
  }
  for (const subject of subjects) {
    await checkSubject(context, plane, operator, subject);
  }
}

async function checkSubject(
  context: Context,
  { api }: ControlPlane,
  operator: Operator,
  subject: Subject,
): Promise<void> {
  const { artifact, object } = subject;
  if (object.kind === "FlinkSessionJob") {
    await context.check(`${artifact} is accepted by the operator`, () =>
      isAccepted(api, subject, operator),
    );
    return;
  }
  const deployed = await context.check(`${artifact} is deployed by the operator`, () =>
    isDeployed(api, subject),
  );
  if (!deployed) return;
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
  await context.check(`${artifact}: the task managers' template is as emitted`, () =>
    taskManagerTemplateIsAsEmitted(api, subject),
  );
}
