// How a new job manager finds what the old one left: `deployment.ha` and `_job_manager.ha`.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { HighAvailability } from "../../../model/reconcile.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { kubernetesName } from "../../kubernetes/names.js";
import { checkpointFolder } from "./checkpoint-folder.js";
import type { FlinkTarget } from "./configuration.js";
import type { ConfigurationContext } from "./context.js";
import { derivedRecoveryFolder, inRegion, statedRecoveryFolder } from "./recovery-folder.js";
import { runtimeOnly } from "./runtime-only.js";

/** Those that name a cluster after what they create: the operator, the clients of Kubernetes and YARN. */
const namesClusters: ReadonlySet<FlinkTarget> = new Set(["operator", "native", "yarn"]);

/** Options of high availability; nothing where it is off. */
export function highAvailability(context: ConfigurationContext): void {
  const { cluster } = context.model;
  const { highAvailability: settings } = cluster;
  if (settings === null) return;
  const origin = factOrigin(context, "highAvailability");
  if (settings.type === "kubernetes" && !onKubernetes(context)) {
    const span = context.spanOf(origin[0]);
    context.say(
      diagnose(
        "E901",
        span,
        {
          property: "ha.type",
          problem:
            "kubernetes elects the leader through the Kubernetes API, which this deployment has not",
        },
        { help: "Use type: zookeeper." },
      ),
    );
    return;
  }
  context.set("high-availability.type", settings.type, origin);
  storage(context);
  identity(context, settings);
  if (settings.type === "zookeeper") zookeeper(context, settings);
  else ignoreZookeeper(context, settings);
  if (context.target === "standalone-kubernetes") {
    // Else random, and neither probes nor network policies could name it.
    context.set("high-availability.jobmanager.port", "6123", []);
  }
}

function onKubernetes({ target }: ConfigurationContext): boolean {
  return target === "operator" || target === "native" || target === "standalone-kubernetes";
}

/** The facts are linked by names of the cluster; a type that nobody states is the switch's doing. */
function factOrigin(context: ConfigurationContext, key: string): ValueOrigin[] {
  const { cluster, deployment, jobManager } = context.model;
  if (context.request.origins.of(cluster, key) !== null) return [{ object: cluster, key }];
  const owner = deployment?.ha ?? jobManager?.ha ?? null;
  return owner === null ? [] : [{ object: owner, key: "enabled" }];
}

function storage(context: ConfigurationContext): void {
  const key = "high-availability.storageDir";
  const stated = statedRecoveryFolder(context.model);
  if (stated !== null) {
    context.set(key, stated, factOrigin(context, "highAvailability.storageDir"));
    return;
  }
  const { checkpointBinding, name } = context.process;
  const folder = derivedRecoveryFolder(context.model, context.process);
  const [place] = factOrigin(context, "highAvailability");
  if (checkpointBinding === null || folder === null) {
    context.say(
      diagnose(
        "E911",
        context.spanOf(place),
        { process: name },
        {
          help: "Set deployment.ha.storage_dir, or give the process a checkpoint binding, below which it is put.",
        },
      ),
    );
    return;
  }
  context.set(
    key,
    folder,
    checkpointFolder(checkpointBinding).origins,
    `${context.path(checkpointBinding)}: below the checkpoints, as no ha.storage_dir is set`,
  );
  context.say(
    diagnose(
      "N901",
      context.spanOf(place),
      {
        property: "ha.storage_dir",
        // In the same words for every process: it is one cause.
        derivation: ["<checkpoint folder>", "ha", ...inRegion(context.model), "<process>"].join(
          "/",
        ),
      },
      { help: "Set deployment.ha.storage_dir to choose another folder." },
    ),
  );
}

function identity(context: ConfigurationContext, settings: HighAvailability): void {
  if (settings.type === "kubernetes") kubernetesIdentity(context);
  if (namesClusters.has(context.target)) return;
  // Left at its default, all clusters of a ZooKeeper would take each other's leader, and jobs that
  // share a checkpoint folder each other's state: Flink derives the id of an application's job from it.
  context.set(
    "high-availability.cluster-id",
    `/${[context.model.environment, ...inRegion(context.model), context.process.name].join("/")}`,
    [],
    "one cluster for each process",
  );
}

function kubernetesIdentity(context: ConfigurationContext): void {
  // The operator refuses to be told.
  if (context.target === "operator") return;
  const { process, model } = context;
  if (context.get("kubernetes.cluster-id") === undefined) {
    const name = kubernetesName(process.name);
    context.set("kubernetes.cluster-id", name, [], "one cluster for each process");
  }
  const { deployment } = model;
  if (
    context.target === "standalone-kubernetes" &&
    deployment?.type === "kubernetes" &&
    deployment.namespace !== null
  ) {
    context.copy("kubernetes.namespace", deployment, "namespace", String);
  }
}

function ignoreZookeeper(context: ConfigurationContext, settings: HighAvailability): void {
  const root = context.model.deployment?.ha?.zookeeper ?? null;
  const [place] =
    settings.zookeeperQuorum === null
      ? settings.zookeeperRootPath === null || root === null
        ? []
        : [{ object: root, key: "rootPath" }]
      : factOrigin(context, "highAvailability.zookeeperQuorum");
  if (place === undefined) return;
  const property = context.request.origins.of(place.object, place.key)?.path ?? place.key;
  const help = "Remove it, or set ha.type: zookeeper.";
  const reason = "the leader is elected through the Kubernetes API";
  context.say(diagnose("W901", context.spanOf(place), { property, reason }, { help }));
}

function zookeeper(context: ConfigurationContext, settings: HighAvailability): void {
  const [place] = factOrigin(context, "highAvailability.zookeeperQuorum");
  const quorum = settings.zookeeperQuorum;
  if (quorum === null) {
    context.say(
      diagnose("E913", context.spanOf(factOrigin(context, "highAvailability")[0]), {
        property: "ha.zookeeper.quorum",
        reason: "high availability by ZooKeeper needs its servers",
      }),
    );
  } else if (typeof quorum === "string") {
    context.set("high-availability.zookeeper.quorum", quorum, place === undefined ? [] : [place]);
  } else {
    runtimeOnly(
      context,
      "high-availability.zookeeper.quorum",
      place,
      "Write the servers, or a variable that is set when artifacts are generated.",
    );
  }
  if (settings.zookeeperRootPath !== null) {
    const ha = context.model.deployment?.ha?.zookeeper ?? null;
    context.set(
      "high-availability.zookeeper.path.root",
      settings.zookeeperRootPath,
      ha === null ? [] : [{ object: ha, key: "rootPath" }],
    );
  }
}
