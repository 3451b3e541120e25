// What a job manager does at the API server, done by Flink's own classes under the emitted account.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../../harness.js";
import type { JavaPrograms } from "../../java-programs.js";
import type { ControlPlane } from "../control-plane.js";

/** A cluster whose job manager is played. */
export interface PlayedCluster {
  readonly namespace: string;
  readonly name: string;
  readonly account: string;
}

/** What became of the duties of one cluster: `task-managers`, `high-availability`. */
export type Outcomes = ReadonlyMap<string, string>;

/** Plays all job managers, by cluster. */
export async function playJobManagers(
  context: Context,
  plane: ControlPlane,
  programs: JavaPrograms,
  clusters: readonly PlayedCluster[],
): Promise<ReadonlyMap<PlayedCluster, Outcomes>> {
  const folders = new Map<string, PlayedCluster>();
  for (const cluster of clusters) {
    folders.set(await mountedFolder(context, plane, cluster), cluster);
  }
  const quiet = join(context.scratch, "duties.log4j2.properties");
  writeFileSync(quiet, "rootLogger.level=OFF\n");
  const { stdout } = await context.must("java", [
    "-Xmx256m",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    `-Dlog4j.configurationFile=${quiet}`,
    "-cp",
    programs.classPath,
    "JobManagerDuties",
    ...folders.keys(),
  ]);
  const outcomes = new Map(clusters.map((cluster) => [cluster, new Map<string, string>()]));
  for (const line of stdout.split("\n")) {
    const [folder = "", duty = "", outcome = ""] = line.split("\t");
    const cluster = folders.get(folder);
    if (cluster !== undefined) outcomes.get(cluster)?.set(duty, outcome);
  }
  return outcomes;
}

/** An error unless the duty was done; its reason is what the server said. */
export function wasDone(outcomes: Outcomes | undefined, duty: string): void {
  const outcome = outcomes?.get(duty) ?? "It was not tried.";
  if (outcome !== "ok") throw new Error(outcome);
}

/** A folder with what the pod finds in its own, from the ConfigMaps that it mounts. */
async function mountedFolder(
  context: Context,
  plane: ControlPlane,
  { namespace, name, account }: PlayedCluster,
): Promise<string> {
  const folder = join(context.scratch, "job-managers", namespace, name);
  mkdirSync(folder, { recursive: true });
  const maps = `/api/v1/namespaces/${namespace}/configmaps`;
  for (const map of [`flink-config-${name}`, `pod-template-${name}`]) {
    const { status, body } = await plane.api.call("GET", `${maps}/${map}`);
    if (status === 404) continue;
    const files = Object.entries((body["data"] ?? {}) as Readonly<Record<string, string>>);
    for (const [file, text] of files) writeFileSync(join(folder, file), text);
  }
  const access = await plane.as(namespace, account);
  writeFileSync(join(folder, "kubeconfig"), access.kubeconfig);
  return folder;
}
