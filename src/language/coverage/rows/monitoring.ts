// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const monitoringRows: CoverageRows = {
  "monitoring.metrics.<prometheus>.port": {
    "flink-conf yarn standalone compose": { becomes: ["metrics.reporter.prom.port"] },
    k8s: {
      becomes: [
        "FlinkDeployment.spec.podTemplate.spec.containers.ports.containerPort",
        "metrics.reporter.prom.port",
      ],
    },
  },
  "monitoring.metrics.<datadog>.port": {
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["W901"] },
  },
  "monitoring.metrics.<cloudwatch>.port": {
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["W901"] },
  },
  "monitoring.metrics.<prometheus>.path": {
    k8s: { becomes: ["PodMonitor.spec.podMetricsEndpoints.path"] },
  },
  "monitoring.metrics.<datadog>.path": { k8s: { whole: "", says: ["W901"] } },
  "monitoring.metrics.<cloudwatch>.path": { k8s: { whole: "", says: ["W901"] } },
  "monitoring.metrics.<prometheus>.labels": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["metrics.reporter.prom.scope.variables.additional"],
    },
  },
  "monitoring.metrics.<datadog>.labels": {
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["W901"] },
  },
  "monitoring.metrics.<cloudwatch>.labels": {
    "flink-conf k8s yarn standalone compose": { whole: "", says: ["W901"] },
  },
  "monitoring.metrics.regional": { model: { says: ["E718"] } },
  "monitoring.metrics.federation.global_aggregator": {
    k8s: { says: ["W940"] },
    "yarn standalone compose": { says: ["W762"] },
  },
  "monitoring.tracing.<jaeger>.endpoint": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["traces.reporter.otel.exporter.endpoint"],
    },
  },
  "monitoring.tracing.<zipkin>.endpoint": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "monitoring.tracing.<otel>.endpoint": {
    "flink-conf k8s yarn standalone compose": {
      becomes: ["traces.reporter.otel.exporter.endpoint"],
    },
  },
  "monitoring.tracing.sampling_rate": {
    "flink-conf k8s yarn standalone compose": { says: ["W901"] },
  },
  "monitoring.tracing.regional": { model: { says: ["E702", "E718"] } },
  "monitoring.logging.level": {
    "flink-conf yarn standalone compose": { becomes: ["env.log.level"] },
    k8s: {
      becomes: [
        "FlinkDeployment.spec.logConfiguration",
        "FlinkDeployment.spec.podTemplate.spec.containers.env.value",
        "env.log.level",
      ],
    },
  },
  "monitoring.logging.format": { "flink-conf k8s yarn standalone compose": { says: ["W910"] } },
  "monitoring.logging.outputs[].type": {
    model: { says: ["E752"] },
    "flink-conf k8s yarn standalone compose": { says: ["W910"] },
  },
  "monitoring.logging.outputs[].endpoint": {
    model: { says: ["E752"] },
    "flink-conf k8s yarn standalone compose": { whole: "outputs.0", says: ["W910"] },
  },
  "monitoring.logging.outputs[].index_pattern": { model: { says: ["W701"] } },
  "monitoring.alerts.name": {
    "prometheus-rules": {
      becomes: [
        "alertmanager.yml.route.routes.matchers",
        "rules.test.yaml.tests.alert_rule_test.alertname",
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.summary",
        "rules.test.yaml.tests.name",
        "rules.yaml.groups.rules.alert",
        "rules.yaml.groups.rules.annotations.summary",
      ],
    },
  },
  "monitoring.alerts.condition": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "monitoring.alerts.severity": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_labels.severity",
        "rules.yaml.groups.rules.labels.severity",
      ],
    },
  },
  "monitoring.alerts.channels": {
    "prometheus-rules": {
      becomes: [
        "alertmanager.yml.receivers.email_configs",
        "alertmanager.yml.receivers.name",
        "alertmanager.yml.receivers.slack_configs",
        "alertmanager.yml.route.routes.matchers",
        "alertmanager.yml.route.routes.receiver",
      ],
    },
  },
  "monitoring.default_alerts.enabled": {
    "prometheus-rules": {
      becomes: [
        "alertmanager.yml.route.routes.matchers",
        "rules.test.yaml.tests",
        "rules.yaml.groups",
      ],
    },
  },
  "monitoring.default_alerts.channels": {
    "prometheus-rules": { becomes: ["alertmanager.yml.route.routes.matchers"] },
  },
  "monitoring.default_alerts.down_after": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.eval_time",
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.for",
      ],
    },
  },
  "monitoring.default_alerts.max_restarts": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "monitoring.default_alerts.max_checkpoint_failures": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "monitoring.default_alerts.max_checkpoint_age": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.eval_time",
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.test.yaml.tests.interval",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "monitoring.default_alerts.max_consumer_lag": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "monitoring.default_alerts.max_backpressure": {
    "prometheus-rules": {
      becomes: [
        "rules.test.yaml.tests.alert_rule_test.exp_alerts.exp_annotations.description",
        "rules.test.yaml.tests.input_series.values",
        "rules.yaml.groups.rules.annotations.description",
        "rules.yaml.groups.rules.expr",
      ],
    },
  },
  "monitoring.notifications.channels": {
    "prometheus-rules": {
      becomes: [
        "alertmanager.yml.global",
        "alertmanager.yml.receivers",
        "alertmanager.yml.route.routes",
      ],
    },
  },
  "monitoring.notifications.group_wait": {
    "prometheus-rules": { becomes: ["alertmanager.yml.route.group_wait"] },
  },
  "monitoring.notifications.group_interval": {
    "prometheus-rules": { becomes: ["alertmanager.yml.route.group_interval"] },
  },
  "monitoring.notifications.repeat_interval": {
    "prometheus-rules": { becomes: ["alertmanager.yml.route.repeat_interval"] },
  },
  "monitoring.notifications.email.smarthost": {
    "prometheus-rules": { becomes: ["alertmanager.yml.global.smtp_smarthost"] },
  },
  "monitoring.notifications.email.from": {
    "prometheus-rules": { becomes: ["alertmanager.yml.global.smtp_from"] },
  },
  "monitoring.notifications.email.username": {
    "prometheus-rules": { becomes: ["alertmanager.yml.global.smtp_auth_username"] },
  },
  "monitoring.notifications.email.password": { "prometheus-rules": { says: ["E752"] } },
  "monitoring.notifications.email.require_tls": {
    "prometheus-rules": { becomes: ["alertmanager.yml.global.smtp_require_tls"] },
  },
};
