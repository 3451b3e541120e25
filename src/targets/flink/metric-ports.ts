// The ports on which the processes of Flink give their metrics to Prometheus: one where each has an address
// of its own, a range where several share a host, of which each takes the first that is free.
import type { InfraModel } from "../../model/infra-model.js";
import type { FlinkTarget } from "./configuration/configuration.js";

/** First and last port of a host; the same where there is no range. */
export interface MetricPorts {
  readonly first: number;
  readonly last: number;
}

const defaultPort = 9249;
/** A second process on a host would run without metrics, and only log it. */
const portsOfHost = 11;
const sharesHosts: ReadonlySet<FlinkTarget> = new Set(["yarn", "standalone", "generic"]);

/** The ports of one host, by `port` of the metrics; null: Flink's usual one. */
export function metricPorts(port: number | null, target: FlinkTarget): MetricPorts {
  const first = port ?? defaultPort;
  const last = sharesHosts.has(target) ? Math.min(first + portsOfHost - 1, 65_535) : first;
  return { first, last };
}

/** `host:port` of every process, where the file names the hosts; null: it does not. */
export function metricAddresses(
  { deployment }: Pick<InfraModel, "deployment">,
  { first, last }: MetricPorts,
): readonly string[] | null {
  const cluster = deployment?.type === "standalone" ? deployment.cluster : null;
  const workers = cluster?.taskManagers ?? [];
  if (cluster === null || workers.length === 0) return null;
  const next = new Map<string, number>();
  return [cluster.jobManager, ...workers].flatMap(({ host }) => {
    const port = next.get(host) ?? first;
    next.set(host, port + 1);
    return port > last ? [] : [`${host}:${String(port)}`];
  });
}
