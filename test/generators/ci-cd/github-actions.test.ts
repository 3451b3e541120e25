import { expect, test } from "vitest";
import { file, pipelineOf, planned, told } from "./inputs.js";

interface Job {
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly "runs-on": string | readonly string[];
  readonly environment?: string;
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = (text: string): Promise<Workflow> => pipelineOf<Workflow>(text);
const runs = (job: Job | undefined): readonly string[] =>
  (job?.steps ?? []).flatMap(({ run }) => (run === undefined ? [] : [run]));

const pipeline = `
type: github_actions
workflow:
  on_push: { branches: [main, "release/**"] }
  on_pull_request: { types: [opened, synchronize] }
jobs:
  validate: ["make validate", "make lint"]
  compile: ["make"]
  test: ["make test"]
  deploy: { environment: staging, needs: [test] }
`;

test("triggers, jobs and commands are those of the file, in its order", async () => {
  const { on, permissions, jobs } = await workflow(file(pipeline));
  expect(on).toEqual({
    push: { branches: ["main", "release/**"] },
    pull_request: { types: ["opened", "synchronize"] },
  });
  expect(permissions).toEqual({ contents: "read" });
  expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
    ["validate", undefined],
    ["compile", ["validate"]],
    ["test", ["compile"]],
    ["deploy", ["test"]],
  ]);
  expect(runs(jobs["validate"])).toEqual(["make validate", "make lint"]);
});

test("a deployment waits for the one before, and no pull request makes one", async () => {
  const { jobs } = await workflow(file(pipeline));
  const { concurrency, environment, if: condition } = jobs["deploy"] ?? {};
  expect({ concurrency, environment, condition }).toEqual({
    concurrency: { group: "deploy-staging", "cancel-in-progress": false },
    environment: "staging",
    condition: "github.event_name != 'pull_request'",
  });
  expect(jobs["test"]?.concurrency).toBeUndefined();
});

test("actions are pinned to a commit, with the release beside it", async () => {
  const { texts } = await planned(file(pipeline));
  const text = texts.get(".github/workflows/test.yml") ?? "";
  const uses = text.match(/uses: .*/gu) ?? [];
  expect(uses.length).toBe(4);
  for (const use of uses)
    expect(use).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
});

test.each([
  ["kubernetes", ["kubectl apply --server-side --field-manager=nexgen -k out/test/k8s"]],
  ["yarn", ["out/test/yarn/alarms/submit.sh --deploy\nout/test/yarn/totals/submit.sh --deploy\n"]],
  [
    "standalone",
    [
      "out/test/standalone/cluster.sh --status || out/test/standalone/cluster.sh\nout/test/standalone/alarms/submit.sh --deploy\nout/test/standalone/totals/submit.sh --deploy\n",
    ],
  ],
  [
    "docker_compose",
    [
      "docker compose --file out/test/compose/compose.yaml config --quiet\ndocker compose --file out/test/compose/compose.yaml up --detach --wait\n",
    ],
  ],
] as const)("on %s the job runs what the other generator emits", async (target, want) => {
  const { jobs, on } = await workflow(file("type: github_actions", target));
  expect(on).toEqual({ workflow_dispatch: {} });
  expect(Object.keys(jobs)).toEqual(["deploy"]);
  expect(runs(jobs["deploy"]).slice(-1)).toEqual(want);
});

test("a session on YARN is started first, unless it runs", async () => {
  const { jobs } = await workflow(
    file("type: github_actions", "yarn").replace("type: yarn", "type: yarn\n  mode: session"),
  );
  expect(runs(jobs["deploy"])[0]).toContain(
    "session.sh --status || out/test/yarn/session-cluster/session.sh\n",
  );
});

test("a cluster that only has an address is not started", async () => {
  const text = file("type: github_actions", "standalone").replace(
    /cluster: .*/u,
    'job_manager: "jm:8081"',
  );
  const { jobs } = await workflow(text);
  expect(runs(jobs["deploy"]).join("")).not.toContain("cluster.sh");
});

