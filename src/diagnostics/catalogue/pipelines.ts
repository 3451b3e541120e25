// Codes of delivery pipelines (`deployment.ci_cd`): E767 to E769, W767 to W769, N767 to N769.
import { error, note, warning } from "../define.js";
import type { MessageTemplate } from "../define.js";

export const pipelineMessages = {
  E767: error`The job "${"job"}" waits for itself: ${"circle"}.`,
  E768: error`"${"property"}" holds the expression "${"expression"}": ${"problem"}.`,
  W767: warning`The job "${"job"}" deploys ${"what"}: ${"problem"}.`,
  N767: note`"${"property"}" is in no file here: "nexgen ci-cd" makes a pipeline of it.`,
} satisfies Record<string, MessageTemplate<string>>;
