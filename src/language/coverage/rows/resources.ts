// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const resourcesRows: CoverageRows = {
  "resources._group": {
    "flink-conf standalone compose": {
      becomes: ["env.java.opts.jobmanager", "env.java.opts.taskmanager"],
    },
    k8s: {
      becomes: [
        "FlinkDeployment.spec.taskManager.resource.cpu",
        "env.java.opts.jobmanager",
        "env.java.opts.taskmanager",
      ],
    },
    yarn: { becomes: ["env.java.opts.jobmanager", "env.java.opts.taskmanager", "submit.sh"] },
  },
  "resources.parallelism": {
    "flink-conf yarn standalone compose": { becomes: ["parallelism.default"] },
    k8s: { becomes: ["FlinkDeployment.spec.job.parallelism"] },
  },
  "resources.parallelism.initial": {
    "flink-conf yarn standalone compose": { becomes: ["parallelism.default"] },
    k8s: { becomes: ["FlinkDeployment.spec.job.parallelism"] },
  },
  "resources.parallelism.min": {
    model: { says: ["E752", "E753"] },
    k8s: { becomes: ["job.autoscaler.vertex.min-parallelism"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "resources.parallelism.max": {
    model: { says: ["E753"] },
    "flink-conf yarn standalone compose": { becomes: ["pipeline.max-parallelism"] },
    k8s: { becomes: ["job.autoscaler.vertex.max-parallelism", "pipeline.max-parallelism"] },
  },
  "resources.max_parallelism": {
    model: { says: ["E753"] },
    "flink-conf k8s yarn standalone compose": { becomes: ["pipeline.max-parallelism"] },
  },
  "resources.task_memory": {
    "flink-conf standalone compose": { becomes: ["taskmanager.memory.process.size"] },
    k8s: { becomes: ["FlinkDeployment.spec.taskManager.resource.memory"] },
    yarn: { becomes: ["submit.sh"] },
  },
  "resources.task_cpu": {
    k8s: { becomes: ["FlinkDeployment.spec.taskManager.resource.cpu"] },
    yarn: { becomes: ["submit.sh"] },
    "standalone compose": { says: ["W762"] },
  },
  "resources.operators.<operator name>.parallelism": {
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "resources.checkpoint": {
    model: { says: ["W751"] },
    "flink-conf": {
      becomes: [
        "execution.checkpointing.dir",
        "execution.checkpointing.interval",
        "execution.checkpointing.storage",
        "execution.checkpointing.unaligned.enabled",
        "restart-strategy.type",
      ],
    },
    k8s: {
      becomes: [
        "FlinkDeployment.spec.job.upgradeMode",
        "execution.checkpointing.dir",
        "execution.checkpointing.interval",
        "execution.checkpointing.savepoint-dir",
        "execution.checkpointing.storage",
        "execution.checkpointing.unaligned.enabled",
        "restart-strategy.type",
      ],
    },
    "yarn standalone": {
      becomes: [
        "execution.checkpointing.dir",
        "execution.checkpointing.interval",
        "execution.checkpointing.storage",
        "execution.checkpointing.unaligned.enabled",
        "restart-strategy.type",
        "submit.sh",
      ],
    },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
        "execution.checkpointing.dir",
        "execution.checkpointing.interval",
        "execution.checkpointing.storage",
        "execution.checkpointing.unaligned.enabled",
        "restart-strategy.type",
      ],
    },
  },
  "resources.state_backend": {
    model: { says: ["W751"] },
    "flink-conf k8s yarn standalone compose": { becomes: ["state.backend.type"] },
  },
  "resources.jar": {
    k8s: { becomes: ["FlinkDeployment.spec.job.jarURI"] },
    "yarn standalone": { becomes: ["submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.volumes",
        "compose.yaml.services.<process>-taskmanager.volumes",
      ],
    },
  },
  "resources.main_class": {
    k8s: { becomes: ["FlinkDeployment.spec.job.entryClass"] },
    "yarn standalone": { becomes: ["submit.sh"] },
    compose: { becomes: ["compose.yaml.services.<process>-jobmanager.command"] },
  },
  "resources.args": {
    k8s: { becomes: ["FlinkDeployment.spec.job.args"] },
    "yarn standalone": { becomes: ["submit.sh"] },
    compose: { becomes: ["compose.yaml.services.<process>-jobmanager.command"] },
  },
  "resources.flink_options": {
    "flink-conf k8s yarn standalone compose": { becomes: ["web.timeout"] },
  },
  "resources.memory.heap": {
    "flink-conf k8s": { becomes: ["taskmanager.memory.task.heap.size"] },
    "yarn standalone compose": {
      becomes: ["taskmanager.memory.jvm-overhead.max", "taskmanager.memory.task.heap.size"],
    },
  },
  "resources.memory.managed": {
    "flink-conf k8s yarn standalone compose": { becomes: ["taskmanager.memory.managed.size"] },
  },
  "resources.memory.network": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.network.max", "taskmanager.memory.network.min"],
    },
  },
  "resources.memory.network_min": {
    "flink-conf k8s": { becomes: ["taskmanager.memory.network.min"] },
    "yarn standalone compose": {
      becomes: ["taskmanager.memory.network.max", "taskmanager.memory.network.min"],
    },
  },
  "resources.memory.network_max": {
    "flink-conf k8s": { becomes: ["taskmanager.memory.network.max"] },
    "yarn standalone compose": {
      becomes: ["taskmanager.memory.network.max", "taskmanager.memory.network.min"],
    },
  },
  "resources.memory.framework_heap": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.framework.heap.size"],
    },
  },
  "resources.memory.framework_off_heap": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.framework.off-heap.size"],
    },
  },
  "resources.memory.task_off_heap": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.task.off-heap.size"],
    },
  },
  "resources.jvm.options": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["env.java.opts.jobmanager", "env.java.opts.taskmanager"],
    },
  },
  "resources.jvm.metaspace": {
    "flink-conf k8s yarn standalone compose": { becomes: ["env.java.opts.taskmanager"] },
  },
  "resources.jvm.metaspace_max": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.jvm-metaspace.size"],
    },
  },
  "resources.cpu_shares": { "flink-conf k8s yarn standalone compose": { says: ["W901"] } },
  "resources.kubernetes.cpu.request": {
    k8s: { becomes: ["FlinkDeployment.spec.taskManager.resource.cpu"] },
    "yarn standalone compose": { says: ["W901"] },
  },
  "resources.kubernetes.cpu.limit": {
    k8s: { becomes: ["kubernetes.taskmanager.cpu.limit-factor"] },
    "yarn standalone compose": { says: ["W901"] },
  },
  "resources.network.exclusive_buffers_per_channel": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.network.memory.buffers-per-channel"],
    },
  },
  "resources.network.floating_buffers_per_gate": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.network.memory.floating-buffers-per-gate"],
    },
  },
  "resources.network.memory_segment_size": {
    "flink-conf k8s yarn standalone compose": { becomes: ["taskmanager.memory.segment-size"] },
  },
  "resources.network.buffer_timeout": {
    "flink-conf k8s yarn standalone compose": { becomes: ["execution.buffer-timeout.interval"] },
  },
  "resources.backpressure.credit_based": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.backpressure.buffer_debloat.enabled": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.network.memory.buffer-debloat.enabled"],
    },
  },
  "resources.backpressure.buffer_debloat.target": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.network.memory.buffer-debloat.target"],
    },
  },
  "resources.backpressure.buffer_debloat.min_buffers": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.backpressure.buffer_debloat.max_buffers": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.slot_sharing.enabled": {
    "flink-conf k8s yarn standalone compose": { says: ["W902"] },
  },
  "resources.slot_sharing.groups[].name": {
    model: { says: ["E702"] },
    "flink-conf k8s yarn standalone compose": { whole: "slot_sharing.groups", says: ["W902"] },
  },
  "resources.slot_sharing.groups[].operators": {
    model: { says: ["E702"] },
    "flink-conf k8s yarn standalone compose": { whole: "slot_sharing.groups", says: ["W902"] },
  },
  "resources.co_location": { "flink-conf k8s yarn standalone compose": { says: ["W901"] } },
  "resources.constraints.node_labels": {
    k8s: { becomes: ["FlinkDeployment.spec.podTemplate.spec"] },
    "yarn standalone compose": { says: ["W901"] },
  },
  "resources.constraints.anti_affinity": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W901"] },
  },
  "resources.constraints.topology.spread_constraint": {
    k8s: {
      becomes: [
        "FlinkDeployment.spec.taskManager.podTemplate",
        "kubernetes.operator.pod-template.merge-arrays-by-name",
      ],
    },
    "yarn standalone compose": { says: ["W901"] },
  },
  "resources.auto_scale.enabled": {
    k8s: { becomes: ["job.autoscaler.enabled", "jobmanager.scheduler"] },
    "yarn standalone compose": { says: ["W901", "W908"] },
  },
  "resources.auto_scale.metrics[].type": {
    model: { says: ["E702"] },
    k8s: { becomes: ["job.autoscaler.utilization.min", "job.autoscaler.utilization.target"] },
    "yarn standalone compose": { whole: "auto_scale", says: ["W901", "W908"] },
  },
  "resources.auto_scale.metrics[].target": {
    model: { says: ["E702"] },
    k8s: { becomes: ["job.autoscaler.utilization.min", "job.autoscaler.utilization.target"] },
    "yarn standalone compose": { whole: "auto_scale", says: ["W901", "W908"] },
  },
  "resources.auto_scale.cooldown_period": {
    k8s: { becomes: ["job.autoscaler.stabilization.interval"] },
    "yarn standalone compose": { whole: "auto_scale", says: ["W901"] },
  },
  "resources.auto_scale.scale_up_factor": {
    k8s: {
      becomes: [
        "job.autoscaler.enabled",
        "job.autoscaler.scale-up.max-factor",
        "jobmanager.scheduler",
      ],
    },
    "yarn standalone compose": { says: ["W901", "W908"] },
  },
  "resources.auto_scale.scale_down_factor": {
    k8s: {
      becomes: [
        "job.autoscaler.enabled",
        "job.autoscaler.scale-down.max-factor",
        "jobmanager.scheduler",
      ],
    },
    "yarn standalone compose": { says: ["W901", "W908"] },
  },
  "resources.monitoring.resource_metrics.enabled": {
    "flink-conf k8s yarn standalone compose": { becomes: ["metrics.system-resource"] },
  },
  "resources.monitoring.resource_metrics.interval": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["metrics.system-resource-probing-interval"],
    },
  },
  "resources.monitoring.alerts[].name": {
    model: { says: ["E702"] },
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.alertname",
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.summary",
        "rules.test.yaml.tests.name",
        "rules.yaml.groups.rules.alert",
        "rules.yaml.groups.rules.annotations.summary",
      ],
    },
  },
  "resources.monitoring.alerts[].condition": {
    model: { says: ["E702"] },
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "resources.monitoring.alerts[].action": {
    model: { says: ["E702"] },
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_labels.action",
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_labels.severity",
        "rules.yaml.groups.rules.labels.action",
        "rules.yaml.groups.rules.labels.severity",
      ],
    },
  },
  "resources.capacity.target_throughput": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.capacity.target_latency_p99": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.auto_size.based_on": {
    "flink-conf k8s yarn standalone compose": { whole: "auto_size", says: ["W901"] },
  },
  "resources.auto_size.events_per_second": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.auto_size.bytes_per_event": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.auto_size.processing_time_ms": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.sla.throughput.min": {
    "flink-conf k8s yarn standalone compose": { becomes: ["README.md"] },
  },
  "resources.sla.throughput.target": {
    "flink-conf k8s yarn standalone compose": { becomes: ["README.md"] },
  },
  "resources.sla.latency.p50": {
    "flink-conf k8s yarn standalone compose": { becomes: ["README.md"] },
  },
  "resources.sla.latency.p99": {
    "flink-conf k8s yarn standalone compose": { becomes: ["README.md"] },
  },
  "resources.sla.latency.max": {
    "flink-conf k8s yarn standalone compose": { becomes: ["README.md"] },
  },
  "resources.sla.availability": {
    "flink-conf k8s yarn standalone compose": { becomes: ["README.md"] },
  },
  "resources.limits.max_parallelism": { model: { says: ["E754"] } },
  "resources.limits.max_task_memory": { model: { says: ["E754"] } },
  "resources.limits.max_task_cpu": { model: { says: ["E754"] } },
  "resources.cost.max_monthly_cost": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.cost.instance_type_allowlist": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources.regional": { model: { says: ["E718"] } },
  "resources._task_managers.count": {
    "flink-conf k8s yarn standalone compose": { says: ["W906"] },
  },
  "resources._task_managers.cpu": {
    k8s: { becomes: ["FlinkDeployment.spec.taskManager.resource.cpu"] },
    yarn: { becomes: ["submit.sh"] },
    "standalone compose": { says: ["W762"] },
  },
  "resources._task_managers.slots_per_manager": {
    "flink-conf standalone": {
      becomes: ["taskmanager.memory.process.size", "taskmanager.numberOfTaskSlots"],
    },
    k8s: {
      becomes: [
        "FlinkDeployment.spec.taskManager.resource.cpu",
        "FlinkDeployment.spec.taskManager.resource.memory",
        "taskmanager.numberOfTaskSlots",
      ],
    },
    yarn: { becomes: ["submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-taskmanager.deploy.replicas",
        "taskmanager.memory.process.size",
        "taskmanager.numberOfTaskSlots",
      ],
    },
  },
  "resources._task_managers.auto_size.total_parallelism": {
    "flink-conf k8s yarn standalone compose": { becomes: ["README.md"] },
  },
  "resources._task_managers.memory": {
    "flink-conf k8s yarn standalone compose": {
      becomes: [
        "taskmanager.memory.managed.size",
        "taskmanager.memory.network.max",
        "taskmanager.memory.network.min",
      ],
    },
  },
  "resources._task_managers.memory.total": {
    "flink-conf standalone compose": { becomes: ["taskmanager.memory.process.size"] },
    k8s: { becomes: ["FlinkDeployment.spec.taskManager.resource.memory"] },
    yarn: { becomes: ["submit.sh"] },
  },
  "resources._task_managers.memory.flink.heap": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.jvm-overhead.max", "taskmanager.memory.task.heap.size"],
    },
  },
  "resources._task_managers.memory.flink.managed": {
    "flink-conf k8s yarn standalone compose": { becomes: ["taskmanager.memory.managed.size"] },
  },
  "resources._task_managers.memory.flink.network": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.network.max", "taskmanager.memory.network.min"],
    },
  },
  "resources._task_managers.memory.flink.framework": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "resources._task_managers.memory.flink.task_off_heap": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.task.off-heap.size"],
    },
  },
  "resources._task_managers.memory.jvm_metaspace": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.jvm-metaspace.size"],
    },
  },
  "resources._task_managers.memory.jvm_overhead": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.memory.jvm-overhead.max", "taskmanager.memory.jvm-overhead.min"],
    },
  },
  "resources._job_manager.memory": {
    "flink-conf standalone compose": { becomes: ["jobmanager.memory.process.size"] },
    k8s: { becomes: ["FlinkDeployment.spec.jobManager.resource.memory"] },
    yarn: { becomes: ["submit.sh"] },
  },
  "resources._job_manager.cpu": {
    k8s: { becomes: ["FlinkDeployment.spec.jobManager.resource.cpu"] },
    yarn: { becomes: ["submit.sh"] },
    "standalone compose": { says: ["W762"] },
  },
  "resources._job_manager.ha.type": {
    model: { says: ["E752"] },
    "flink-conf": {
      becomes: [
        "high-availability.type",
        "high-availability.zookeeper.quorum",
        "kubernetes.cluster-id",
        "kubernetes.namespace",
      ],
    },
    k8s: { becomes: ["high-availability.type", "high-availability.zookeeper.quorum"] },
    "yarn standalone compose": { says: ["E901"] },
  },
  "resources._job_manager.ha.zookeeper_quorum": {
    "flink-conf k8s yarn standalone compose": { becomes: ["high-availability.zookeeper.quorum"] },
  },
  "resources._job_manager.ha.storage_dir": {
    "flink-conf k8s yarn standalone compose": { becomes: ["high-availability.storageDir"] },
  },
  "resources._job_manager.web.port": {
    "flink-conf k8s yarn": { becomes: ["rest.port"] },
    standalone: { becomes: ["cluster.sh", "masters", "rest.port", "submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.healthcheck.test",
        "compose.yaml.services.<process>-jobmanager.ports",
        "rest.port",
      ],
    },
  },
  "resources._job_manager.web.submit_enable": {
    "flink-conf k8s yarn standalone compose": { becomes: ["web.submit.enable"] },
  },
  "resources._quotas.max_total_parallelism": { model: { says: ["E754"] } },
  "resources._quotas.max_total_memory": { model: { says: ["E754"] } },
  "resources._quotas.max_processes": { model: { says: ["E754"] } },
};
