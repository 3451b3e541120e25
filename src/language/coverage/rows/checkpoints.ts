// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const checkpointsRows: CoverageRows = {
  "checkpoints.checkpoint.interval": {
    "flink-conf k8s yarn standalone compose": { becomes: ["execution.checkpointing.interval"] },
  },
  "checkpoints.checkpoint.min_pause": {
    "flink-conf k8s yarn standalone compose": { becomes: ["execution.checkpointing.min-pause"] },
  },
  "checkpoints.checkpoint.timeout": {
    "flink-conf k8s yarn standalone compose": { becomes: ["execution.checkpointing.timeout"] },
  },
  "checkpoints.checkpoint.max_concurrent": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["execution.checkpointing.max-concurrent-checkpoints"],
    },
  },
  "checkpoints.checkpoint.mode": {
    "flink-conf k8s yarn standalone compose": { becomes: ["execution.checkpointing.mode"] },
  },
  "checkpoints.checkpoint.incremental": {
    "flink-conf k8s yarn standalone compose": { becomes: ["execution.checkpointing.incremental"] },
  },
  "checkpoints.checkpoint.alignment.type": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["execution.checkpointing.unaligned.enabled"],
    },
  },
  "checkpoints.<s3>.checkpoint.alignment.timeout": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "checkpoints.<hdfs>.checkpoint.alignment.timeout": {
    "flink-conf k8s": { becomes: ["execution.checkpointing.aligned-checkpoint-timeout"] },
    "yarn standalone compose": { says: ["W901"] },
  },
  "checkpoints.<gcs>.checkpoint.alignment.timeout": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["execution.checkpointing.aligned-checkpoint-timeout"],
    },
  },
  "checkpoints.<azure_blob>.checkpoint.alignment.timeout": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["execution.checkpointing.aligned-checkpoint-timeout"],
    },
  },
  "checkpoints.<filesystem>.checkpoint.alignment.timeout": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["execution.checkpointing.aligned-checkpoint-timeout"],
    },
  },
  "checkpoints.checkpoint.alignment.buffer_debloat": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["taskmanager.network.memory.buffer-debloat.enabled"],
    },
  },
  "checkpoints.checkpoint.tolerable_failed_checkpoints": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["execution.checkpointing.tolerable-failed-checkpoints"],
    },
  },
  "checkpoints.<s3>.savepoint.directory": {
    "flink-conf k8s compose": { becomes: ["execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.savepoint-dir", "submit.sh"] },
  },
  "checkpoints.<hdfs>.savepoint.directory": {
    "flink-conf k8s": { becomes: ["execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.savepoint-dir", "submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
        "execution.checkpointing.savepoint-dir",
      ],
    },
  },
  "checkpoints.<gcs>.savepoint.directory": {
    "flink-conf k8s compose": { becomes: ["execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.savepoint-dir", "submit.sh"] },
  },
  "checkpoints.<azure_blob>.savepoint.directory": {
    "flink-conf k8s": { becomes: ["execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.savepoint-dir", "submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
        "execution.checkpointing.savepoint-dir",
      ],
    },
  },
  "checkpoints.<filesystem>.savepoint.directory": {
    "flink-conf k8s": { becomes: ["execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.savepoint-dir", "submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
        "execution.checkpointing.savepoint-dir",
      ],
    },
  },
  "checkpoints.retention.max_checkpoints": {
    "flink-conf k8s yarn standalone compose": { becomes: ["execution.checkpointing.num-retained"] },
  },
  "checkpoints.retention.cleanup_on_cancel": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["execution.checkpointing.externalized-checkpoint-retention"],
    },
  },
  "checkpoints.retention.externalized": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["execution.checkpointing.externalized-checkpoint-retention"],
    },
  },
  "checkpoints.recovery.restart.strategy": {
    "flink-conf k8s yarn standalone compose": { becomes: ["restart-strategy.type"] },
  },
  "checkpoints.recovery.restart.initial_delay": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["restart-strategy.exponential-delay.initial-backoff"],
    },
  },
  "checkpoints.recovery.restart.max_delay": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["restart-strategy.exponential-delay.max-backoff"],
    },
  },
  "checkpoints.recovery.restart.backoff_multiplier": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["restart-strategy.exponential-delay.backoff-multiplier"],
    },
  },
  "checkpoints.recovery.restart.max_attempts": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["restart-strategy.exponential-delay.attempts-before-reset-backoff"],
    },
  },
  "checkpoints.recovery.state.skip_corrupted": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "checkpoints.recovery.state.allow_non_restored": {
    "flink-conf yarn standalone compose": {
      becomes: ["execution.state-recovery.ignore-unclaimed-state"],
    },
    k8s: { becomes: ["FlinkDeployment.spec.job.allowNonRestoredState"] },
  },
  "checkpoints.recovery.from_savepoint.path": {
    "flink-conf": { says: ["N904"] },
    k8s: { becomes: ["FlinkDeployment.spec.job.initialSavepointPath"] },
    "yarn standalone": { becomes: ["submit.sh"] },
    compose: { becomes: ["compose.yaml.services.<process>-jobmanager.command"] },
  },
  "checkpoints.recovery.from_savepoint.allow_non_restored": {
    "flink-conf yarn standalone compose": {
      becomes: ["execution.state-recovery.ignore-unclaimed-state"],
    },
    k8s: { becomes: ["FlinkDeployment.spec.job.allowNonRestoredState"] },
  },
  "checkpoints.monitoring.metrics.enabled": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "checkpoints.monitoring.metrics.histogram_sample_count": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "checkpoints.monitoring.history.num_checkpoints": {
    "flink-conf k8s yarn standalone compose": { becomes: ["web.checkpoints.history"] },
  },
  "checkpoints.monitoring.history.include_task_checkpoints": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "checkpoints.<s3>.monitoring.alerts.checkpoint_duration_warning": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "checkpoints.<hdfs>.monitoring.alerts.checkpoint_duration_warning": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<gcs>.monitoring.alerts.checkpoint_duration_warning": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<azure_blob>.monitoring.alerts.checkpoint_duration_warning": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<filesystem>.monitoring.alerts.checkpoint_duration_warning": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<s3>.monitoring.alerts.checkpoint_duration_critical": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "checkpoints.<hdfs>.monitoring.alerts.checkpoint_duration_critical": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<gcs>.monitoring.alerts.checkpoint_duration_critical": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<azure_blob>.monitoring.alerts.checkpoint_duration_critical": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<filesystem>.monitoring.alerts.checkpoint_duration_critical": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<s3>.monitoring.alerts.checkpoint_size_warning": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "checkpoints.<hdfs>.monitoring.alerts.checkpoint_size_warning": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<gcs>.monitoring.alerts.checkpoint_size_warning": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<azure_blob>.monitoring.alerts.checkpoint_size_warning": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.<filesystem>.monitoring.alerts.checkpoint_size_warning": {
    "prometheus-rules": { becomes: ["rules.test.yaml", "rules.yaml"] },
  },
  "checkpoints.regional": { model: { says: ["E702", "E718"] } },
  "checkpoints.bucket": {
    "flink-conf compose": { becomes: ["execution.checkpointing.dir"] },
    k8s: { becomes: ["execution.checkpointing.dir", "execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.dir", "submit.sh"] },
  },
  "checkpoints.prefix": {
    "flink-conf compose": { becomes: ["execution.checkpointing.dir"] },
    k8s: { becomes: ["execution.checkpointing.dir", "execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.dir", "submit.sh"] },
  },
  "checkpoints.<s3>.region": {
    "flink-conf k8s yarn standalone compose": { becomes: ["fs.s3a.endpoint.region"] },
  },
  "checkpoints.<s3>.s3.endpoint": {
    "flink-conf k8s yarn standalone compose": { becomes: ["s3.endpoint"] },
  },
  "checkpoints.<s3>.s3.path_style_access": {
    "flink-conf k8s yarn standalone compose": { becomes: ["s3.path.style.access"] },
  },
  "checkpoints.<s3>.s3.multipart_upload_threshold": {
    "flink-conf k8s yarn standalone compose": { becomes: ["s3.multipart.threshold"] },
  },
  "checkpoints.<s3>.s3.multipart_upload_part_size": {
    "flink-conf k8s yarn standalone compose": { becomes: ["s3.multipart.size"] },
  },
  "checkpoints.<s3>.auth.type": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["s3.assumed.role.arn", "s3.aws.credentials.provider"],
    },
  },
  "checkpoints.<gcs>.auth.type": {
    "flink-conf standalone compose": { says: ["N903", "W701"] },
    "k8s yarn": {
      becomes: [
        "containerized.master.env.GOOGLE_APPLICATION_CREDENTIALS",
        "containerized.taskmanager.env.GOOGLE_APPLICATION_CREDENTIALS",
      ],
    },
  },
  "checkpoints.<s3>.auth.access_key": {
    model: { says: ["E752"] },
    "flink-conf": { becomes: ["README.md"] },
    k8s: {
      becomes: ["FlinkDeployment.spec.podTemplate.spec.containers.env.valueFrom.secretKeyRef.key"],
    },
    yarn: { becomes: ["submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
    standalone: { says: ["N903"] },
  },
  "checkpoints.<s3>.auth.secret_key": {
    model: { says: ["E752"] },
    "flink-conf": { becomes: ["README.md"] },
    k8s: {
      becomes: ["FlinkDeployment.spec.podTemplate.spec.containers.env.valueFrom.secretKeyRef.key"],
    },
    yarn: { becomes: ["submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
    standalone: { says: ["N903"] },
  },
  "checkpoints.<s3>.auth.role_arn": {
    model: { says: ["E752"] },
    "flink-conf k8s yarn standalone compose": { becomes: ["s3.assumed.role.arn"] },
  },
  "checkpoints.<s3>.encryption.type": {
    "flink-conf k8s yarn standalone compose": { becomes: ["s3.server-side-encryption-algorithm"] },
  },
  "checkpoints.<s3>.encryption.kms_key_id": {
    "flink-conf k8s yarn standalone compose": { becomes: ["s3.server-side-encryption.key"] },
  },
  "checkpoints.<s3>.replication.enabled": {
    "flink-conf k8s yarn standalone compose": { says: ["W910"] },
  },
  "checkpoints.<s3>.replication.destination_bucket": {
    model: { says: ["E752"] },
    "flink-conf k8s yarn standalone compose": { whole: "replication", says: ["W910"] },
  },
  "checkpoints.<s3>.replication.destination_region": {
    model: { says: ["E752"] },
    "flink-conf k8s yarn standalone compose": { whole: "replication", says: ["W910"] },
  },
  "checkpoints.<hdfs>.path": {
    "flink-conf yarn standalone compose": { becomes: ["execution.checkpointing.dir"] },
    k8s: { becomes: ["execution.checkpointing.dir", "execution.checkpointing.savepoint-dir"] },
  },
  "checkpoints.<filesystem>.path": {
    "flink-conf": { becomes: ["execution.checkpointing.dir"] },
    k8s: { becomes: ["execution.checkpointing.dir", "execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.dir", "submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-jobmanager.volumes",
        "compose.yaml.services.<process>-taskmanager.environment",
        "compose.yaml.services.<process>-taskmanager.volumes",
        "compose.yaml.volumes[state.<name>.x]",
        "compose.yaml.volumes[state.states]",
        "execution.checkpointing.dir",
      ],
    },
  },
  "checkpoints.<hdfs>.hdfs.replication": {
    "flink-conf k8s yarn standalone compose": { becomes: ["flink.hadoop.dfs.replication"] },
  },
  "checkpoints.<hdfs>.hdfs.block_size": {
    "flink-conf k8s yarn standalone compose": { becomes: ["flink.hadoop.dfs.blocksize"] },
  },
  "checkpoints.<hdfs>.hdfs.config_path": {
    "flink-conf k8s yarn standalone compose": { becomes: ["env.hadoop.conf.dir"] },
  },
  "checkpoints.<hdfs>.kerberos.enabled": {
    "flink-conf k8s standalone compose": {
      becomes: ["security.kerberos.login.keytab", "security.kerberos.login.principal"],
    },
    yarn: {
      becomes: ["security.kerberos.login.keytab", "security.kerberos.login.principal", "submit.sh"],
    },
  },
  "checkpoints.<hdfs>.kerberos.principal": {
    model: { says: ["E752"] },
    "flink-conf k8s standalone compose": { becomes: ["security.kerberos.login.principal"] },
    yarn: { becomes: ["security.kerberos.login.principal", "submit.sh"] },
  },
  "checkpoints.<hdfs>.kerberos.keytab": {
    model: { says: ["E752"] },
    "flink-conf k8s standalone compose": { becomes: ["security.kerberos.login.keytab"] },
    yarn: { becomes: ["security.kerberos.login.keytab", "submit.sh"] },
  },
  "checkpoints.<gcs>.gcs.project_id": {
    "flink-conf k8s yarn standalone compose": { becomes: ["fs.gs.project.id"] },
  },
  "checkpoints.<gcs>.auth.key_file": {
    model: { says: ["E752"] },
    "k8s yarn": {
      becomes: [
        "containerized.master.env.GOOGLE_APPLICATION_CREDENTIALS",
        "containerized.taskmanager.env.GOOGLE_APPLICATION_CREDENTIALS",
      ],
    },
    "flink-conf standalone compose": { says: ["N903"] },
  },
  "checkpoints.<azure_blob>.container": {
    "flink-conf compose": { becomes: ["execution.checkpointing.dir"] },
    k8s: { becomes: ["execution.checkpointing.dir", "execution.checkpointing.savepoint-dir"] },
    "yarn standalone": { becomes: ["execution.checkpointing.dir", "submit.sh"] },
  },
  "checkpoints.<azure_blob>.azure.account_name": {
    "flink-conf compose": {
      becomes: [
        "execution.checkpointing.dir",
        "fs.azure.account.auth.type.<name>.dfs.core.windows.net",
        "fs.azure.account.auth.type.states.dfs.core.windows.net",
        "fs.azure.account.oauth.provider.type.<name>.dfs.core.windows.net",
        "fs.azure.account.oauth.provider.type.states.dfs.core.windows.net",
      ],
    },
    k8s: {
      becomes: [
        "execution.checkpointing.dir",
        "execution.checkpointing.savepoint-dir",
        "fs.azure.account.auth.type.<name>.dfs.core.windows.net",
        "fs.azure.account.auth.type.states.dfs.core.windows.net",
        "fs.azure.account.oauth.provider.type.<name>.dfs.core.windows.net",
        "fs.azure.account.oauth.provider.type.states.dfs.core.windows.net",
      ],
    },
    "yarn standalone": {
      becomes: [
        "execution.checkpointing.dir",
        "fs.azure.account.auth.type.<name>.dfs.core.windows.net",
        "fs.azure.account.auth.type.states.dfs.core.windows.net",
        "fs.azure.account.oauth.provider.type.<name>.dfs.core.windows.net",
        "fs.azure.account.oauth.provider.type.states.dfs.core.windows.net",
        "submit.sh",
      ],
    },
  },
  "checkpoints.<azure_blob>.azure.account_key": {
    model: { says: ["E752"] },
    "flink-conf": { becomes: ["README.md"] },
    k8s: {
      becomes: ["FlinkDeployment.spec.podTemplate.spec.containers.env.valueFrom.secretKeyRef.key"],
    },
    yarn: { becomes: ["submit.sh"] },
    compose: {
      becomes: [
        "compose.yaml.services.<process>-jobmanager.environment",
        "compose.yaml.services.<process>-taskmanager.environment",
      ],
    },
    standalone: { says: ["N903"] },
  },
  "checkpoints.<azure_blob>.azure.auth_type": {
    model: { says: ["W701"] },
    "flink-conf compose": {
      becomes: [
        "execution.checkpointing.dir",
        "fs.azure.account.auth.type.states.dfs.core.windows.net",
        "fs.azure.account.keyprovider.states.blob.core.windows.net",
        "fs.azure.account.oauth.provider.type.states.dfs.core.windows.net",
      ],
    },
    k8s: {
      becomes: [
        "execution.checkpointing.dir",
        "execution.checkpointing.savepoint-dir",
        "fs.azure.account.auth.type.states.dfs.core.windows.net",
        "fs.azure.account.keyprovider.states.blob.core.windows.net",
        "fs.azure.account.oauth.provider.type.states.dfs.core.windows.net",
      ],
    },
    "yarn standalone": {
      becomes: [
        "execution.checkpointing.dir",
        "fs.azure.account.auth.type.states.dfs.core.windows.net",
        "fs.azure.account.keyprovider.states.blob.core.windows.net",
        "fs.azure.account.oauth.provider.type.states.dfs.core.windows.net",
        "submit.sh",
      ],
    },
  },
};
