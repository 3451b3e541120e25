// What the operator says of a resource that it was given.
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClient, KubernetesObject } from "../api-client.js";
import { stored } from "../apply.js";
import type { Subject } from "./hand-over.js";
import type { Operator } from "./start-operator.js";

interface Status {
  /** JSON with a `message` and a list of throwables. */
  readonly error?: string | null;
  readonly jobManagerDeploymentStatus?: string;
}

/** Waits until the cluster is being started; an error has the operator's own words. */
export function isDeployed(api: ApiClient, { object }: Subject, operator: Operator): Promise<void> {
  return verdict(
    api,
    object,
    operator,
    ({ jobManagerDeploymentStatus }) => jobManagerDeploymentStatus === "DEPLOYING",
  );
}

/**
 * A session job passed the operator's rules when the operator waits for its cluster, which never gets
 * ready here. Only the log tells.
 */
export function isAccepted(
  api: ApiClient,
  { object, namespace }: Subject,
  operator: Operator,
): Promise<void> {
  const place = `${namespace}/${object.metadata.name}`;
  const waits = new RegExp(`^${place} .* Session cluster deployment is in \\S+ status`, "mu");
  return verdict(api, object, operator, () => waits.test(operator.log()));
}

async function verdict(
  api: ApiClient,
  object: KubernetesObject,
  { log }: Operator,
  isGood: (status: Status) => boolean,
): Promise<void> {
  let status: Status = {};
  for (let tries = 0; tries < 300; tries += 1) {
    status = ((await stored(api, object))["status"] ?? {}) as Status;
    if (status.error !== undefined && status.error !== null) {
      throw new Error(`${inWords(status.error)}${rootCause(log())}`);
    }
    if (isGood(status)) return;
    await sleep(400);
  }
  throw new Error(`No verdict after two minutes: ${JSON.stringify(status)}`);
}

/** The message and what caused it. */
function inWords(error: string): string {
  try {
    const { message, throwableList } = JSON.parse(error) as {
      readonly message?: string;
      readonly throwableList?: readonly { readonly message?: string }[];
    };
    return [message, ...(throwableList ?? []).map((one) => one.message)].join("\n");
  } catch {
    return error;
  }
}

/** The status leaves out what the log has: the last cause of the last error. */
function rootCause(log: string): string {
  const cause = log.match(/^Caused by: .+$/gmu)?.at(-1);
  return cause === undefined ? "" : `\n${cause}`;
}
