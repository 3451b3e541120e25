// The configuration that the operator hands to Flink, compared with the emitted object, with the model
// and with the file that flink-conf emits of the same process.
import { configurationsIn } from "../../flink/configurations.js";
import { render } from "../../render.js";
import type { InfraModel, Process } from "../../../../src/model/infra-model.js";
import type { KubernetesDeployment } from "../../../../src/model/bindings.js";
import type { ApiClient } from "../api-client.js";
import { quantityBytes } from "../quantity.js";
import type { FlinkResource, Subject } from "./hand-over.js";

/** What stands in `flink-config-<name>`, the file that the job manager's pod mounts. */
export async function effectiveConfiguration(
  api: ApiClient,
  { object, namespace }: Subject,
): Promise<ReadonlyMap<string, string>> {
  const path = `/api/v1/namespaces/${namespace}/configmaps/flink-config-${object.metadata.name}`;
  const { body } = await api.must("GET", path);
  const { "flink-conf.yaml": text = "", ...logging } = body["data"] as Record<string, string>;
  const entries = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): [string, string] => {
      const at = line.indexOf(": ");
      return [line.slice(0, at), line.slice(at + 2)];
    });
  return new Map([...entries, ...Object.entries(logging)]);
}

/** Every option of the object and its log configuration is in it as emitted. */
export function keepsWhatIsEmitted(
  effective: ReadonlyMap<string, string>,
  { object }: Subject,
): void {
  const { flinkConfiguration, logConfiguration } = object.spec;
  const options = Object.entries(flinkConfiguration).filter(([key]) => !isForOperator(key));
  agree(effective, [...options, ...Object.entries(logConfiguration ?? {})]);
}

/** The operator keeps its own options for itself. */
function isForOperator(key: string): boolean {
  return key.startsWith("kubernetes.operator.");
}

/** What fields of the object became is what the model says. */
export function saysWhatTheModelSays(
  effective: ReadonlyMap<string, string>,
  { object, set: { model } }: Subject,
): void {
  const { cluster } = model;
  const { image, serviceAccount } = kubernetesDeployment(model);
  const process = processOf(model, object);
  agree(effective, [
    ["kubernetes.cluster-id", object.metadata.name],
    ["kubernetes.service-account", serviceAccount],
    ["kubernetes.container.image.pull-policy", image?.pullPolicy ?? null],
    ["kubernetes.jobmanager.replicas", cluster.jobManagerReplicas],
    ["high-availability.type", cluster.highAvailability?.type ?? null],
    [
      "high-availability.storageDir",
      cluster.highAvailability?.storageDir?.replace(/\/$/u, "") ?? null,
    ],
    ["jobmanager.memory.process.size", cluster.jobManagerMemoryBytes],
    ...(process === null ? [] : [...jobOf(process, model), slotsOf(process, effective)]),
  ]);
}

/** A task manager has the memory of its slots. */
function slotsOf(process: Process, effective: ReadonlyMap<string, string>): Expectation {
  const slots = Number(effective.get("taskmanager.numberOfTaskSlots"));
  return ["taskmanager.memory.process.size", slots * process.taskMemoryBytes];
}

function kubernetesDeployment({ deployment }: InfraModel): KubernetesDeployment {
  if (deployment?.type === "kubernetes") return deployment;
  throw new Error("It is not for Kubernetes.");
}

function jobOf(process: Process, model: InfraModel): readonly Expectation[] {
  const { application } = kubernetesDeployment(model);
  const jar = process.jar ?? application?.artifacts?.[0] ?? null;
  const args = process.args ?? application?.args ?? [];
  return [
    ["pipeline.name", process.name],
    ["parallelism.default", process.parallelism.initial],
    ["pipeline.max-parallelism", process.maxParallelism],
    ["pipeline.jars", jar === null ? null : new URL(jar, "local:///").href],
    ["$internal.application.main", process.mainClass ?? application?.mainClass ?? null],
    ["$internal.application.program-args", args.map(listItem).join(";")],
  ];
}

/** How Flink writes one item of a list in one line. */
function listItem(text: string): string {
  return /[;'"]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

/** Null: a session cluster. */
export function processOf(model: InfraModel, { metadata, spec }: FlinkResource): Process | null {
  if (spec.job === undefined) return null;
  const names = [metadata.name, metadata.name.replace(/-blue$/u, "")];
  const found = model.processes.find(({ name }) => names.includes(name.replaceAll("_", "-")));
  if (found === undefined) throw new Error(`No process is named like ${metadata.name}.`);
  return found;
}

/** The file of flink-conf for the same process says the same, but for what depends on the place. */
export async function agreesWithTheFile(
  effective: ReadonlyMap<string, string>,
  { object, set }: Subject,
): Promise<void> {
  const process = processOf(set.model, object);
  const rendered = await render(set.input, { generator: "flink-conf" });
  const file = rendered?.files.find(
    ({ path }) => path.includes(`/${String(process?.name)}/`) && path.endsWith(".yaml"),
  );
  if (file === undefined) throw new Error("flink-conf emits no file of it.");
  const [configuration] = configurationsIn(file, file.path);
  const entries = [...(configuration?.entries ?? [])].filter(([key]) => !isOfThePlace(key));
  agree(effective, entries);
}

const placeOptions: readonly RegExp[] = [
  // Where a process listens: pods have addresses of their own, the operator fixes the ports.
  /^(?:jobmanager|taskmanager)\.(?:bind-host|rpc\.address|rpc\.port|data\.port)$/u,
  /^(?:rest|blob)\./u,
  // Flink's image or the operator's own defaults bring it.
  /^env\.java\.opts\.all$/u,
  // Its own name and namespace.
  /^kubernetes\.(?:cluster-id|namespace)$/u,
  /^high-availability\.cluster-id$/u,
];

function isOfThePlace(key: string): boolean {
  return placeOptions.some((pattern) => pattern.test(key));
}

/** `null`: nothing is said of the option. */
type Expectation = readonly [key: string, value: string | number | null];

/** An error has a line for each option with another value. */
function agree(effective: ReadonlyMap<string, string>, expected: readonly Expectation[]): void {
  const findings = expected.flatMap(([key, value]) => {
    const found = effective.get(key);
    if (value === null || (found !== undefined && isSame(found, String(value)))) return [];
    return [`${key} is ${found ?? "absent"} instead of ${String(value)}`];
  });
  if (findings.length > 0) throw new Error(findings.join("\n"));
}

function isSame(found: string, expected: string): boolean {
  return found === expected || (bytes(found) ?? found) === (bytes(expected) ?? expected);
}

/** `4096m` as Flink reads it; null: no size. */
function bytes(text: string): number | null {
  const match = /^(\d+)(m|k|g)?b?$/u.exec(text);
  if (match === null) return null;
  const unit = match[2] === undefined ? "" : `${match[2].toUpperCase()}i`.replace("KI", "Ki");
  return quantityBytes(`${String(match[1])}${unit}`);
}
