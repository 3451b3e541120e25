// `resources`: the sizing of each process, and the reserved entries beside them.
import type { Block, Properties, Section } from "../property.js";
import { jobManager, quota, taskManagers } from "./resources/cluster.js";
import { groupProperty, processProperties, processSynonyms } from "./resources/process.js";

function sizingBlock(noun: string, common: Properties): Block {
  return {
    noun,
    discriminator: null,
    common,
    variants: {},
    synonyms: processSynonyms,
    regionalSwitch: "regional",
  };
}

export const resources: Section = {
  kind: "named-with-reserved",
  summary: "Compute sizing, by process name.",
  block: sizingBlock("process", { ...groupProperty, ...processProperties }),
  reserved: {
    _defaults: sizingBlock("resource defaults", processProperties),
    _groups: { each: sizingBlock("resource group", processProperties) },
    _task_managers: taskManagers,
    _job_manager: jobManager,
    _quotas: { each: quota },
  },
};
