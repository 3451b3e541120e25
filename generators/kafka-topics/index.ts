// What creates the topics that the bindings name: scripts per Kafka cluster, Kinesis region and Pulsar
// cluster, or objects of Strimzi, and the same facts as data. What a topic is, and what its system
// refuses, is decided in src/targets.
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import {
  collectDiagnostics,
  type Generator,
  type Plan,
  type PlannedFile,
  type PlanRequest,
} from "../../src/generator/contract.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import { RuleContext } from "../../src/model/rules/rule-context.js";
import { checkTopics } from "../../src/targets/kafka/check-topics.js";
import { kafkaClusters } from "../../src/targets/kafka/clusters.js";
import { kinesisGroups } from "../../src/targets/kinesis/kinesis-streams.js";
import { pulsarClusters } from "../../src/targets/pulsar/pulsar-topics.js";
import { runtimeNames } from "../../src/targets/runtime/runtime-names.js";
import { factsFile, type Targets } from "./facts.js";
import { clusterClient, type NameOf } from "./kafka-client.js";
import { kafkaScript } from "./kafka-script.js";
import { kinesisScript } from "./kinesis-script.js";
import { topicNeeds } from "./needs.js";
import { pulsarScript } from "./pulsar-script.js";
import { readme, type ScriptFile } from "./readme.js";
import { strimziFiles } from "./strimzi.js";

export const kafkaTopics: Generator = {
  id: "kafka-topics",
  summary: "Scripts that create topics and streams, and the same as data",
  deploymentTypes: null,
  needs: topicNeeds,
  flavors: ["script", "strimzi"],
  plan,
};

function plan(request: PlanRequest): Plan {
  const { model, origins, options } = request;
  const { diagnostics, report } = collectDiagnostics();
  const context = new RuleContext(origins, report);
  const nameOf = runtimeNames(model);
  const targets = targetsOf(model, context);
  const objects = options.flavor === "strimzi" ? strimziFiles(targets.kafka, context) : null;
  const scripts = scriptsOf(model, targets, nameOf, objects === null, context);
  if (hasErrors(diagnostics)) return { files: [], diagnostics };
  const findings = [...request.findings, ...diagnostics];
  const files: PlannedFile[] = [
    ...(objects ?? []),
    ...scripts.flatMap((script) => script.files),
    factsFile(model, targets, nameOf),
    readme(request, { scripts, hasObjects: objects !== null && objects.length > 0, findings }),
  ];
  return { files, diagnostics };
}

function targetsOf(model: InfraModel, context: RuleContext): Targets {
  const { groups, clusters } = kafkaClusters(model, context);
  checkTopics(groups, model, context);
  return {
    kafka: clusters,
    kinesis: kinesisGroups(model, context),
    pulsar: pulsarClusters(model, context),
  };
}

function scriptsOf(
  model: InfraModel,
  { kafka, kinesis, pulsar }: Targets,
  nameOf: NameOf,
  withKafka: boolean,
  context: RuleContext,
): readonly ScriptFile[] {
  return [
    ...(withKafka ? kafka : []).map((cluster) =>
      kafkaScript(model, cluster, clusterClient(cluster, nameOf, context)),
    ),
    ...kinesis.map((group) => kinesisScript(model, group)),
    ...pulsar.map((cluster) => pulsarScript(model, cluster, nameOf, context)),
  ];
}
