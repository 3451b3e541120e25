// What a file must hold for the generator to have something to do; loaded with the list of generators.
import type { Needs } from "../../src/generator/contract.js";
import { isStated } from "../../src/model/is-stated.js";

export const prometheusRulesNeeds: Needs = {
  what: "alerts, or metrics of type prometheus",
  isIn: ({ alerts, defaultAlerts, processes, checkpoints, metrics }) =>
    alerts.length > 0 ||
    defaultAlerts?.enabled === true ||
    metrics?.type === "prometheus" ||
    processes.some(({ monitoring }) => (monitoring?.alerts ?? []).length > 0) ||
    checkpoints.some(({ monitoring }) => isStated(monitoring?.alerts)),
};
