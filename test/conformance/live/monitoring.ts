// A real Prometheus with the emitted rules and the scrape configuration of the emitted README, and a real
// Alertmanager with the emitted configuration. Their answers; judges nothing.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dump, load } from "js-yaml";
import type { Servers } from "../prometheus/tools.js";
import { freePorts } from "../ports.js";
import type { Receiver } from "./receiver.js";
import type { Run } from "./run.js";
import { eventually, json } from "./wait.js";

/** Labels of one series, with its name. */
export type Series = Readonly<Record<string, string>>;

/** A rule as the server has it. */
export interface LoadedRule {
  readonly name: string;
  readonly query: string;
  readonly health: string;
  readonly lastError?: string;
  readonly state: string;
}

/** A node of a parsed expression; which keys it has depends on its type. */
export type Node = Readonly<Record<string, unknown>>;

/** Prometheus, asked by its HTTP API. */
export class Prometheus {
  constructor(private readonly address: string) {}

  private async ask<Data>(path: string, parameters: Record<string, string> = {}): Promise<Data> {
    const query = new URLSearchParams(parameters).toString();
    const { data } = await json<{ readonly data: Data }>(`${this.address}/api/v1/${path}?${query}`);
    return data;
  }

  /** The server's own tree of `expression`. */
  parsed(expression: string): Promise<Node> {
    return this.ask<Node>("parse_query", { query: expression });
  }

  /** The series that `selector` finds now. */
  async series(selector: string): Promise<readonly Series[]> {
    const { result } = await this.ask<{ readonly result: readonly { readonly metric: Series }[] }>(
      "query",
      { query: selector },
    );
    return result.map(({ metric }) => metric);
  }

  /** Names of all metrics that it has of Flink. */
  async names(): Promise<ReadonlySet<string>> {
    const all = await this.ask<readonly string[]>("label/__name__/values");
    return new Set(all.filter((name) => name.startsWith("flink_")));
  }

  async rules(): Promise<readonly LoadedRule[]> {
    const { groups } = await this.ask<{
      readonly groups: readonly { readonly rules: readonly LoadedRule[] }[];
    }>("rules");
    return groups.flatMap(({ rules }) => rules);
  }

  /** Address and health of what it scrapes. */
  async targets(): Promise<readonly { readonly scrapeUrl: string; readonly health: string }[]> {
    const { activeTargets } = await this.ask<{
      readonly activeTargets: readonly { readonly scrapeUrl: string; readonly health: string }[];
    }>("targets");
    return activeTargets;
  }
}

/** Starts both servers; they are stopped when the run ends. */
export async function startMonitoring(
  run: Run,
  programs: Servers,
  receiver: Receiver,
): Promise<Prometheus> {
  const [prometheusPort = 0, alertmanagerPort = 0] = await freePorts(2);
  run.context.start(programs.alertmanager, [
    `--config.file=${alertmanagerFile(run, receiver)}`,
    `--storage.path=${join(run.folder, "alertmanager")}`,
    listen(alertmanagerPort),
    "--cluster.listen-address=",
    "--log.level=error",
  ]);
  run.context.start(programs.prometheus, [
    `--config.file=${prometheusFile(run, alertmanagerPort)}`,
    `--storage.tsdb.path=${join(run.folder, "prometheus")}`,
    listen(prometheusPort),
    "--log.level=error",
  ]);
  for (const port of [alertmanagerPort, prometheusPort]) {
    await eventually("a server of the monitoring", 60, async () => {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/-/ready`);
      return answer.ok ? true : null;
    });
  }
  return new Prometheus(`http://127.0.0.1:${String(prometheusPort)}`);
}

function listen(port: number): string {
  return `--web.listen-address=127.0.0.1:${String(port)}`;
}

/** The scrape configuration that the emitted README tells, for this host. */
export function scrapeConfiguration({ emitted }: Run): Record<string, unknown> {
  const readme = emitted.text("prometheus-rules/README.md");
  const block = /```yaml\n(scrape_configs:\n[\s\S]*?)```/u.exec(readme)?.[1];
  if (block === undefined) throw new Error("The README tells no scrape configuration.");
  return load(block.replaceAll("HOST", "localhost")) as Record<string, unknown>;
}

function prometheusFile(run: Run, alertmanagerPort: number): string {
  const path = join(run.folder, "prometheus.yml");
  const targets = [`127.0.0.1:${String(alertmanagerPort)}`];
  const own = {
    // Seconds where a real one takes half a minute.
    global: { scrape_interval: "1s", evaluation_interval: "1s" },
    rule_files: [join(run.emitted.folder, "prometheus-rules/rules.yaml")],
    alerting: { alertmanagers: [{ static_configs: [{ targets }] }] },
  };
  writeFileSync(path, dump({ ...own, ...scrapeConfiguration(run) }));
  return path;
}

/**
 * The emitted configuration with two changes: credentials are in a folder of the run, and PagerDuty is a
 * server of ours.
 */
function alertmanagerFile(run: Run, receiver: Receiver): string {
  const folder = join(run.folder, "secrets");
  mkdirSync(folder, { recursive: true });
  for (const [name, value] of Object.entries(receiver.credentials)) {
    writeFileSync(join(folder, name), value, { mode: 0o600 });
  }
  const emitted = run.emitted.text("prometheus-rules/alertmanager.yml");
  const path = join(run.folder, "alertmanager.yml");
  const pagerduty = `global:\n  pagerduty_url: ${receiver.address}/pagerduty\n`;
  writeFileSync(path, pagerduty + emitted.replaceAll("/etc/alertmanager/secrets", folder));
  return path;
}
