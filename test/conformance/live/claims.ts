// What a running cluster shows of the scripts that start it, its configuration, and what watches it.
import type { Claim, Judge, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const flink: readonly Judge[] = Object.values(versions.flinkHome).map((version) => ({
  program: "Flink",
  version,
}));
const prometheus: Judge = { program: "Prometheus", version: versions.prometheus.prometheus };
const alertmanager: Judge = { program: "Alertmanager", version: versions.prometheus.alertmanager };

export const claims: readonly Claim[] = [
  {
    generator: "standalone",
    artifact: "`cluster.sh` and `submit.sh`",
    holds:
      "start the real processes, wait for them, refuse to do it twice, stop the job with a savepoint, go on from it, and leave no process",
    by: flink,
    checks: /: (?:cluster|submit)\.sh /u,
  },
  {
    generator: "standalone",
    artifact: "configuration of hosts and jobs",
    holds:
      "gives processes the JVM flags and memory of the model, and the job its name, parallelism, checkpoints, state folders and restarts",
    by: flink,
    checks: /: (?:the JVM of each|the job manager's options|the job |checkpoints are taken)/u,
  },
  {
    generator: "prometheus-rules",
    artifact: "`rules.yaml`, `grafana-dashboard.json` and the README's scrape configuration",
    holds:
      "find every metric in what a real job exposes, with the labels that they select and group by",
    by: [prometheus, ...flink],
    checks: /: (?:Prometheus |\S*\{.*\} finds series|every metric that|Flink exposes)/u,
  },
  {
    generator: "prometheus-rules",
    artifact: "`alertmanager.yml`",
    holds:
      "tells the receivers of an alert's channels, by the credentials in files, when it fires and when it ends",
    by: [alertmanager, prometheus],
    checks: /: (?:JobDown|the alert of|the same alert|an alert of|nobody is told)/u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator: "standalone",
    artifact: "`cluster.sh`",
    because: "All processes run on one host: logins to other hosts are shown among stubs only.",
  },
  {
    generator: "prometheus-rules",
    artifact: "mail",
    because: "No mail server takes part; webhooks, Slack and PagerDuty are servers of ours.",
  },
  {
    generator: "prometheus-rules",
    artifact: "`mirror_maker_lag`",
    because: "No MirrorMaker runs: the names of its exporter are taken as documented.",
  },
  {
    generator: "prometheus-rules",
    artifact: "Kafka metrics of Flink 2.3",
    because: "No connector is made for 2.3: that of 2.2 stands in its place.",
  },
];
