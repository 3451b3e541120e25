// What the README tells to scrape: the port of each process, of which several may share a host.
import { expect, test } from "vitest";
import { load } from "js-yaml";
import { planned } from "./planned.js";

const base = `
resources: { orders: { parallelism: 1 }, totals: {} }
monitoring:
  metrics: { type: prometheus, port: 9300, path: /m }
  alerts: [{ name: restarted, condition: "restarts > 3 in 10m", severity: info }]
`;

const cluster = `
deployment:
  type: standalone
  cluster:
    job_manager: { host: one }
    task_managers: [{ host: one }, { host: two }, { host: two }]
`;

test.each([
  [
    "each process of a cluster on named hosts",
    cluster,
    ["one:9300", "one:9301", "two:9300", "two:9301"],
    true,
  ],
  ["hosts that nothing names", "deployment: { type: yarn }", ["HOST:9300"], true],
  ["pods", "deployment: { type: kubernetes }", ["HOST:9300"], false],
])("the targets of %s", async (_, deployment, targets, isRange) => {
  const { text } = await planned(base + deployment);
  const readme = text("README.md");
  const block = /```yaml\n(scrape_configs:\n[\s\S]*?)```/u.exec(readme)?.[1] ?? "";
  expect(load(block)).toEqual({
    scrape_configs: [
      {
        job_name: "flink",
        honor_labels: true,
        metrics_path: "/m",
        static_configs: [{ targets }],
      },
    ],
  });
  expect(readme.includes("take the ports from `9300` to `9310`")).toBe(isRange);
});

test("a host with more processes than ports names no port beyond the range", async () => {
  const managers = Array.from({ length: 20 }, () => "{ host: one }").join(", ");
  const many = cluster.replace(/task_managers: .*/u, `task_managers: [${managers}]`);
  const { text } = await planned(base + many);
  expect(text("README.md").match(/"one:\d+"/gu)).toHaveLength(11);
});
