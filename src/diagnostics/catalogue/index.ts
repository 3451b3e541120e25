// Every code of the core, in one table. Blocks by stage: reading E73x to E74x, language and
// resolution E70x to E72x, model E750 to E761, hosts (YARN, standalone, compose) E762 to E766, pipelines
// E767 to E769, alerts E77x, connectors E78x, topics E79x, Flink E90x to E92x, Kubernetes E93x to E95x,
// rendering E96x, output E97x to E98x, usage and ourselves E99x; warnings W and notes N likewise.
// W010 keeps its number of the specification's catalogue.
import { diagnosticsOf } from "../define.js";
import { alertMessages } from "./alerts.js";
import { connectorMessages } from "./connectors.js";
import { flinkMessages } from "./flink.js";
import { hostMessages } from "./hosts.js";
import { kubernetesMessages } from "./kubernetes.js";
import { languageMessages } from "./language.js";
import { modelMessages } from "./model.js";
import { outputMessages } from "./output.js";
import { pipelineMessages } from "./pipelines.js";
import { processMessages } from "./processes.js";
import { readingMessages } from "./reading.js";
import { renderingMessages } from "./rendering.js";
import { topicMessages } from "./topics.js";

export const messages = {
  ...languageMessages,
  ...processMessages,
  ...readingMessages,
  ...modelMessages,
  ...flinkMessages,
  ...kubernetesMessages,
  ...connectorMessages,
  ...topicMessages,
  ...alertMessages,
  ...hostMessages,
  ...pipelineMessages,
  ...renderingMessages,
  ...outputMessages,
};

/** Builds a diagnostic of the core: `diagnose("E704", span, { key, path })`. */
export const diagnose = diagnosticsOf(messages);
