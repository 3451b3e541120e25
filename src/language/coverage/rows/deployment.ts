// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const deploymentRows: CoverageRows = {
  "deployment.<kubernetes>.flink_version": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.flinkVersion",
        "execution.checkpointing.dir",
        "execution.checkpointing.savepoint-dir",
        "execution.checkpointing.storage",
        "state.checkpoint-storage",
        "state.checkpoints.dir",
        "state.savepoints.dir",
      ],
    },
  },
  "deployment.<yarn>.flink_version": {
    yarn: {
      becomes: [
        "execution.checkpointing.dir",
        "execution.checkpointing.storage",
        "state.checkpoint-storage",
        "state.checkpoints.dir",
        "submit.sh",
      ],
    },
  },
  "deployment.<standalone>.flink_version": {
    standalone: {
      becomes: [
        "cluster.sh",
        "execution.checkpointing.dir",
        "execution.checkpointing.storage",
        "state.checkpoint-storage",
        "state.checkpoints.dir",
        "submit.sh",
      ],
    },
  },
  "deployment.<docker_compose>.flink_version": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
        "execution.checkpointing.dir",
        "execution.checkpointing.storage",
        "state.checkpoint-storage",
        "state.checkpoints.dir",
      ],
    },
  },
  "deployment.multi_region": { model: { says: ["E718"] } },
  "deployment.<kubernetes>.standby.enabled": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.standby.enabled": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.standby.enabled": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.standby.enabled": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.standby.processing_mode": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.standby.processing_mode": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.standby.processing_mode": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.standby.processing_mode": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.standby.auto_promote": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.standby.auto_promote": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.standby.auto_promote": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.standby.auto_promote": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.compliance.data_residency": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.compliance.data_residency": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.compliance.data_residency": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.compliance.data_residency": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.compliance.audit_logging": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.compliance.audit_logging": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.compliance.audit_logging": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.compliance.audit_logging": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.compliance.encryption_at_rest": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.compliance.encryption_at_rest": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.compliance.encryption_at_rest": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.compliance.encryption_at_rest": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.ha.enabled": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.job.upgradeMode",
        "execution.checkpointing.savepoint-dir",
        "high-availability.storageDir",
        "high-availability.type",
      ],
    },
  },
  "deployment.<yarn>.ha.enabled": {
    yarn: {
      becomes: [
        "high-availability.storageDir",
        "high-availability.type",
        "high-availability.zookeeper.quorum",
      ],
    },
  },
  "deployment.<standalone>.ha.enabled": {
    standalone: {
      becomes: [
        "high-availability.cluster-id",
        "high-availability.storageDir",
        "high-availability.type",
        "high-availability.zookeeper.quorum",
      ],
    },
  },
  "deployment.<docker_compose>.ha.enabled": {
    compose: {
      becomes: [
        "high-availability.cluster-id",
        "high-availability.storageDir",
        "high-availability.type",
        "high-availability.zookeeper.quorum",
      ],
    },
  },
  "deployment.<kubernetes>.ha.type": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.job.upgradeMode",
        "execution.checkpointing.savepoint-dir",
        "high-availability.storageDir",
        "high-availability.type",
      ],
    },
  },
  "deployment.<yarn>.ha.type": { model: { says: ["E750", "E752"] }, yarn: { says: ["E901"] } },
  "deployment.<standalone>.ha.type": {
    model: { says: ["E750", "E752"] },
    standalone: { says: ["E901"] },
  },
  "deployment.<docker_compose>.ha.type": {
    model: { says: ["E750", "E752"] },
    compose: { says: ["E901"] },
  },
  "deployment.<kubernetes>.ha.zookeeper.quorum": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.job.upgradeMode",
        "execution.checkpointing.savepoint-dir",
        "high-availability.storageDir",
        "high-availability.type",
      ],
    },
  },
  "deployment.<yarn>.ha.zookeeper.quorum": {
    model: { says: ["E750"] },
    yarn: { becomes: ["high-availability.zookeeper.quorum"] },
  },
  "deployment.<standalone>.ha.zookeeper.quorum": {
    model: { says: ["E750"] },
    standalone: { becomes: ["high-availability.zookeeper.quorum"] },
  },
  "deployment.<docker_compose>.ha.zookeeper.quorum": {
    model: { says: ["E750"] },
    compose: { becomes: ["high-availability.zookeeper.quorum"] },
  },
  "deployment.<kubernetes>.ha.zookeeper.root_path": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.job.upgradeMode",
        "execution.checkpointing.savepoint-dir",
        "high-availability.storageDir",
        "high-availability.type",
      ],
    },
  },
  "deployment.<yarn>.ha.zookeeper.root_path": {
    yarn: { becomes: ["high-availability.zookeeper.path.root"] },
  },
  "deployment.<standalone>.ha.zookeeper.root_path": {
    standalone: { becomes: ["high-availability.zookeeper.path.root"] },
  },
  "deployment.<docker_compose>.ha.zookeeper.root_path": {
    compose: { becomes: ["high-availability.zookeeper.path.root"] },
  },
  "deployment.<kubernetes>.ha.storage_dir": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.job.upgradeMode",
        "execution.checkpointing.savepoint-dir",
        "high-availability.storageDir",
        "high-availability.type",
      ],
    },
  },
  "deployment.<yarn>.ha.storage_dir": {
    model: { says: ["E750"] },
    yarn: { becomes: ["high-availability.storageDir"] },
  },
  "deployment.<standalone>.ha.storage_dir": {
    model: { says: ["E750"] },
    standalone: { becomes: ["high-availability.storageDir"] },
  },
  "deployment.<docker_compose>.ha.storage_dir": {
    model: { says: ["E750"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
        "high-availability.storageDir",
      ],
    },
  },
  "deployment.<kubernetes>.scaling.type": {
    k8s: { becomes: ["job.autoscaler.enabled", "jobmanager.scheduler"] },
  },
  "deployment.<yarn>.scaling.type": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.scaling.type": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.scaling.type": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.scaling.min_replicas": {
    k8s: {
      becomes: [
        "job.autoscaler.enabled",
        "job.autoscaler.vertex.min-parallelism",
        "jobmanager.scheduler",
      ],
    },
  },
  "deployment.<yarn>.scaling.min_replicas": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.scaling.min_replicas": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.scaling.min_replicas": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.scaling.max_replicas": {
    k8s: {
      becomes: [
        "job.autoscaler.enabled",
        "job.autoscaler.vertex.max-parallelism",
        "jobmanager.scheduler",
      ],
    },
  },
  "deployment.<yarn>.scaling.max_replicas": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.scaling.max_replicas": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.scaling.max_replicas": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.scaling.metrics[].type": {
    model: { says: ["E752"] },
    k8s: { becomes: ["HorizontalPodAutoscaler.spec.metrics.resource.name"] },
  },
  "deployment.<yarn>.scaling.metrics[].type": {
    model: { says: ["E752"] },
    yarn: { whole: "scaling", says: ["W762"] },
  },
  "deployment.<standalone>.scaling.metrics[].type": {
    model: { says: ["E752"] },
    standalone: { whole: "scaling", says: ["W762"] },
  },
  "deployment.<docker_compose>.scaling.metrics[].type": {
    model: { says: ["E752"] },
    compose: { whole: "scaling", says: ["W762"] },
  },
  "deployment.<kubernetes>.scaling.metrics[].target_utilization": {
    k8s: {
      becomes: [
        "job.autoscaler.enabled",
        "job.autoscaler.utilization.min",
        "job.autoscaler.utilization.target",
        "jobmanager.scheduler",
      ],
    },
  },
  "deployment.<yarn>.scaling.metrics[].target_utilization": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.scaling.metrics[].target_utilization": {
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.scaling.metrics[].target_utilization": {
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.scaling.metrics[].target_value": {
    k8s: { becomes: ["ScaledObject.spec.triggers.metadata.lagThreshold"] },
  },
  "deployment.<yarn>.scaling.metrics[].target_value": {
    model: { says: ["E752"] },
    yarn: { whole: "scaling", says: ["W762"] },
  },
  "deployment.<standalone>.scaling.metrics[].target_value": {
    model: { says: ["E752"] },
    standalone: { whole: "scaling", says: ["W762"] },
  },
  "deployment.<docker_compose>.scaling.metrics[].target_value": {
    model: { says: ["E752"] },
    compose: { whole: "scaling", says: ["W762"] },
  },
  "deployment.<kubernetes>.security.ssl.enabled": { k8s: { says: ["W901"] } },
  "deployment.<yarn>.security.ssl.enabled": { yarn: { says: ["W901"] } },
  "deployment.<standalone>.security.ssl.enabled": { standalone: { says: ["W901"] } },
  "deployment.<docker_compose>.security.ssl.enabled": { compose: { says: ["W901"] } },
  "deployment.<kubernetes>.security.ssl.internal.enabled": {
    model: { says: ["E752"] },
    k8s: { says: ["E913"] },
  },
  "deployment.<yarn>.security.ssl.internal.enabled": {
    model: { says: ["E752"] },
    yarn: { says: ["E913"] },
  },
  "deployment.<standalone>.security.ssl.internal.enabled": {
    model: { says: ["E752"] },
    standalone: { says: ["E913"] },
  },
  "deployment.<docker_compose>.security.ssl.internal.enabled": {
    model: { says: ["E752"] },
    compose: { says: ["E913"] },
  },
  "deployment.<kubernetes>.security.ssl.internal.keystore": { k8s: { says: ["E913"] } },
  "deployment.<yarn>.security.ssl.internal.keystore": { yarn: { says: ["E913"] } },
  "deployment.<standalone>.security.ssl.internal.keystore": { standalone: { says: ["E913"] } },
  "deployment.<docker_compose>.security.ssl.internal.keystore": { compose: { says: ["E913"] } },
  "deployment.<kubernetes>.security.ssl.internal.truststore": { k8s: { says: ["E913"] } },
  "deployment.<yarn>.security.ssl.internal.truststore": { yarn: { says: ["E913"] } },
  "deployment.<standalone>.security.ssl.internal.truststore": { standalone: { says: ["E913"] } },
  "deployment.<docker_compose>.security.ssl.internal.truststore": { compose: { says: ["E913"] } },
  "deployment.<kubernetes>.security.ssl.internal.keystore_password": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec"] },
  },
  "deployment.<yarn>.security.ssl.internal.keystore_password": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<standalone>.security.ssl.internal.keystore_password": {
    standalone: { becomes: ["README.md"] },
  },
  "deployment.<docker_compose>.security.ssl.internal.keystore_password": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
  },
  "deployment.<kubernetes>.security.ssl.internal.key_password": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec"] },
  },
  "deployment.<yarn>.security.ssl.internal.key_password": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<standalone>.security.ssl.internal.key_password": {
    standalone: { becomes: ["README.md"] },
  },
  "deployment.<docker_compose>.security.ssl.internal.key_password": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
  },
  "deployment.<kubernetes>.security.ssl.internal.truststore_password": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec"] },
  },
  "deployment.<yarn>.security.ssl.internal.truststore_password": {
    yarn: { becomes: ["submit.sh"] },
  },
  "deployment.<standalone>.security.ssl.internal.truststore_password": {
    standalone: { becomes: ["README.md"] },
  },
  "deployment.<docker_compose>.security.ssl.internal.truststore_password": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
  },
  "deployment.<kubernetes>.security.ssl.rest.enabled": {
    model: { says: ["E752"] },
    k8s: { says: ["E901"] },
  },
  "deployment.<yarn>.security.ssl.rest.enabled": {
    model: { says: ["E752"] },
    yarn: { says: ["E901"] },
  },
  "deployment.<standalone>.security.ssl.rest.enabled": {
    model: { says: ["E752"] },
    standalone: { says: ["E901"] },
  },
  "deployment.<docker_compose>.security.ssl.rest.enabled": {
    model: { says: ["E752"] },
    compose: { says: ["E901"] },
  },
  "deployment.<kubernetes>.security.ssl.rest.cert_file": { k8s: { says: ["E901"] } },
  "deployment.<yarn>.security.ssl.rest.cert_file": { yarn: { says: ["E901"] } },
  "deployment.<standalone>.security.ssl.rest.cert_file": { standalone: { says: ["E901"] } },
  "deployment.<docker_compose>.security.ssl.rest.cert_file": { compose: { says: ["E901"] } },
  "deployment.<kubernetes>.security.ssl.rest.key_file": { k8s: { says: ["E901"] } },
  "deployment.<yarn>.security.ssl.rest.key_file": { yarn: { says: ["E901"] } },
  "deployment.<standalone>.security.ssl.rest.key_file": { standalone: { says: ["E901"] } },
  "deployment.<docker_compose>.security.ssl.rest.key_file": { compose: { says: ["E901"] } },
  "deployment.<kubernetes>.security.ssl.rest.keystore": { k8s: { says: ["E913"] } },
  "deployment.<yarn>.security.ssl.rest.keystore": { yarn: { says: ["E913"] } },
  "deployment.<standalone>.security.ssl.rest.keystore": { standalone: { says: ["E913"] } },
  "deployment.<docker_compose>.security.ssl.rest.keystore": { compose: { says: ["E913"] } },
  "deployment.<kubernetes>.security.ssl.rest.truststore": { k8s: { says: ["E901"] } },
  "deployment.<yarn>.security.ssl.rest.truststore": { yarn: { says: ["E901"] } },
  "deployment.<standalone>.security.ssl.rest.truststore": { standalone: { says: ["E901"] } },
  "deployment.<docker_compose>.security.ssl.rest.truststore": { compose: { says: ["E901"] } },
  "deployment.<kubernetes>.security.ssl.rest.keystore_password": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec"] },
  },
  "deployment.<yarn>.security.ssl.rest.keystore_password": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<standalone>.security.ssl.rest.keystore_password": {
    standalone: { becomes: ["README.md"] },
  },
  "deployment.<docker_compose>.security.ssl.rest.keystore_password": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
  },
  "deployment.<kubernetes>.security.ssl.rest.key_password": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec"] },
  },
  "deployment.<yarn>.security.ssl.rest.key_password": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<standalone>.security.ssl.rest.key_password": {
    standalone: { becomes: ["README.md"] },
  },
  "deployment.<docker_compose>.security.ssl.rest.key_password": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
  },
  "deployment.<kubernetes>.security.ssl.rest.truststore_password": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec"] },
  },
  "deployment.<yarn>.security.ssl.rest.truststore_password": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<standalone>.security.ssl.rest.truststore_password": {
    standalone: { becomes: ["README.md"] },
  },
  "deployment.<docker_compose>.security.ssl.rest.truststore_password": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
  },
  "deployment.<kubernetes>.strategy.type": {
    k8s: { becomes: ["FlinkBlueGreenDeployment", "FlinkDeployment", "Kustomization.resources"] },
  },
  "deployment.<yarn>.strategy.type": { model: { says: ["E752"] }, yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.type": {
    model: { says: ["E752"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.type": {
    model: { says: ["E752"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.rolling.max_unavailable": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.strategy.rolling.max_unavailable": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.rolling.max_unavailable": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.strategy.rolling.max_unavailable": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.strategy.rolling.max_surge": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.strategy.rolling.max_surge": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.rolling.max_surge": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.strategy.rolling.max_surge": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.strategy.rolling.partition": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.strategy.rolling.partition": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.rolling.partition": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.strategy.rolling.partition": { compose: { says: ["W762"] } },
  "deployment.strategy.blue_green.switch_traffic_after": { model: { says: ["W701"] } },
  "deployment.strategy.blue_green.keep_old_version": { model: { says: ["W701"] } },
  "deployment.strategy.blue_green.traffic.type": { model: { says: ["W701"] } },
  "deployment.<kubernetes>.strategy.canary.steps[].weight": {
    k8s: { whole: "strategy", says: ["W940"] },
  },
  "deployment.<yarn>.strategy.canary.steps[].weight": {
    yarn: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<standalone>.strategy.canary.steps[].weight": {
    standalone: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.canary.steps[].weight": {
    compose: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.canary.steps[].duration": {
    model: { says: ["E752"] },
    k8s: { whole: "strategy", says: ["W940"] },
  },
  "deployment.<yarn>.strategy.canary.steps[].duration": {
    model: { says: ["E752"] },
    yarn: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<standalone>.strategy.canary.steps[].duration": {
    model: { says: ["E752"] },
    standalone: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.canary.steps[].duration": {
    model: { says: ["E752"] },
    compose: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.canary.steps[].metrics": {
    k8s: { whole: "strategy", says: ["W940"] },
  },
  "deployment.<yarn>.strategy.canary.steps[].metrics": {
    yarn: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<standalone>.strategy.canary.steps[].metrics": {
    standalone: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.canary.steps[].metrics": {
    compose: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.canary.rollback.enabled": {
    k8s: { whole: "strategy", says: ["W940"] },
  },
  "deployment.<yarn>.strategy.canary.rollback.enabled": {
    yarn: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<standalone>.strategy.canary.rollback.enabled": {
    standalone: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.canary.rollback.enabled": {
    compose: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.canary.rollback.on_metrics_failure": {
    k8s: { whole: "strategy", says: ["W940"] },
  },
  "deployment.<yarn>.strategy.canary.rollback.on_metrics_failure": {
    yarn: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<standalone>.strategy.canary.rollback.on_metrics_failure": {
    standalone: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.canary.rollback.on_metrics_failure": {
    compose: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.regional_rollout.order": {
    k8s: { whole: "strategy", says: ["W940"] },
  },
  "deployment.<yarn>.strategy.regional_rollout.order": {
    yarn: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<standalone>.strategy.regional_rollout.order": {
    standalone: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.regional_rollout.order": {
    compose: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.regional_rollout.delay_between_regions": {
    k8s: { whole: "strategy", says: ["W940"] },
  },
  "deployment.<yarn>.strategy.regional_rollout.delay_between_regions": {
    yarn: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<standalone>.strategy.regional_rollout.delay_between_regions": {
    standalone: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.regional_rollout.delay_between_regions": {
    compose: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.regional_rollout.validation_time": {
    k8s: { whole: "strategy", says: ["W940"] },
  },
  "deployment.<yarn>.strategy.regional_rollout.validation_time": {
    yarn: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<standalone>.strategy.regional_rollout.validation_time": {
    standalone: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.regional_rollout.validation_time": {
    compose: { whole: "strategy", says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.rollback.auto_rollback": {
    model: { says: ["E752"] },
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.rollback.auto_rollback": {
    model: { says: ["E752"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.strategy.rollback.auto_rollback": {
    model: { says: ["E752"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.rollback.auto_rollback": {
    model: { says: ["E752"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.rollback.triggers": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.strategy.rollback.triggers": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.rollback.triggers": { standalone: { says: ["W762"] } },
  "deployment.<docker_compose>.strategy.rollback.triggers": { compose: { says: ["W762"] } },
  "deployment.<kubernetes>.strategy.hooks.pre_upgrade[].action": {
    model: { says: ["E752"] },
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.pre_upgrade[].action": {
    model: { says: ["E752"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.strategy.hooks.pre_upgrade[].action": {
    model: { says: ["E752"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.pre_upgrade[].action": {
    model: { says: ["E752"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.pre_upgrade[].timeout": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.strategy.hooks.pre_upgrade[].timeout": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.hooks.pre_upgrade[].timeout": {
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.pre_upgrade[].timeout": {
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.pre_upgrade[].threshold": { model: { says: ["W701"] } },
  "deployment.<yarn>.strategy.hooks.pre_upgrade[].threshold": { model: { says: ["W701"] } },
  "deployment.<standalone>.strategy.hooks.pre_upgrade[].threshold": { model: { says: ["W701"] } },
  "deployment.<docker_compose>.strategy.hooks.pre_upgrade[].threshold": {
    model: { says: ["W701"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.post_upgrade[].action": {
    model: { says: ["E752"] },
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.post_upgrade[].action": {
    model: { says: ["E752"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.strategy.hooks.post_upgrade[].action": {
    model: { says: ["E752"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.post_upgrade[].action": {
    model: { says: ["E752"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.post_upgrade[].timeout": { k8s: { says: ["W940"] } },
  "deployment.<yarn>.strategy.hooks.post_upgrade[].timeout": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.hooks.post_upgrade[].timeout": {
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.post_upgrade[].timeout": {
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.post_upgrade[].threshold": {
    model: { says: ["W701"] },
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.post_upgrade[].threshold": {
    model: { says: ["W701"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.strategy.hooks.post_upgrade[].threshold": {
    model: { says: ["W701"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.post_upgrade[].threshold": {
    model: { says: ["W701"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.pre_regional_upgrade[].action": {
    model: { says: ["E752"] },
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.pre_regional_upgrade[].action": {
    model: { says: ["E752"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.strategy.hooks.pre_regional_upgrade[].action": {
    model: { says: ["E752"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.pre_regional_upgrade[].action": {
    model: { says: ["E752"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.pre_regional_upgrade[].timeout": {
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.pre_regional_upgrade[].timeout": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.hooks.pre_regional_upgrade[].timeout": {
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.pre_regional_upgrade[].timeout": {
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.pre_regional_upgrade[].threshold": {
    model: { says: ["W701"] },
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.pre_regional_upgrade[].threshold": {
    model: { says: ["W701"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.strategy.hooks.pre_regional_upgrade[].threshold": {
    model: { says: ["W701"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.pre_regional_upgrade[].threshold": {
    model: { says: ["W701"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.post_regional_upgrade[].action": {
    model: { says: ["E752"] },
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.post_regional_upgrade[].action": {
    model: { says: ["E752"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.strategy.hooks.post_regional_upgrade[].action": {
    model: { says: ["E752"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.post_regional_upgrade[].action": {
    model: { says: ["E752"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.post_regional_upgrade[].timeout": {
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.post_regional_upgrade[].timeout": { yarn: { says: ["W762"] } },
  "deployment.<standalone>.strategy.hooks.post_regional_upgrade[].timeout": {
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.post_regional_upgrade[].timeout": {
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.strategy.hooks.post_regional_upgrade[].threshold": {
    model: { says: ["W701"] },
    k8s: { says: ["W940"] },
  },
  "deployment.<yarn>.strategy.hooks.post_regional_upgrade[].threshold": {
    model: { says: ["W701"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.strategy.hooks.post_regional_upgrade[].threshold": {
    model: { says: ["W701"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.strategy.hooks.post_regional_upgrade[].threshold": {
    model: { says: ["W701"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.savepoint.auto_savepoint": {
    model: { says: ["E752"] },
    k8s: { becomes: ["kubernetes.operator.job.savepoint-on-deletion"] },
  },
  "deployment.<yarn>.savepoint.auto_savepoint": {
    model: { says: ["E752"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.savepoint.auto_savepoint": {
    model: { says: ["E752"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.savepoint.auto_savepoint": {
    model: { says: ["E752"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.savepoint.directory": {
    k8s: { becomes: ["execution.checkpointing.savepoint-dir"] },
  },
  "deployment.<yarn>.savepoint.directory": {
    yarn: { becomes: ["execution.checkpointing.savepoint-dir", "submit.sh"] },
  },
  "deployment.<standalone>.savepoint.directory": {
    standalone: { becomes: ["execution.checkpointing.savepoint-dir", "submit.sh"] },
  },
  "deployment.<docker_compose>.savepoint.directory": {
    compose: { becomes: ["execution.checkpointing.savepoint-dir"] },
  },
  "deployment.<kubernetes>.savepoint.restore.path": {
    k8s: { becomes: ["FlinkDeployment.spec.job.initialSavepointPath"] },
  },
  "deployment.<yarn>.savepoint.restore.path": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<standalone>.savepoint.restore.path": { standalone: { becomes: ["submit.sh"] } },
  "deployment.<docker_compose>.savepoint.restore.path": {
    compose: { becomes: ["compose.yaml.services.<process>-jobmanager.command"] },
  },
  "deployment.<kubernetes>.savepoint.restore.allow_non_restored": {
    model: { says: ["E752"] },
    k8s: { becomes: ["FlinkDeployment.spec.job.allowNonRestoredState"] },
  },
  "deployment.<yarn>.savepoint.restore.allow_non_restored": {
    model: { says: ["E752"] },
    yarn: { becomes: ["execution.state-recovery.ignore-unclaimed-state"] },
  },
  "deployment.<standalone>.savepoint.restore.allow_non_restored": {
    model: { says: ["E752"] },
    standalone: { becomes: ["execution.state-recovery.ignore-unclaimed-state"] },
  },
  "deployment.<docker_compose>.savepoint.restore.allow_non_restored": {
    model: { says: ["E752"] },
    compose: { becomes: ["execution.state-recovery.ignore-unclaimed-state"] },
  },
  "deployment.<kubernetes>.savepoint.periodic.enabled": {
    model: { says: ["E752"] },
    k8s: {
      becomes: [
        "kubernetes.operator.periodic.savepoint.interval",
        "kubernetes.operator.savepoint.history.max.age",
        "kubernetes.operator.savepoint.history.max.count",
      ],
    },
  },
  "deployment.<yarn>.savepoint.periodic.enabled": {
    model: { says: ["E752"] },
    yarn: { says: ["W762"] },
  },
  "deployment.<standalone>.savepoint.periodic.enabled": {
    model: { says: ["E752"] },
    standalone: { says: ["W762"] },
  },
  "deployment.<docker_compose>.savepoint.periodic.enabled": {
    model: { says: ["E752"] },
    compose: { says: ["W762"] },
  },
  "deployment.<kubernetes>.savepoint.periodic.interval": {
    k8s: {
      becomes: [
        "kubernetes.operator.periodic.savepoint.interval",
        "kubernetes.operator.savepoint.history.max.age",
      ],
    },
  },
  "deployment.<yarn>.savepoint.periodic.interval": {
    model: { says: ["E752"] },
    yarn: { whole: "savepoint.periodic", says: ["W762"] },
  },
  "deployment.<standalone>.savepoint.periodic.interval": {
    model: { says: ["E752"] },
    standalone: { whole: "savepoint.periodic", says: ["W762"] },
  },
  "deployment.<docker_compose>.savepoint.periodic.interval": {
    model: { says: ["E752"] },
    compose: { whole: "savepoint.periodic", says: ["W762"] },
  },
  "deployment.<kubernetes>.savepoint.periodic.retention.count": {
    k8s: {
      becomes: [
        "kubernetes.operator.savepoint.history.max.age",
        "kubernetes.operator.savepoint.history.max.count",
      ],
    },
  },
  "deployment.<yarn>.savepoint.periodic.retention.count": {
    yarn: { whole: "savepoint.periodic", says: ["W762"] },
  },
  "deployment.<standalone>.savepoint.periodic.retention.count": {
    standalone: { whole: "savepoint.periodic", says: ["W762"] },
  },
  "deployment.<docker_compose>.savepoint.periodic.retention.count": {
    compose: { whole: "savepoint.periodic", says: ["W762"] },
  },
  "deployment.ci_cd.type": { "ci-cd": { becomes: ["production.gitlab-ci.yml", "production.yml"] } },
  "deployment.ci_cd.workflow.on_push.branches": {
    "ci-cd": { becomes: ["production.yml.on.push", "production.yml.on.workflow_dispatch"] },
  },
  "deployment.ci_cd.workflow.on_pull_request.types": {
    "ci-cd": { becomes: ["production.yml.on.pull_request.types"] },
  },
  "deployment.ci_cd.jobs": { "ci-cd": { becomes: ["production.yml.jobs.sample.steps.run"] } },
  "deployment.ci_cd.jobs.<job name>.environment": {
    "ci-cd": { becomes: ["production.yml.jobs.deploy", "production.yml.jobs.sample"] },
  },
  "deployment.ci_cd.jobs.<job name>.needs": {
    "ci-cd": { becomes: ["production.yml.jobs.deploy", "production.yml.jobs.sample"] },
  },
  "deployment.ci_cd.stages": {
    "ci-cd": {
      becomes: ["production.gitlab-ci.yml.deploy.stage", "production.gitlab-ci.yml.stages"],
    },
  },
  "deployment.<kubernetes>.ci_cd.application.name": {
    "ci-cd": { becomes: ["Application.metadata.name"] },
  },
  "deployment.<yarn>.ci_cd.application.name": { "ci-cd": { says: ["E934"] } },
  "deployment.<standalone>.ci_cd.application.name": { "ci-cd": { says: ["E934"] } },
  "deployment.<docker_compose>.ci_cd.application.name": { "ci-cd": { says: ["E934"] } },
  "deployment.<kubernetes>.ci_cd.application.project": {
    "ci-cd": { becomes: ["Application.spec.project"] },
  },
  "deployment.<yarn>.ci_cd.application.project": { "ci-cd": { says: ["E934"] } },
  "deployment.<standalone>.ci_cd.application.project": { "ci-cd": { says: ["E934"] } },
  "deployment.<docker_compose>.ci_cd.application.project": { "ci-cd": { says: ["E934"] } },
  "deployment.<kubernetes>.ci_cd.application.source.repo_url": {
    "ci-cd": { becomes: ["Application.spec.source.repoURL"] },
  },
  "deployment.<yarn>.ci_cd.application.source.repo_url": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<standalone>.ci_cd.application.source.repo_url": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<docker_compose>.ci_cd.application.source.repo_url": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<kubernetes>.ci_cd.application.source.path": {
    "ci-cd": { becomes: ["Application.spec.source.path"] },
  },
  "deployment.<yarn>.ci_cd.application.source.path": { "ci-cd": { says: ["W755"] } },
  "deployment.<standalone>.ci_cd.application.source.path": { "ci-cd": { says: ["W755"] } },
  "deployment.<docker_compose>.ci_cd.application.source.path": { "ci-cd": { says: ["W755"] } },
  "deployment.<kubernetes>.ci_cd.application.source.target_revision": {
    "ci-cd": { becomes: ["Application.spec.source.targetRevision"] },
  },
  "deployment.<yarn>.ci_cd.application.source.target_revision": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<standalone>.ci_cd.application.source.target_revision": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<docker_compose>.ci_cd.application.source.target_revision": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<kubernetes>.ci_cd.application.namespace": {
    "ci-cd": { becomes: ["Application.metadata.namespace"] },
  },
  "deployment.<yarn>.ci_cd.application.namespace": { "ci-cd": { says: ["E934"] } },
  "deployment.<standalone>.ci_cd.application.namespace": { "ci-cd": { says: ["E934"] } },
  "deployment.<docker_compose>.ci_cd.application.namespace": { "ci-cd": { says: ["E934"] } },
  "deployment.<kubernetes>.ci_cd.application.destination.server": {
    "ci-cd": { becomes: ["Application.spec.destination.server"] },
  },
  "deployment.<yarn>.ci_cd.application.destination.server": { "ci-cd": { says: ["W767"] } },
  "deployment.<standalone>.ci_cd.application.destination.server": { "ci-cd": { says: ["W767"] } },
  "deployment.<docker_compose>.ci_cd.application.destination.server": {
    "ci-cd": { says: ["W767"] },
  },
  "deployment.<kubernetes>.ci_cd.application.destination.name": {
    "ci-cd": {
      becomes: ["Application.spec.destination.name", "Application.spec.destination.server"],
    },
  },
  "deployment.<yarn>.ci_cd.application.destination.name": { "ci-cd": { says: ["W767"] } },
  "deployment.<standalone>.ci_cd.application.destination.name": { "ci-cd": { says: ["W767"] } },
  "deployment.<docker_compose>.ci_cd.application.destination.name": { "ci-cd": { says: ["W767"] } },
  "deployment.<kubernetes>.ci_cd.application.destination.namespace": {
    "ci-cd": { becomes: ["Application.spec.destination.namespace"] },
  },
  "deployment.<yarn>.ci_cd.application.destination.namespace": { "ci-cd": { says: ["E934"] } },
  "deployment.<standalone>.ci_cd.application.destination.namespace": {
    "ci-cd": { says: ["E934"] },
  },
  "deployment.<docker_compose>.ci_cd.application.destination.namespace": {
    "ci-cd": { says: ["E934"] },
  },
  "deployment.ci_cd.pipeline.output": {
    "ci-cd": {
      becomes: [
        "production.yml.jobs.deploy.steps.run",
        "production.yml.jobs.nexgen-check.steps.run",
      ],
    },
  },
  "deployment.ci_cd.pipeline.source": {
    "ci-cd": { becomes: ["production.yml.jobs.nexgen-check.steps.run"] },
  },
  "deployment.ci_cd.pipeline.processes": {
    "ci-cd": { becomes: ["production.yml.jobs.nexgen-check.steps.run"] },
  },
  "deployment.ci_cd.pipeline.runner_labels": {
    "ci-cd": { becomes: ["production.gitlab-ci.yml.deploy.tags"] },
  },
  "deployment.ci_cd.pipeline.image": {
    "ci-cd": { becomes: ["production.gitlab-ci.yml.deploy.image"] },
  },
  "deployment.<kubernetes>.ci_cd.pipeline.login": {
    "ci-cd": {
      becomes: [
        "production.yml.jobs.deploy.steps.env",
        "production.yml.jobs.deploy.steps.name",
        "production.yml.jobs.deploy.steps.run",
      ],
    },
  },
  "deployment.<yarn>.ci_cd.pipeline.login": {
    "ci-cd": { becomes: ["production.yml.jobs.deploy.steps"] },
  },
  "deployment.<standalone>.ci_cd.pipeline.login": {
    "ci-cd": { becomes: ["production.yml.jobs.deploy.steps"] },
  },
  "deployment.<docker_compose>.ci_cd.pipeline.login": {
    "ci-cd": { becomes: ["production.yml.jobs.deploy.steps"] },
  },
  "deployment.<kubernetes>.ci_cd.sync_policy.automated.prune": {
    "ci-cd": { becomes: ["Application.spec.syncPolicy.automated"] },
  },
  "deployment.<yarn>.ci_cd.sync_policy.automated.prune": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<standalone>.ci_cd.sync_policy.automated.prune": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<docker_compose>.ci_cd.sync_policy.automated.prune": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<kubernetes>.ci_cd.sync_policy.automated.self_heal": {
    "ci-cd": { becomes: ["Application.spec.syncPolicy.automated"] },
  },
  "deployment.<yarn>.ci_cd.sync_policy.automated.self_heal": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<standalone>.ci_cd.sync_policy.automated.self_heal": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<docker_compose>.ci_cd.sync_policy.automated.self_heal": {
    "ci-cd": { whole: "ci_cd", says: ["E753"] },
  },
  "deployment.<kubernetes>.ci_cd.sync_policy.sync_options": {
    "ci-cd": { becomes: ["Application.spec.syncPolicy.syncOptions"] },
  },
  "deployment.<yarn>.ci_cd.sync_policy.sync_options": { "ci-cd": { says: ["E934"] } },
  "deployment.<standalone>.ci_cd.sync_policy.sync_options": { "ci-cd": { says: ["E934"] } },
  "deployment.<docker_compose>.ci_cd.sync_policy.sync_options": { "ci-cd": { says: ["E934"] } },
  "deployment.ci_cd.<job name>.stage": {
    "ci-cd": { becomes: ["production.gitlab-ci.yml.zero.stage"] },
  },
  "deployment.ci_cd.<job name>.environment": {
    "ci-cd": {
      becomes: [
        "production.gitlab-ci.yml.zero.environment.name",
        "production.gitlab-ci.yml.zero.resource_group",
      ],
    },
  },
  "deployment.ci_cd.<job name>.when": {
    "ci-cd": { becomes: ["production.gitlab-ci.yml.zero.when"] },
  },
  "deployment.ci_cd.<job name>.only": {
    "ci-cd": { becomes: ["production.gitlab-ci.yml.zero.rules"] },
  },
  "deployment.ci_cd.<job name>.script": {
    "ci-cd": {
      becomes: [
        "production.gitlab-ci.yml.zero.resource_group",
        "production.gitlab-ci.yml.zero.script",
      ],
    },
  },
  "deployment.<kubernetes>.mode": { k8s: { says: ["W701"] } },
  "deployment.<yarn>.mode": {
    yarn: {
      becomes: [
        "env.java.opts.all",
        "high-availability.storageDir",
        "high-availability.type",
        "high-availability.zookeeper.quorum",
        "rest.port",
        "session.bash",
        "session.sh",
        "submit.sh",
        "taskmanager.memory.managed.size",
        "taskmanager.memory.network.max",
        "taskmanager.memory.network.min",
      ],
    },
  },
  "deployment.<kubernetes>.namespace": {
    k8s: {
      becomes: [
        "FlinkDeployment.metadata.namespace",
        "Kustomization.resources",
        "Namespace",
        "Role.metadata.namespace",
        "RoleBinding.metadata.namespace",
        "RoleBinding.subjects.namespace",
        "ServiceAccount.metadata.namespace",
      ],
    },
  },
  "deployment.<kubernetes>.service_account": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.serviceAccount",
        "Role.metadata.name",
        "RoleBinding.metadata.name",
        "RoleBinding.roleRef.name",
        "RoleBinding.subjects.name",
        "ServiceAccount.metadata.name",
      ],
    },
  },
  "deployment.<kubernetes>.kubernetes.context": { k8s: { becomes: ["README.md"] } },
  "deployment.<kubernetes>.kubernetes.config_file": { k8s: { says: ["W940"] } },
  "deployment.<kubernetes>.kubernetes.flavor": {
    k8s: {
      becomes: [
        "ConfigMap",
        "Deployment",
        "FlinkDeployment",
        "Kustomization.resources",
        "NetworkPolicy",
        "PodDisruptionBudget",
        "Role",
        "RoleBinding",
        "Service",
      ],
    },
  },
  "deployment.<kubernetes>.kubernetes.ingress_class": {
    k8s: { becomes: ["Ingress.spec.ingressClassName"] },
  },
  "deployment.<kubernetes>.image.repository": { k8s: { becomes: ["FlinkDeployment.spec.image"] } },
  "deployment.<kubernetes>.image.tag": { k8s: { becomes: ["FlinkDeployment.spec.image"] } },
  "deployment.<kubernetes>.image.digest": { k8s: { becomes: ["FlinkDeployment.spec.image"] } },
  "deployment.<kubernetes>.image.pull_policy": {
    k8s: { becomes: ["FlinkDeployment.spec.imagePullPolicy"] },
  },
  "deployment.<kubernetes>.image.pull_secrets": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec"] },
  },
  "deployment.<kubernetes>.job_manager.replicas": {
    k8s: { becomes: ["FlinkDeployment.spec.jobManager.replicas"] },
  },
  "deployment.<kubernetes>.job_manager.resources.cpu": {
    k8s: { becomes: ["FlinkDeployment.spec.jobManager.resource.cpu"] },
  },
  "deployment.<kubernetes>.job_manager.resources.memory": {
    k8s: { becomes: ["FlinkDeployment.spec.jobManager.resource.memory"] },
  },
  "deployment.<kubernetes>.task_manager.replicas": { k8s: { says: ["W906"] } },
  "deployment.<kubernetes>.task_manager.resources.cpu": {
    k8s: { becomes: ["FlinkDeployment.spec.taskManager.resource.cpu"] },
  },
  "deployment.<kubernetes>.task_manager.resources.memory": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.taskManager.resource.cpu",
        "FlinkDeployment.spec.taskManager.resource.memory",
        "taskmanager.numberOfTaskSlots",
      ],
    },
  },
  "deployment.<kubernetes>.pod_template": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.metadata.labels.team"] },
  },
  "deployment.<kubernetes>.ingress.enabled": {
    model: { says: ["E752"] },
    k8s: { becomes: ["Ingress", "Kustomization.resources"] },
  },
  "deployment.<kubernetes>.ingress.host": { k8s: { becomes: ["Ingress.spec.rules.host"] } },
  "deployment.<kubernetes>.ingress.tls.enabled": {
    model: { says: ["E752"] },
    k8s: { becomes: ["FlinkDeployment.spec.ingress.tls"] },
  },
  "deployment.<kubernetes>.ingress.tls.secret_name": { k8s: { becomes: ["Ingress.spec.tls"] } },
  "deployment.<kubernetes>.service.type": {
    k8s: { becomes: ["kubernetes.rest-service.exposed.type"] },
  },
  "deployment.<kubernetes>.service.rest_port": { k8s: { becomes: ["rest.port"] } },
  "deployment.<kubernetes>.service.blob_port": { k8s: { becomes: ["blob.server.port"] } },
  "deployment.<kubernetes>.service.query_port": { k8s: { says: ["W901"] } },
  "deployment.<kubernetes>.native.pod_template_file": { k8s: { says: ["W940"] } },
  "deployment.<kubernetes>.native.quotas.cpu": {
    k8s: { becomes: ["Kustomization.resources", "ResourceQuota"] },
  },
  "deployment.<kubernetes>.native.quotas.memory": {
    k8s: {
      becomes: [
        "ResourceQuota.spec.hard[limits.memory]",
        "ResourceQuota.spec.hard[requests.memory]",
      ],
    },
  },
  "deployment.<kubernetes>.application.main_class": {
    k8s: { becomes: ["FlinkDeployment.spec.job.entryClass"] },
  },
  "deployment.<kubernetes>.application.args": {
    k8s: { becomes: ["FlinkDeployment.spec.job.args"] },
  },
  "deployment.<kubernetes>.application.artifacts": {
    k8s: { becomes: ["FlinkDeployment.spec.job.jarURI"] },
  },
  "deployment.<yarn>.queue": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.yarn.resource_manager": {
    yarn: { becomes: ["flink.yarn.resourcemanager.address"] },
  },
  "deployment.<yarn>.yarn.config_dir": {
    yarn: { becomes: ["env.hadoop.conf.dir", "env.yarn.conf.dir", "submit.sh"] },
  },
  "deployment.<yarn>.application.name": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.application.type": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.application.tags": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.application.priority": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.application.attempts": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.application.node_label": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.application_master.memory": {
    model: { says: ["E750"] },
    yarn: { becomes: ["submit.sh"] },
  },
  "deployment.<yarn>.application_master.vcores": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.container.memory": {
    model: { says: ["E750"] },
    yarn: { becomes: ["submit.sh"] },
  },
  "deployment.<yarn>.container.vcores": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.container.count": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.container.node_label": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.resource.dynamic.enabled": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.resource.dynamic.min_containers": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.resource.dynamic.max_containers": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.resource.dynamic.idle_timeout": {
    yarn: { becomes: ["resourcemanager.taskmanager-timeout"] },
  },
  "deployment.<yarn>.resource.maximum.memory": { yarn: { says: ["E754"] } },
  "deployment.<yarn>.resource.maximum.vcores": { yarn: { says: ["E754"] } },
  "deployment.<yarn>.yarn_settings.ship_files": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.yarn_settings.provided_lib_dirs": { yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.yarn_settings.log_aggregation.enabled": { yarn: { says: ["W910"] } },
  "deployment.<yarn>.yarn_settings.log_aggregation.rolling_interval": { yarn: { says: ["W910"] } },
  "deployment.<yarn>.kerberos.enabled": {
    model: { says: ["E752"] },
    yarn: {
      becomes: ["security.kerberos.login.keytab", "security.kerberos.login.principal", "submit.sh"],
    },
  },
  "deployment.<yarn>.kerberos.principal": {
    yarn: { becomes: ["security.kerberos.login.principal", "submit.sh"] },
  },
  "deployment.<yarn>.kerberos.keytab": {
    yarn: { becomes: ["security.kerberos.login.keytab", "submit.sh"] },
  },
  "deployment.<yarn>.kerberos.renew_interval": { yarn: { says: ["W901"] } },
  "deployment.<yarn>.session.name": { model: { says: ["W701"] }, yarn: { becomes: ["submit.sh"] } },
  "deployment.<yarn>.session.task_managers": {
    model: { says: ["W701"] },
    yarn: { becomes: ["submit.sh"] },
  },
  "deployment.<yarn>.session.slots_per_task_manager": {
    model: { says: ["W701"] },
    yarn: { becomes: ["submit.sh"] },
  },
  "deployment.<yarn>.per_job.detached": { model: { says: ["W701"] } },
  "deployment.<yarn>.per_job.shutdown_on_completion": { model: { says: ["W701"] } },
  "deployment.<standalone>.cluster.job_manager.host": {
    standalone: {
      becomes: [
        "cluster.sh",
        "env.java.opts.all",
        "high-availability.cluster-id",
        "high-availability.storageDir",
        "high-availability.type",
        "high-availability.zookeeper.quorum",
        "jobmanager.memory.process.size",
        "jobmanager.rpc.address",
        "masters",
        "rest.port",
        "submit.sh",
        "taskmanager.memory.managed.size",
        "taskmanager.memory.network.max",
        "taskmanager.memory.network.min",
        "taskmanager.memory.process.size",
        "taskmanager.numberOfTaskSlots",
        "workers",
      ],
    },
  },
  "deployment.<standalone>.cluster.job_manager.port": {
    standalone: { becomes: ["jobmanager.rpc.port"] },
  },
  "deployment.<standalone>.cluster.job_manager.web_port": {
    model: { says: ["E750"] },
    standalone: { becomes: ["cluster.sh", "masters", "rest.port", "submit.sh"] },
  },
  "deployment.<standalone>.cluster.task_managers[].host": {
    standalone: {
      becomes: [
        "cluster.sh",
        "env.java.opts.all",
        "high-availability.cluster-id",
        "high-availability.storageDir",
        "high-availability.type",
        "high-availability.zookeeper.quorum",
        "jobmanager.memory.process.size",
        "jobmanager.rpc.address",
        "rest.port",
        "taskmanager.memory.managed.size",
        "taskmanager.memory.network.max",
        "taskmanager.memory.network.min",
        "taskmanager.memory.process.size",
        "taskmanager.numberOfTaskSlots",
        "workers",
      ],
    },
  },
  "deployment.<standalone>.cluster.task_managers[].port": {
    standalone: { becomes: ["taskmanager.rpc.port"] },
  },
  "deployment.<standalone>.cluster.task_managers[].slots": {
    model: { says: ["E750"] },
    standalone: { becomes: ["taskmanager.memory.process.size", "taskmanager.numberOfTaskSlots"] },
  },
  "deployment.<docker_compose>.compose.project_name": {
    compose: { becomes: ["compose.yaml.name"] },
  },
  "deployment.<docker_compose>.compose.services.<service name>.image": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-jobmanager.image",
      ],
    },
  },
  "deployment.<docker_compose>.compose.services.<service name>.ports": {
    compose: { becomes: ["compose.yaml.services.<process>-jobmanager.ports"] },
  },
  "deployment.<docker_compose>.compose.services.<service name>.environment": {
    compose: { becomes: ["compose.yaml.services.<process>-jobmanager.environment"] },
  },
  "deployment.<docker_compose>.compose.services.<service name>.replicas": {
    compose: { says: ["W762"] },
  },
  "deployment.<docker_compose>.compose.services.<service name>.depends_on": {
    compose: { becomes: ["compose.yaml.services.kafka.depends_on"] },
  },
  "deployment.<docker_compose>.compose.services.<service name>.command": {
    compose: { says: ["W762"] },
  },
  "deployment.<docker_compose>.compose.services.<service name>.volumes": {
    compose: { becomes: ["compose.yaml.services.<process>-jobmanager.volumes"] },
  },
  "deployment.<docker_compose>.compose.services.<service name>.healthcheck": {
    compose: { becomes: ["compose.yaml.services.<process>-jobmanager.healthcheck.test"] },
  },
  "deployment.<docker_compose>.compose.<service name>.image": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.depends_on",
        "compose.yaml.services.sample",
      ],
    },
  },
  "deployment.<docker_compose>.compose.<service name>.ports": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.depends_on",
        "compose.yaml.services.sample",
      ],
    },
  },
  "deployment.<docker_compose>.compose.<service name>.environment": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.depends_on",
        "compose.yaml.services.sample",
      ],
    },
  },
  "deployment.<docker_compose>.compose.<service name>.replicas": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.depends_on",
        "compose.yaml.services.sample",
      ],
    },
  },
  "deployment.<docker_compose>.compose.<service name>.depends_on": {
    compose: { becomes: ["compose.yaml.services.sample.depends_on"] },
  },
  "deployment.<docker_compose>.compose.<service name>.command": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.depends_on",
        "compose.yaml.services.sample",
      ],
    },
  },
  "deployment.<docker_compose>.compose.<service name>.volumes": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.depends_on",
        "compose.yaml.services.sample",
      ],
    },
  },
  "deployment.<docker_compose>.compose.<service name>.healthcheck": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.depends_on",
        "compose.yaml.services.sample",
      ],
    },
  },
  "deployment.<docker_compose>.volumes": {
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.volumes",
        "compose.yaml.services.<process>-taskmanager.volumes",
      ],
    },
  },
};
