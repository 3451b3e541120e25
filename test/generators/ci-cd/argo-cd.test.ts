import { expect, test } from "vitest";
import { file, pipelineOf, planned, told } from "./inputs.js";

interface Application {
  readonly metadata: Readonly<Record<string, string>>;
  readonly spec: Readonly<Record<string, unknown>>;
}

const source = "repo_url: https://git.example.com/shop.git, path: out/test/k8s";

function application(more = "", sourceText = source, beside = ""): string {
  return `
type: argocd
application: { name: shop, project: streaming, source: { ${sourceText} }${more} }
${beside}`;
}

const applied = (text: string): Promise<Application> => pipelineOf<Application>(text);

test("the application is in Argo CD's own cluster, and its objects in the namespace of the deployment", async () => {
  const { metadata, spec } = await applied(file(application()));
  expect(metadata).toEqual({ name: "shop", namespace: "argocd" });
  expect(spec).toEqual({
    project: "streaming",
    source: {
      repoURL: "https://git.example.com/shop.git",
      path: "out/test/k8s",
      targetRevision: "HEAD",
    },
    destination: { server: "https://kubernetes.default.svc", namespace: "shop" },
    syncPolicy: { syncOptions: ["ServerSideApply=true"] },
  });
});

test.each([
  ["automated: {}", { prune: false, selfHeal: false }],
  ["automated: { prune: true }", { prune: true, selfHeal: false }],
  ["automated: { self_heal: true }", { prune: false, selfHeal: true }],
])("%s", async (text, want) => {
  const { spec } = await applied(file(application("", source, `sync_policy: { ${text} }`)));
  expect(spec["syncPolicy"]).toEqual({ automated: want, syncOptions: ["ServerSideApply=true"] });
});

test("a scaled number of replicas is nobody's difference", async () => {
  const text = file(
    application(
      "",
      `${source}, target_revision: v1`,
      "sync_policy: { sync_options: [CreateNamespace=true] }",
    ),
  );
  const scaled = text.replace("namespace: shop", "namespace: shop\n  scaling: { max_replicas: 3 }");
  const { spec } = await applied(scaled);
  expect(spec["ignoreDifferences"]).toEqual([
    { group: "apps", kind: "Deployment", jsonPointers: ["/spec/replicas"] },
  ]);
  expect(spec["syncPolicy"]).toEqual({
    syncOptions: ["CreateNamespace=true", "ServerSideApply=true", "RespectIgnoreDifferences=true"],
  });
  expect((await applied(text)).spec).not.toHaveProperty("ignoreDifferences");
});

test("another cluster and namespace", async () => {
  const { metadata, spec } = await applied(
    file(application(", namespace: gitops, destination: { name: east, namespace: other }")),
  );
  expect([metadata["namespace"], spec["destination"]]).toEqual([
    "gitops",
    { name: "east", namespace: "other" },
  ]);
});

test.each([
  ["E753 argocd", file(application(), "yarn")],
  ["E753 argocd", file(application(), "docker_compose")],
  ["E753 east", file(application(', destination: { name: east, server: "https://a" }'))],
  ["E934 Shop_1", file(application().replace("name: shop", "name: Shop_1"))],
  ["E934 Str", file(application().replace("streaming", "Str"))],
  ["E934 A_b", file(application(", namespace: A_b"))],
  ["E934 A_b", file(application(", destination: { namespace: A_b }"))],
  [
    "E934 [CreateNamespace]",
    file(application("", source, "sync_policy: { sync_options: [CreateNamespace] }")),
  ],
  [
    "E934 [CreateNamespce=true]",
    file(application("", source, "sync_policy: { sync_options: [CreateNamespce=true] }")),
  ],
  [
    "W755 [ServerSideApply=false]",
    file(application("", source, "sync_policy: { sync_options: [ServerSideApply=false] }")),
  ],
  ["W755 out/live/k8s", file(application("", source.replace("test", "live")))],
  ["W701 unit", file(application("", source, "unit: { stage: test }"))],
  [
    "E714 https://u:pw@git.example.com/shop.git",
    file(application("", source.replace("https://", "https://u:pw@"))),
  ],
])("%s", async (want, text) => {
  expect(await told(text)).toEqual([want]);
});

test("regions that would all be applied to one cluster are told", async () => {
  const text = file(
    application("", source.replace("out/test", "out/test/us-east-1")),
    "kubernetes",
    `
regions:
  a: { name: us-east-1, role: active }
  b: { name: eu-west-1, role: active }
`,
  );
  const { diagnostics, texts } = await planned(text);
  expect(diagnostics.map(({ code }) => code)).toEqual(["W767"]);
  expect(texts.get("application.yaml")).toContain("  name: shop-us-east-1\n");
});