test("variables of the jobs come from secrets of the environment, and must be there", async () => {
  const more = `
lookups:
  rates: { type: postgresql, jdbc_url: "\${RATES_URL}", schema: s, table: t, query: { key_column: k } }
  fx: { type: redis, uri: "\${FX_URI:-redis://it's}" }
`;
  const { jobs } = await workflow(file("type: github_actions", "yarn", more));
  const deploy = jobs["deploy"]?.steps.at(-1);
  expect(deploy?.env).toEqual({
    FX_URI: "${{ secrets.FX_URI || 'redis://it''s' }}",
    RATES_URL: "${{ secrets.RATES_URL }}",
  });
  expect(deploy?.run?.split("\n")[0]).toBe(
    ': "${RATES_URL:?is a secret that the environment lacks}"',
  );
  const onKubernetes = await workflow(file("type: github_actions", "kubernetes", more));
  expect(onKubernetes.jobs["deploy"]?.steps.at(-1)?.env).toBeUndefined();
});

test("a variable that GitHub takes for no secret is refused", async () => {
  const more = `lookups: { fx: { type: redis, uri: "\${GITHUB_FX}" } }`;
  expect(await told(file("type: github_actions", "yarn", more))).toEqual(["E934 github_actions"]);
});

test("the committed output is checked first where the file says from what", async () => {
  const text = file(`
type: github_actions
pipeline:
  output: deploy/generated/
  source: infra/test.infra
  processes: infra/processes
  runner_labels: [self-hosted, flink]
  login: ["aws eks update-kubeconfig --name shop"]
jobs:
  unit: ["node --test"]
  deploy: { environment: live }
`);
  const { jobs } = await workflow(text);
  expect(runs(jobs["nexgen-check"])).toEqual([
    "npm ci",
    "npx --no-install nexgen build infra/test.infra --processes infra/processes -o deploy/generated --check --diff",
    "diff --unified .github/workflows/test.yml deploy/generated/test/ci-cd/.github/workflows/test.yml",
  ]);
  expect([jobs["unit"]?.needs, jobs["deploy"]?.needs]).toEqual([["nexgen-check"], ["unit"]]);
  expect(runs(jobs["deploy"])).toEqual([
    "aws eks update-kubeconfig --name shop",
    "kubectl apply --server-side --field-manager=nexgen -k deploy/generated/test/k8s",
  ]);
  expect(jobs["deploy"]?.["runs-on"]).toEqual(["self-hosted", "flink"]);
  const withNode = Object.entries(jobs)
    .filter(([, { steps }]) =>
      steps.some(({ uses }) => uses?.startsWith("actions/setup-node") === true),
    )
    .map(([name]) => name);
  expect(withNode).toEqual(["nexgen-check", "unit"]);
});

test("a job that another one needs does not wait for it because of its place", async () => {
  const { jobs } = await workflow(
    file(`
type: github_actions
jobs:
  deploy: { environment: live, needs: [unit] }
  unit: ["a"]
  after: ["b"]
`),
  );
  expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
    ["deploy", ["unit"]],
    ["unit", undefined],
    ["after", ["unit"]],
  ]);
});

const hostile = [
  'echo "a: b" # no comment',
  "echo '${HOME}' `id` $(id) ; true",
  "- x\n  y: [z",
  "tab\there \\ back",
  "\u2028 line \u202e end",
  "%{x} {{ .Values }} *a &b !c",
];

