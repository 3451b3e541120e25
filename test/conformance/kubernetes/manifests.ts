// The manifests that nexgen emits for Kubernetes: one set for each input, generator and flavor.
import { parse } from "yaml";
import type { InfraModel } from "../../../src/model/infra-model.js";
import type { Context } from "../harness.js";
import { inputsIn, render, type Input } from "../render.js";
import type { KubernetesObject } from "./api-client.js";

/** One file with one object, and its raw text. */
export interface Manifest {
  readonly path: string;
  readonly text: string;
  readonly object: KubernetesObject;
}

/** What is applied together: one environment in one flavor. */
export interface ManifestSet {
  /** `card-processing/production (k8s plain)`. */
  readonly name: string;
  readonly input: Input;
  readonly model: InfraModel;
  /** In the order of the kustomization, which is not itself an object of the cluster. */
  readonly manifests: readonly Manifest[];
  /** Folder of the kustomization below the output folder, and all files by path. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Every generator and flavor that emits objects of Kubernetes. */
const requests = [
  { generator: "k8s", flavor: "operator" },
  { generator: "k8s", flavor: "plain" },
  { generator: "kafka-topics", flavor: "strimzi" },
  { generator: "prometheus-rules", flavor: "operator" },
] as const;

/** Every set that the examples and our own inputs render. */
export async function manifestSets({ root }: Context): Promise<readonly ManifestSet[]> {
  const sets: ManifestSet[] = [];
  for (const input of inputsIn(root)) {
    for (const request of requests) {
      const rendered = await render(input, request);
      if (rendered === null) continue;
      const { name, model, files } = rendered;
      const texts = new Map(files.map(({ path, text }) => [path, text]));
      const kustomization = [...texts.keys()].find((path) => path.endsWith("kustomization.yaml"));
      if (kustomization === undefined) {
        if (request.generator === "k8s") throw new Error(`${name} has no kustomization.`);
        // Topics of Pulsar and streams of Kinesis are made by scripts.
        continue;
      }
      const folder = kustomization.slice(0, -"/kustomization.yaml".length);
      const manifests = manifestsIn(texts, folder);
      const full = `${name} (${request.generator} ${request.flavor})`;
      sets.push({ name: full, input, model, manifests, folder, files: texts });
    }
  }
  return sets;
}

function manifestsIn(files: ReadonlyMap<string, string>, folder: string): readonly Manifest[] {
  const { resources } = parse(files.get(`${folder}/kustomization.yaml`) ?? "") as {
    readonly resources: readonly string[];
  };
  return resources.map((resource) => {
    const path = `${folder}/${resource}`;
    const text = files.get(path);
    if (text === undefined) throw new Error(`The kustomization names ${path}, which is not there.`);
    return { path, text, object: parse(text) as KubernetesObject };
  });
}
