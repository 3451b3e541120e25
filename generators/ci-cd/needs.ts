// When there is a pipeline to make. Loaded with the list of generators: imports nothing but types.
import type { Needs } from "../../src/generator/contract.js";

export const ciCdNeeds: Needs = {
  what: "a pipeline (deployment.ci_cd)",
  isIn: ({ deployment }) => deployment !== null && deployment.ciCd !== null,
};