/** As JSON in ASCII: a file may not hold such characters as they are. */
function escaped(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

test("commands arrive whole, whatever they hold", async () => {
  const commands = hostile.map((command) => command.split("${").join("$${"));
  const { jobs } = await workflow(
    file(`type: github_actions\njobs: ${escaped({ one: commands })}`),
  );
  expect(runs(jobs["one"])).toEqual(hostile);
});

const job = (command: string): string =>
  file(`type: github_actions\njobs: ${JSON.stringify({ one: [command] })}`);

test.each([
  "$${{ secrets.TOKEN }}",
  "$${{vars.REGION}}",
  "$${{ github.sha }} and $${{ runner.temp }}",
  "$GITHUB_HEAD_REF",
])("an expression that no outsider chooses is allowed: %s", async (text) => {
  const { jobs } = await workflow(job(`echo ${text}`));
  expect(runs(jobs["one"])).toEqual([`echo ${text.replaceAll("$$", "$")}`]);
});

test.each([
  "$${{ github.event.pull_request.title }}",
  "$${{ github.head_ref }}",
  "$${{ github.ref_name }}",
  "$${{ format('{0}', github.event.issue.title) }}",
  "$${{ secrets.A || github.head_ref }}",
  "$${{ toJSON(secrets) }}",
  "$${{ secrets[github.head_ref] }}",
  "$${{ secrets.X",
  "ok $${{ secrets.A }} $${{ inputs.b }}",
])("E768 for what others may choose: %s", async (text) => {
  const found = await told(job(`echo ${text}`));
  expect(found.map((line) => line.slice(0, 4))).toEqual(["E768"]);
  expect(found[0]).toBe(`E768 ${JSON.stringify(`echo ${text}`)}`);
});

test.each([
  ['E934 "a b"', 'jobs: { "a b": [x] }'],
  ["E934 1st", "jobs: { 1st: [x] }"],
  ["E934 nexgen-check", "jobs: { nexgen-check: [x] }"],
  ['E934 ""', 'jobs: { one: [""] }'],
  ["E934 []", "jobs: { one: [] }"],
  ['E934 "$${{ github.head_ref }}"', 'jobs: { one: { environment: "$${{ github.head_ref }}" } }'],
  ['E934 ["a b"]', 'workflow: { on_push: { branches: ["a b"] } }'],
  ['E934 ["$${{ x }}"]', 'workflow: { on_push: { branches: ["$${{ x }}"] } }'],
  ["E934 [synchronise]", "workflow: { on_pull_request: { types: [synchronise] } }"],
  ['E934 ["$${{ x }}"]', 'pipeline: { runner_labels: ["$${{ x }}"] }'],
  ["E760 [two]", "jobs: { one: { needs: [two] } }"],
  ["E767 one", "jobs: { one: { needs: [two] }, two: { needs: [one] } }"],
  ["E767 one", "jobs: { one: { needs: [one] } }"],
  ['E714 "curl https://u:pw@host/x"', 'jobs: { one: ["curl https://u:pw@host/x"] }'],
  ['E714 "login --password=abc"', 'pipeline: { login: ["login --password=abc"] }'],
  ['E714 "login --password hunter2"', 'pipeline: { login: ["login --password hunter2"] }'],
  ['E714 "aws AKIAABCDEFGHIJKLMNOP"', 'jobs: { one: ["aws AKIAABCDEFGHIJKLMNOP"] }'],
  ["W767 on_push", "workflow: { on_push: {} }"],
  ["W701 unit", "unit: { stage: test }"],
])("%s", async (want, more) => {
  expect(await told(file(`type: github_actions\n${more}`))).toEqual([want]);
});

test("what a shell fills in is no literal credential", async () => {
  const commands = [
    'login --password="$PASSWORD" --server x',
    "curl https://u:$PW@host",
    "curl https://u:$${{ secrets.PW }}@host",
    "export TOKEN=$(cat token)",
  ];
  const { diagnostics } = await planned(
    file(`type: github_actions\njobs: ${JSON.stringify({ one: commands })}`),
  );
  expect(diagnostics).toEqual([]);
});

test("the circle is told from its first job to itself", async () => {
  const { diagnostics } = await planned(
    file("type: github_actions\njobs: { a: { needs: [b] }, b: { needs: [c] }, c: { needs: [b] } }"),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'The job "b" waits for itself: b → c → b.',
  ]);
});

test("a chain of ten thousand jobs is followed", async () => {
  const jobs = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`j${index}`, { needs: [`j${index + 1}`] }]),
  );
  const text = file(`type: github_actions\njobs: ${JSON.stringify({ ...jobs, j10000: ["x"] })}`);
  expect(await told(text)).toEqual([]);
});
