// `kustomization.yaml`: the list of all objects, in the order in which a cluster needs them. It
// rewrites nothing: each object names its namespace itself.
import type { PlannedFile } from "../../src/generator/contract.js";

/** Data, not a template: it says nothing but the list. */
export function kustomizationFile(files: readonly PlannedFile[]): PlannedFile {
  return {
    path: "kustomization.yaml",
    language: "yaml",
    process: null,
    body: {
      kind: "data",
      data: {
        apiVersion: "kustomize.config.k8s.io/v1beta1",
        kind: "Kustomization",
        resources: files.map(({ path }) => path),
      },
    },
  };
}
