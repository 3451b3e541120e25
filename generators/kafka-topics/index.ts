// What creates the topics that the bindings name: a script per Kafka cluster, and the same facts as data.
// What a topic is and what brokers refuse is decided in src/targets/kafka.
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import {
  collectDiagnostics,
  type Generator,
  type Plan,
  type PlanRequest,
} from "../../src/generator/contract.js";
import { RuleContext } from "../../src/model/rules/rule-context.js";
import { checkTopics } from "../../src/targets/kafka/check-topics.js";
import { kafkaClusters } from "../../src/targets/kafka/clusters.js";
import { runtimeNames } from "../../src/targets/secrets/runtime-names.js";
import { factsFile } from "./facts.js";
import { clusterClient } from "./kafka-client.js";
import { kafkaScript } from "./kafka-script.js";
import { topicNeeds } from "./needs.js";
import { readme } from "./readme.js";

export const kafkaTopics: Generator = {
  id: "kafka-topics",
  summary: "Scripts that create topics and streams, and the same as data",
  deploymentTypes: null,
  needs: topicNeeds,
  flavors: ["script"],
  plan,
};

function plan(request: PlanRequest): Plan {
  const { model, origins } = request;
  const { diagnostics, report } = collectDiagnostics();
  const context = new RuleContext(origins, report);
  const nameOf = runtimeNames(model);
  const { groups, clusters } = kafkaClusters(model, context);
  for (const group of groups) checkTopics(group, model, context);
  const reached = clusters.map((cluster) => ({
    cluster,
    client: clusterClient(cluster, nameOf, context),
  }));
  if (hasErrors(diagnostics)) return { files: [], diagnostics };
  const findings = [...request.findings, ...diagnostics];
  return {
    files: [
      ...reached.flatMap(({ cluster, client }) => kafkaScript(model, cluster, client)),
      factsFile(model, clusters, nameOf),
      readme(request, reached, findings),
    ],
    diagnostics,
  };
}
