// The built-in generators: what the command line shows of them, and how to load each. Nothing here
// loads one: a run pays only for the generator it uses.
import type { Generator } from "../src/generator/contract.js";
import { ciCdNeeds } from "./ci-cd/needs.js";
import { failoverNeeds } from "./failover/needs.js";
import { javaNeeds } from "./java/needs.js";
import { topicNeeds } from "./kafka-topics/needs.js";
import { prometheusRulesNeeds } from "./prometheus-rules/needs.js";

/** A generator before it is loaded. */
export interface GeneratorEntry extends Omit<Generator, "plan"> {
  /** Its YAML files can be printed as one stream (`--stdout`), with these options for `kubectl`. */
  readonly streamed?: readonly string[];
  /** Its flavors on `nexgen build`, as `--<name>`; absent: `<id>-flavor`. */
  readonly flavorOption?: string;
  readonly load: () => Promise<Generator>;
}

export const generators: readonly GeneratorEntry[] = [
  {
    id: "flink-conf",
    summary: "Flink configuration files, one per process",
    deploymentTypes: null,
    flavors: [],
    load: async () => (await import("./flink-conf/index.js")).flinkConf,
  },
  {
    id: "k8s",
    summary: "Kubernetes manifests: Flink operator resources, or plain objects",
    deploymentTypes: ["kubernetes"],
    flavors: ["operator", "plain"],
    streamed: [],
    load: async () => (await import("./k8s/index.js")).k8s,
  },
  {
    id: "yarn",
    summary: "Submit scripts for Hadoop YARN, with a configuration folder for each process",
    deploymentTypes: ["yarn"],
    flavors: [],
    load: async () => (await import("./yarn/index.js")).yarn,
  },
  {
    id: "java",
    summary: "Java classes that make each source, sink and lookup, as a Maven project",
    deploymentTypes: null,
    needs: javaNeeds,
    flavors: [],
    load: async () => (await import("./java/index.js")).java,
  },
  {
    id: "kafka-topics",
    summary: "Scripts that create topics and streams, and the same as data",
    deploymentTypes: null,
    needs: topicNeeds,
    flavors: ["script", "strimzi"],
    flavorOption: "topics-flavor",
    load: async () => (await import("./kafka-topics/index.js")).kafkaTopics,
  },
  {
    id: "prometheus-rules",
    summary: "Prometheus alert rules with tests, Alertmanager configuration, Grafana dashboard",
    deploymentTypes: null,
    needs: prometheusRulesNeeds,
    fileOptions: [
      { name: "metrics-map", summary: "metrics of your own that alert conditions may name" },
    ],
    flavors: ["plain", "operator"],
    flavorOption: "rules-flavor",
    streamed: ["--flavor", "operator"],
    load: async () => (await import("./prometheus-rules/index.js")).prometheusRules,
  },
  {
    id: "standalone",
    summary:
      "A Flink cluster on fixed hosts: configuration for each host, start and submit scripts",
    deploymentTypes: ["standalone"],
    flavors: [],
    load: async () => (await import("./standalone/index.js")).standalone,
  },
  {
    id: "compose",
    summary: "A Docker Compose project that runs the processes on one machine",
    deploymentTypes: ["docker_compose"],
    flavors: [],
    load: async () => (await import("./compose/index.js")).compose,
  },
  {
    id: "failover",
    summary: "Runbooks of failover plans, one for each plan that concerns a region",
    deploymentTypes: null,
    needs: failoverNeeds,
    flavors: [],
    load: async () => (await import("./failover/index.js")).failover,
  },
  {
    id: "ci-cd",
    summary: "The pipeline that deploys: GitHub Actions, GitLab CI or Argo CD",
    deploymentTypes: null,
    needs: ciCdNeeds,
    flavors: [],
    load: async () => (await import("./ci-cd/index.js")).ciCd,
  },
];
