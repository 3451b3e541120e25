// The dashboard: stable, and asking for what the line exposes.
import { expect, test } from "vitest";
import { flinkMetricNames } from "../../../src/targets/flink/find-metric-name.js";
import { alert, planned, watched, type Data } from "./planned.js";

function expressions(dashboard: Data): readonly string[] {
  return dashboard.panels.map((panel: Data) => panel.targets[0].expr);
}

test("panels ask for the processes that are chosen, in this environment", async () => {
  const { data } = await planned(watched(""));
  const dashboard = data("grafana-dashboard.json");
  expect(dashboard).toMatchObject({ id: null, uid: "nexgen-test-flink", title: "Flink: test" });
  expect(expressions(dashboard)).toContain(
    'max by (process) (flink_taskmanager_Status_JVM_Memory_Heap_Used{process=~"$process", environment="test"} / flink_taskmanager_Status_JVM_Memory_Heap_Max{process=~"$process", environment="test"})',
  );
  const ids = dashboard.panels.map(({ id }: Data) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(["1.18", "1.20", "2.2"] as const)(
  "every name is one that Flink %s exposes",
  async (line) => {
    const { data } = await planned(watched(""), { flinkVersion: line });
    const names =
      expressions(data("grafana-dashboard.json"))
        .join(" ")
        .match(/flink_\w+/gu) ?? [];
    const known = new Set(flinkMetricNames(line));
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  },
);

async function titles(text: string): Promise<readonly string[]> {
  const { data } = await planned(text);
  return data("grafana-dashboard.json").panels.map(({ title }: Data) => title);
}

test("latency has a panel only where its markers are switched on", async () => {
  expect(await titles(watched(""))).not.toContain("Latency, 99th percentile");
  expect(await titles(alert("latency_p50 > 5ms"))).toContain("Latency, 99th percentile");
});

test("a long name gives a short uid of its own", async () => {
  const name = "an-environment-with-a-very-long-name-indeed";
  const text = `version: "1.0"\nenvironment: ${name}\n${watched("")}`;
  const { uid } = (await planned(text)).data("grafana-dashboard.json");
  expect(uid).toMatch(/^[\w-]{40}$/u);
});

test("for the operator it is a ConfigMap", async () => {
  const { data } = await planned(watched(""), { flavor: "operator" });
  const object = data("grafana-dashboard.yaml");
  expect(object.metadata.labels.grafana_dashboard).toBe("1");
  expect(JSON.parse(object.data["flink-dashboard.json"])).toMatchObject({ title: "Flink: test" });
});
