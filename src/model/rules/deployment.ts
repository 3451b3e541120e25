// Rules of the deployment.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Deployment, DeploymentStrategy } from "../bindings.js";
import type { InfraModel } from "../infra-model.js";
import { isStated } from "../is-stated.js";
import type { RuleContext } from "./rule-context.js";
import type { Ignored, Requirement, RuleTable } from "./rule.js";

const checkedHooks = ["verify_mirror_lag", "verify_processing_rate"];
const hookLists = ["pre_upgrade", "post_upgrade", "pre_regional_upgrade", "post_regional_upgrade"];

const hookRequirements = hookLists.map((list): Requirement => ({
  at: `strategy.hooks.${list}.*`,
  when: { action: checkedHooks },
  needs: ["threshold"],
}));

const uncheckedThresholds = hookLists.map((list): Ignored => ({
  at: `strategy.hooks.${list}.*`,
  when: { action: ["savepoint", "verify_health"] },
  ignores: ["threshold"],
  because: "only verify_mirror_lag and verify_processing_rate have one",
}));

const strategyMaps: readonly (readonly [map: string, type: string])[] = [
  ["rolling", "rolling_update"],
  ["blue_green", "blue_green"],
  ["canary", "canary"],
  ["regional_rollout", "rolling_regional"],
];

const strategyTypes = strategyMaps.map(([, type]) => type);

const otherStrategies = strategyMaps.map(([map, type]): Ignored => ({
  at: "strategy",
  when: { type: strategyTypes.filter((other) => other !== type && !usesRolling(map, other)) },
  ignores: [map],
  because: `it applies to type ${type} only`,
}));

/** Within a region, a regional roll-out is a rolling update. */
function usesRolling(map: string, type: string): boolean {
  return map === "rolling" && type === "rolling_regional";
}

const pipelineMaps: readonly (readonly [property: string, types: readonly string[]])[] = [
  ["workflow", ["github_actions"]],
  ["jobs", ["github_actions"]],
  ["stages", ["gitlab_ci"]],
  ["application", ["argocd"]],
  ["sync_policy", ["argocd"]],
  ["pipeline", ["github_actions", "gitlab_ci"]],
];

const pipelineTypes = ["github_actions", "gitlab_ci", "argocd"];

const otherPipelines = pipelineMaps.map(([property, types]): Ignored => ({
  at: "ci_cd",
  when: { type: pipelineTypes.filter((type) => !types.includes(type)) },
  ignores: [property],
  because: `it applies to type ${types.join(" and ")} only`,
}));

export const deploymentRules: RuleTable = {
  requirements: [
    { at: "scaling.metrics.*", when: { type: ["cpu", "memory"] }, needs: ["target_utilization"] },
    { at: "scaling.metrics.*", when: { type: ["kafka_lag", "custom"] }, needs: ["target_value"] },
    { at: "security.ssl.internal", when: { enabled: true }, needs: ["keystore", "truststore"] },
    {
      at: "security.ssl.rest",
      when: { enabled: true },
      needs: [
        ["cert_file", "keystore"],
        ["key_file", "keystore"],
      ],
    },
    { of: "kubernetes", at: "image", needs: ["repository"] },
    { of: "kubernetes", at: "ingress", when: { enabled: true }, needs: ["host"] },
    { of: "kubernetes", at: "ingress.tls", when: { enabled: true }, needs: ["secret_name"] },
    { of: "yarn", at: "kerberos", when: { enabled: true }, needs: ["principal", "keytab"] },
    { of: "standalone", needs: [["cluster", "job_manager"]] },
    { at: "strategy", when: { type: "rolling_regional" }, needs: ["regional_rollout"] },
    { at: "strategy.rollback", when: { auto_rollback: true }, needs: ["triggers"] },
    ...hookRequirements,
    { at: "savepoint.restore", needs: ["path"] },
    { at: "savepoint.periodic", when: { enabled: true }, needs: ["interval"] },
    { at: "ci_cd", when: { type: "argocd" }, needs: ["application"] },
  ],
  orders: [
    { at: "scaling", ascending: ["min_replicas", "max_replicas"] },
    { of: "yarn", at: "resource.dynamic", ascending: ["min_containers", "max_containers"] },
  ],
  ignored: [
    ...otherStrategies,
    ...otherPipelines,
    ...uncheckedThresholds,
    {
      of: "yarn",
      when: { mode: ["per_job", "application"] },
      ignores: ["session"],
      because: "it applies to mode session only",
    },
    {
      of: "yarn",
      when: { mode: ["session", "application"] },
      ignores: ["per_job"],
      because: "it applies to mode per_job only",
    },
  ],
};

