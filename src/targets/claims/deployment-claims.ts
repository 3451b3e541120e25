// What a model claims of the system that runs it: names of objects, projects and applications.
import type { KubernetesDeployment } from "../../model/bindings.js";
import type { InfraModel } from "../../model/infra-model.js";
import { kubernetesName } from "../kubernetes/names.js";
import type { Claim } from "./claim.js";

export function deploymentClaims(model: InfraModel): readonly Claim[] {
  const { deployment } = model;
  if (deployment === null) return [];
  switch (deployment.type) {
    case "kubernetes":
      return kubernetesClaims(model, deployment);
    case "docker_compose":
      return [
        {
          kind: "project",
          keys: [deployment.compose.projectName ?? model.environment.toLowerCase()],
          name: deployment.compose.projectName ?? model.environment.toLowerCase(),
          place: { object: deployment.compose, key: "projectName" },
        },
      ];
    case "yarn": {
      const { application, yarn } = deployment;
      if (application === null || application.name === null) return [];
      const cluster = JSON.stringify(yarn?.resourceManager ?? null);
      return [
        {
          kind: "application",
          keys: [JSON.stringify([cluster, application.name])],
          name: application.name,
          place: { object: application, key: "name" },
        },
      ];
    }
    case "standalone":
      return [];
  }
}

/** Only a context says which cluster is meant: without one in both files, it may be two. */
function kubernetesClaims(model: InfraModel, deployment: KubernetesDeployment): readonly Claim[] {
  const namespace = deployment.namespace ?? "default";
  const cluster = deployment.kubernetes?.context ?? null;
  return model.processes.map(({ name }) => {
    const object = kubernetesName(name);
    return {
      kind: cluster === null ? "object-by-name" : "object",
      keys: [JSON.stringify([cluster, namespace, object])],
      name: `${namespace}/${object}`,
      place: { object: deployment, key: "namespace" },
    };
  });
}
