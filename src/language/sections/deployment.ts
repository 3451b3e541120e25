// `deployment`: the platform that the processes run on, and how they are rolled out.
import type { Section } from "../property.js";
import { ciCd } from "./deployment/ci-cd.js";
import { common } from "./deployment/common.js";
import { dockerCompose } from "./deployment/docker-compose.js";
import { kubernetes, kubernetesSynonyms } from "./deployment/kubernetes.js";
import { savepoint } from "./deployment/savepoint.js";
import { standalone, standaloneSynonyms } from "./deployment/standalone.js";
import { strategy } from "./deployment/strategy.js";
import { yarn } from "./deployment/yarn.js";

export const deployment: Section = {
  kind: "single",
  summary: "Target platform and roll-out.",
  block: {
    noun: "deployment",
    discriminator: "type",
    common: {
      ...common,
      strategy,
      savepoint,
      ci_cd: ciCd,
    },
    variants: { kubernetes, yarn, standalone, docker_compose: dockerCompose },
    synonyms: [...kubernetesSynonyms, ...standaloneSynonyms],
    regionalSwitch: "multi_region",
  },
};