export function checkDeployment(
  deployment: Deployment,
  model: InfraModel,
  context: RuleContext,
): void {
  checkZookeeper(deployment, model, context);
  checkSavepointFolder(deployment, model, context);
  if (deployment.strategy !== null) checkStrategy(deployment.strategy, context);
}

/** The servers may also stand in `resources._job_manager.ha`. */
function checkZookeeper({ ha }: Deployment, { cluster }: InfraModel, context: RuleContext): void {
  if (ha?.type !== "zookeeper" || ha.enabled === false) return;
  if (isStated(cluster.highAvailability?.zookeeperQuorum)) return;
  context.report(
    diagnose(
      "E752",
      context.span({ object: ha, key: "type" }),
      {
        property: `${context.origins.of(ha)?.path ?? "ha"}.zookeeper.quorum`,
        condition: '"ha.type" is zookeeper',
      },
      { help: 'Add "zookeeper: { quorum: host:2181,… }" below "ha".' },
    ),
  );
}

/** A checkpoint's own savepoint folder wins over the deployment's, so either is enough. */
function checkSavepointFolder(
  { savepoint }: Deployment,
  { processes, checkpoints }: InfraModel,
  context: RuleContext,
): void {
  if (savepoint === null || savepoint.directory !== null) return;
  const isPeriodic = savepoint.periodic?.enabled === true;
  if (savepoint.autoSavepoint !== true && !isPeriodic) return;
  const used =
    processes.length > 0
      ? processes.map(({ checkpointBinding }) => checkpointBinding)
      : checkpoints;
  if (used.length > 0 && used.every((binding) => isStated(binding?.savepoint?.directory))) return;
  const automatic = { object: savepoint, key: "autoSavepoint" };
  context.report(
    diagnose(
      "E752",
      context.span(
        savepoint.autoSavepoint === true ? automatic : { object: savepoint, key: "periodic" },
      ),
      {
        property: context.path({ object: savepoint, key: "directory" }),
        condition: "savepoints are taken automatically or periodically",
      },
      { help: 'Add "directory" here, or "savepoint.directory" to each checkpoint that is used.' },
    ),
  );
}

function checkStrategy(strategy: DeploymentStrategy, context: RuleContext): void {
  const { rolling, canary } = strategy;
  if (rolling?.maxUnavailable === 0 && rolling.maxSurge === 0) {
    context.contradiction(
      { object: rolling, key: "maxUnavailable" },
      { object: rolling, key: "maxSurge" },
      "with both 0 no pod could ever be replaced",
    );
  }
  if (canary === null) return;
  const { steps } = canary;
  steps.forEach((step, index) => {
    const previous = steps[index - 1];
    if (previous !== undefined && previous.weight >= step.weight) {
      context.contradiction(
        { object: step, key: "weight" },
        { object: previous, key: "weight" },
        `weights rise from step to step, and ${step.weight} follows ${previous.weight}`,
      );
    }
    if (index < steps.length - 1 && step.durationMs === null) {
      context.report(
        diagnose(
          "E752",
          context.span({ object: step, key: "weight" }),
          {
            property: context.path({ object: step, key: "duration" }),
            condition: "another step follows",
          },
          { help: 'Add "duration", the time that the step is held.' },
        ),
      );
    }
  });
  const last = steps.at(-1);
  if (last === undefined || last.weight === 100) return;
  context.contradiction(
    { object: last, key: "weight" },
    { object: canary, key: "steps" },
    `the last step takes all traffic: its weight is 100, not ${last.weight}`,
  );
}
