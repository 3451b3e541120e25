// KEDA's Kafka triggers: one for each topic that a process reads, and the login they need.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type { OriginLeaf } from "../../../src/encode/leaf.js";
import type { PlannedFile } from "../../../src/generator/contract.js";
import { derived } from "../../../src/generator/view.js";
import type { KafkaStream, Text } from "../../../src/model/bindings.js";
import type { Named, Process } from "../../../src/model/infra-model.js";
import { receives } from "../../../src/model/uses.js";
import { consumerGroup } from "../../../src/targets/kafka/client-settings.js";
import { kubernetesName } from "../../../src/targets/kubernetes/names.js";
import {
  labelsOf,
  metadataView,
  processFolder,
  processName,
  spanOf,
  yamlFile,
  type Context,
} from "../context.js";
import { locationOf } from "../secrets/delivery.js";
import type { ScalingRequest } from "./request.js";

export interface KafkaTriggers {
  readonly triggers: readonly OriginLeaf[];
  /** TriggerAuthentications. */
  readonly files: readonly PlannedFile[];
}

const saslNames: Readonly<Record<string, string>> = {
  PLAIN: "plaintext",
  "SCRAM-SHA-256": "scram_sha256",
  "SCRAM-SHA-512": "scram_sha512",
  GSSAPI: "gssapi",
  OAUTHBEARER: "oauthbearer",
};

/** Reports E752 where no stream can be read for its lag, W954 where KEDA cannot log in. */
export function kafkaTriggers(
  context: Context,
  process: Process,
  request: ScalingRequest,
): KafkaTriggers {
  const lag = request.metrics.find(({ type }) => type === "kafka_lag");
  if (lag === undefined) return { triggers: [], files: [] };
  const streams = context.model.streams.filter(
    (stream): stream is Named<KafkaStream> =>
      stream.type === "kafka" && stream.direction !== "sink" && receives(process, stream.name),
  );
  if (streams.length === 0) {
    const span = spanOf(context, lag.origin[0], lag.origin[1]);
    const values = {
      property: "a Kafka stream that is read",
      condition: "scaling follows kafka_lag",
    };
    context.report(diagnose("E752", span, values));
  }
  const made = streams.map((stream) =>
    triggerOf(context, process, { stream, target: lag.target ?? 1 }),
  );
  return {
    triggers: made.map(({ trigger }) => trigger),
    files: made.flatMap(({ file }) => (file === null ? [] : [file])),
  };
}

interface Lag {
  readonly stream: Named<KafkaStream>;
  readonly target: number;
}

function triggerOf(
  context: Context,
  process: Process,
  { stream, target }: Lag,
): { readonly trigger: OriginLeaf; readonly file: PlannedFile | null } {
  const login = loginOf(context, stream);
  const authentication = `${processName(process)}-${kubernetesName(stream.name)}-kafka`;
  const metadata = {
    ...brokersOf(stream),
    consumerGroup: consumerGroup(stream, process.name),
    topic: stream.topic,
    lagThreshold: String(Math.max(1, Math.ceil(target))),
    ...login.metadata,
  };
  const trigger = {
    type: "kafka",
    metadata,
    ...(login.secrets.length === 0 ? {} : { authenticationRef: { name: authentication } }),
  };
  return {
    trigger: derived(trigger, [stream, "topic"]),
    file:
      login.secrets.length === 0
        ? null
        : yamlFile(
            {
              path: `${processFolder(process)}/trigger-authentication-${kubernetesName(stream.name)}.yaml`,
              template: "trigger-authentication",
              process,
            },
            {
              ...metadataView(context, authentication, labelsOf(context, process)),
              secrets: login.secrets.map((secret) => derived(secret, [stream, "properties"])),
            },
          ),
  };
}

/** A variable is read from the pods of the task managers, which have it. */
function brokersOf(stream: KafkaStream): Readonly<Record<string, string>> {
  const { brokers } = stream;
  if (typeof brokers === "string") return { bootstrapServers: brokers };
  return brokers.kind === "variable" ? { bootstrapServersFromEnv: brokers.name } : {};
}

interface SecretTarget {
  readonly parameter: string;
  readonly name: string;
  readonly key: string;
}

interface Login {
  readonly metadata: Readonly<Record<string, string>>;
  readonly secrets: readonly SecretTarget[];
}

function loginOf(context: Context, stream: Named<KafkaStream>): Login {
  const properties = stream.properties ?? {};
  const protocol = plain(properties["security.protocol"]);
  const tls = protocol?.includes("SSL") === true ? { tls: "enable" } : {};
  if (protocol?.startsWith("SASL") !== true) return { metadata: tls, secrets: [] };
  const sasl = saslNames[plain(properties["sasl.mechanism"]) ?? "GSSAPI"];
  const secrets = (["username", "password"] as const).flatMap((parameter): SecretTarget[] => {
    const location = locationOf(context, properties[`sasl.${parameter}`] ?? null);
    return location === null ? [] : [{ parameter, name: location.secretName, key: location.key }];
  });
  if (secrets.length < 2) reportNoLogin(context, stream);
  return { metadata: { ...(sasl === undefined ? {} : { sasl }), ...tls }, secrets };
}

function reportNoLogin(context: Context, stream: Named<KafkaStream>): void {
  const help = "Set sasl.username and sasl.password as secret:// references.";
  context.report(diagnose("W954", spanOf(context, stream), { stream: stream.name }, { help }));
}

function plain(text: Text | undefined): string | null {
  return typeof text === "string" ? text : null;
}
