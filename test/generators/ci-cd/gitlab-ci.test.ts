import { expect, test } from "vitest";
import { compile } from "../../../src/compile/compile.js";
import { ciCd } from "../../../generators/ci-cd/index.js";
import { memoryHost } from "../../../src/source/memory-host.js";
import { file, pipelineOf, planned, told } from "./inputs.js";

type Pipeline = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const pipeline = (text: string): Promise<Pipeline> => pipelineOf<Pipeline>(text);

const full = `
type: gitlab_ci
stages: [validate, deploy]
pipeline: { source: infra/test.infra, runner_labels: [hadoop], image: "registry.example.com/kubectl:1.31" }
unit: { stage: validate, script: ["echo 'a: b'", make] }
deploy_production: { stage: deploy, environment: production, when: manual, only: [main, /^release-/, tags] }
`;

test("stages, jobs and scripts are those of the file", async () => {
  const {
    stages,
    unit,
    deploy_production: deploy,
    "nexgen-check": check,
  } = await pipeline(file(full));
  expect(stages).toEqual(["validate", "deploy"]);
  expect(unit).toEqual({
    stage: "validate",
    image: "registry.example.com/kubectl:1.31",
    tags: ["hadoop"],
    script: ["echo 'a: b'", "make"],
  });
  expect(check).toEqual({
    stage: ".pre",
    image: "node:24",
    tags: ["hadoop"],
    script: ["npm ci", "npx --no-install nexgen build infra/test.infra -o out --check --diff"],
  });
  expect(deploy?.["script"]).toEqual([
    "kubectl apply --server-side --field-manager=nexgen -k out/test/k8s",
  ]);
});

test("only becomes rules, each with the start rule; deployments wait for one another", async () => {
  const { deploy_production: deploy } = await pipeline(file(full));
  const start = { when: "manual", allow_failure: true };
  expect(deploy?.["rules"]).toEqual([
    { if: '$CI_COMMIT_BRANCH == "main"', ...start },
    { if: "$CI_COMMIT_BRANCH =~ /^release-/", ...start },
    { if: "$CI_COMMIT_TAG", ...start },
  ]);
  expect(deploy).not.toHaveProperty("only");
  expect(deploy).not.toHaveProperty("when");
  expect([deploy?.["environment"], deploy?.["resource_group"]]).toEqual([
    { name: "production" },
    "production",
  ]);
});

test.each([
  ["when: on_failure", { when: "on_failure" }],
  ["when: never", { rules: [{ when: "never" }] }],
  [
    "when: always, only: [main]",
    { rules: [{ if: '$CI_COMMIT_BRANCH == "main"', when: "always" }] },
  ],
  ["only: [merge_requests]", { rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }] }],
])("%s", async (text, want) => {
  const { one } = await pipeline(file(`type: gitlab_ci\none: { script: [x], ${text} }`));
  expect(one).toEqual({ script: ["x"], ...want });
});

test("without jobs, one deploys in the last stage", async () => {
  const { deploy, stages } = await pipeline(file("type: gitlab_ci", "yarn"));
  expect(stages).toBeUndefined();
  expect(deploy).toMatchObject({
    stage: "deploy",
    environment: { name: "test" },
    script: ["out/test/yarn/alarms/submit.sh --deploy", "out/test/yarn/totals/submit.sh --deploy"],
  });
});

test.each([
  ["E760 build", "stages: [check]\none: { stage: build, script: [x] }"],
  ["E760 publish", "one: { stage: publish, script: [x] }"],
  ["E752 one", "stages: [check]\none: { script: [x] }"],
  ["E752 one", "one: { stage: test }"],
  ["E934 image", "image: { script: [x] }"],
  ["E934 variables", "variables: { script: [x] }"],
  ["E934 pages", "pages: { script: [x] }"],
  ["E934 .hidden", ".hidden: { script: [x] }"],
  ["E934 nexgen-check", "nexgen-check: { script: [x] }"],
  ["E934 [a$b]", "stages: [a$b]\none: { stage: a$b, script: [x] }"],
  ["E934 $CI_JOB_TOKEN", "one: { script: [x], environment: $CI_JOB_TOKEN }"],
  ['E934 ["a b"]', 'one: { script: [x], only: ["a b"] }'],
  [`E934 ['a" || "1']`, `one: { script: [x], only: ['a" || "1'] }`],
  ["E934 [release/*]", "one: { script: [x], only: [release/*] }"],
  ['E934 "$IMAGE"', 'one: { script: [x] }\npipeline: { image: "$IMAGE" }'],
  ['E934 ["a b,c"]', 'one: { script: [x] }\npipeline: { runner_labels: ["a b,c"] }'],
  ["E934 []", "one: { script: [] }"],
  ['E714 "curl https://u:pw@host"', 'one: { script: ["curl https://u:pw@host"] }'],
  ["W767 one", "one: { environment: live }"],
])("%s", async (want, more) => {
  expect(await told(file(`type: gitlab_ci\n${more}`))).toEqual([want]);
});

test("expressions of GitHub mean nothing here", async () => {
  const { one } = await pipeline(
    file('type: gitlab_ci\none: { script: ["echo $${{ github.head_ref }}"] }'),
  );
  expect(one?.["script"]).toEqual(["echo ${{ github.head_ref }}"]);
});

test("jobs of two regions are told apart, and so are their deployments", async () => {
  const text = `version: "1.0"
environment: live
regions:
  a: { name: us-east-1, role: active }
  b: { name: eu-west-1, role: active }
resources: { totals: { parallelism: 2 } }
deployment:
  type: kubernetes
  ci_cd: { type: gitlab_ci, roll_out: { stage: deploy, environment: live, only: [main] } }
`;
  const host = memoryHost({ files: { "/p/main.infra": text } });
  const { scopes } = await compile(host, "/p/main.infra", { generators: [{ generator: ciCd }] });
  const texts = scopes.flatMap(({ files }) => files).filter(({ path }) => path.endsWith(".yml"));
  expect(texts.map(({ path }) => path)).toEqual([
    "live/us-east-1/ci-cd/live-us-east-1.gitlab-ci.yml",
    "live/eu-west-1/ci-cd/live-eu-west-1.gitlab-ci.yml",
  ]);
  for (const [index, region] of ["us-east-1", "eu-west-1"].entries()) {
    const content = texts[index]?.text ?? "";
    expect(content).toContain(`\nroll_out-${region}:\n`);
    expect(content).toContain(`resource_group: live/${region}\n`);
    expect(content).toContain(`-k out/live/${region}/k8s\n`);
  }
});

test("the README tells how the file is included", async () => {
  const { texts } = await planned(file(full));
  expect(texts.get("README.md")).toContain("  - local: /out/test/ci-cd/test.gitlab-ci.yml\n");
});
