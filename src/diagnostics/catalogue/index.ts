// Every code of the core, in one table. Blocks by stage: reading E73x to E74x, language and
// resolution E70x to E72x, model E75x to E77x, Flink E90x to E92x, Kubernetes E93x to E95x,
// rendering E96x, output E97x to E98x, usage and ourselves E99x; warnings W and notes N likewise.
import { diagnosticsOf } from "../define.js";
import { flinkMessages } from "./flink.js";
import { kubernetesMessages } from "./kubernetes.js";
import { languageMessages } from "./language.js";
import { modelMessages } from "./model.js";
import { outputMessages } from "./output.js";
import { readingMessages } from "./reading.js";
import { renderingMessages } from "./rendering.js";

export const messages = {
  ...languageMessages,
  ...readingMessages,
  ...modelMessages,
  ...flinkMessages,
  ...kubernetesMessages,
  ...renderingMessages,
  ...outputMessages,
};

/** Builds a diagnostic of the core: `diagnose("E704", span, { key, path })`. */
export const diagnose = diagnosticsOf(messages);
