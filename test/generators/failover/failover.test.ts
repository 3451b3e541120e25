import { expect, test } from "vitest";
import { failover } from "../../../generators/failover/index.js";
import { applies, compile, type Compilation } from "../../../src/compile/compile.js";
import { memoryHost } from "../../../src/source/memory-host.js";

const head = `version: "1.0"
environment: production
regions:
  a: { name: us-east-1, role: active }
  b: { name: us-west-2, role: standby }
  c: { name: eu-west-1, role: active }
`;
const stream = (mirror: string): string => `streams:
  orders:
    type: kafka
    regional: true
    topic: orders
    us-east-1: { brokers: "a:9092" }
    us-west-2: { brokers: "b:9092"${mirror} }
    eu-west-1: { brokers: "c:9092" }
  totals: { type: kafka, global: true, topic: totals, brokers: "w:9092" }
`;
const process = "resources:\n  order_totals: { parallelism: 2 }\n";
const copied = ", mirror: { source: us-east-1 }";

function plan(more: string, secondary = "us-west-2"): string {
  return `failover:\n  us: { primary: us-east-1, secondary: ${secondary}${more} }\n`;
}

async function planned(text: string, region?: string): Promise<Compilation> {
  return compile(memoryHost({ files: { "/p/main.infra": text } }), "/p/main.infra", {
    generators: [{ generator: failover }],
    onlyApplicable: true,
    ...(region === undefined ? {} : { region }),
  });
}

/** Runbooks by `<region>/<file>`. */
async function runbooks(text: string): Promise<ReadonlyMap<string, string>> {
  const { scopes, diagnostics } = await planned(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const files = scopes.flatMap((scope) => scope.files);
  return new Map(
    files
      .filter(({ path }) => !path.endsWith("README.md"))
      .map(({ path, text: content }) => [path.replace("production/", ""), content]),
  );
}

async function codes(text: string): Promise<readonly string[]> {
  const { diagnostics } = await planned(text);
  return diagnostics
    .filter(({ code }) => /^W75[389]/u.test(code))
    .map(({ code, span }) => `${code} ${span?.file.text.slice(span.start, span.end) ?? ""}`);
}

test("both regions of a plan have its runbook, and no other region has", async () => {
  const found = await runbooks(head + stream(copied) + process + plan(""));
  expect([...found.keys()]).toEqual(["us-east-1/failover/us.md", "us-west-2/failover/us.md"]);
  const { analysis } = await planned(head + stream("") + process + plan(""));
  expect(analysis.models.map(({ model }) => applies(failover, model))).toEqual([true, true, false]);
});

test("the figures are worked out from the plan", async () => {
  const text =
    plan(`, detection: { health_check_interval: 20s, failure_threshold: 3, recovery_threshold: 6 },
    promotion: { promotion_delay: 30s, notification_channels: ["slack://oncall", "https://hooks.example.com/T0/secret"] },
    traffic: { dns_ttl: 1m, gradual_switch: true, switch_percentage_per_step: 40, step_interval: 5m }`);
  const runbook = (await runbooks(head + stream(copied) + process + text)).get(
    "us-west-2/failover/us.md",
  );
  expect(runbook).toContain("after 3 failed checks in a row, 1m.");
  expect(runbook).toContain("Wait 30s more before you promote: 90s since the first failed check.");
  expect(runbook).toContain("6 good checks in a row, 2m.");
  expect(runbook).toContain("| 40 % | at once |\n| 80 % | after 5m |\n| 100 % | after 10m |\n");
  expect(runbook).toContain("`slack://oncall`");
  expect(runbook).not.toContain("secret");
});

test("what is copied is told from what is lost, and shared streams are neither", async () => {
  const lost = (await runbooks(head + stream("") + process + plan(""))).get(
    "us-west-2/failover/us.md",
  );
  expect(lost).toMatch(/Not copied[^]*- `orders`, topic `orders`/u);
  expect(lost).not.toContain("`totals`");
  const kept = (await runbooks(head + stream(copied) + process + plan(""))).get(
    "us-west-2/failover/us.md",
  );
  expect(kept).toMatch(/Copied from `us-east-1`[^]*- `orders`, topic `orders`/u);
  expect(kept).not.toContain("Not copied");
});

test("commands name what the target's own generator names", async () => {
  const kubernetes = "deployment: { type: kubernetes, namespace: orders }\n";
  const onKubernetes = await runbooks(head + stream(copied) + process + plan("") + kubernetes);
  expect(onKubernetes.get("us-east-1/failover/us.md")).toContain(
    "kubectl --namespace orders patch flinkdeployment order-totals --type merge",
  );
  expect(onKubernetes.get("us-west-2/failover/us.md")).toContain("kubectl apply -k ../k8s");
  const onYarn = await runbooks(
    `${head}${stream(copied)}${process}${plan("")}deployment: { type: yarn }\n`,
  );
  expect(onYarn.get("us-west-2/failover/us.md")).toContain("../yarn/order_totals/submit.sh\n");
});

test("a region that none takes over from has a runbook of its own return", async () => {
  const found = await runbooks(head + stream("") + process + plan("", "null"));
  expect([...found.keys()]).toEqual(["us-east-1/failover/us.md"]);
  expect(found.get("us-east-1/failover/us.md")).toContain("no region takes over");
});

test.each([
  [
    "W753 where the plan asks for a promotion without an operator",
    stream(copied) + plan(", promotion: { auto_promote: true }"),
    ["W753 true"],
  ],
  [
    "W758 where steps are shorter than the life of an address",
    stream(copied) +
      plan(
        ", traffic: { dns_ttl: 10m, gradual_switch: true, switch_percentage_per_step: 50, step_interval: 5m }",
      ),
    ["W758 5m"],
  ],
  ["W759 where a regional stream is not copied", stream("") + plan(""), ["W759 orders"]],
  [
    "W759 where the copy is switched off",
    stream(", mirror: { source: us-east-1, enabled: false }") + plan(""),
    ["W759 orders"],
  ],
  [
    "nothing where all is well",
    stream(copied) +
      plan(
        ", promotion: { auto_promote: false }, traffic: { dns_ttl: 5m, gradual_switch: true, switch_percentage_per_step: 50, step_interval: 5m }",
      ),
    [],
  ],
])("%s", async (_, text, wanted) => {
  expect(await codes(head + process + text)).toEqual(wanted);
});

test("E934: what no namespace can hold reaches no command", async () => {
  const hostile = 'deployment: { type: kubernetes, namespace: "a; rm -rf /" }\n';
  const { scopes, diagnostics } = await planned(
    head + stream(copied) + process + plan("") + hostile,
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(
    errors.map(({ code, span }) => `${code} ${span?.file.text.slice(span.start, span.end) ?? ""}`),
  ).toEqual(['E934 "a; rm -rf /"']);
  expect(scopes).toEqual([]);
});
