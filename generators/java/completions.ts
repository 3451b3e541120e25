// The classes of completion bindings: a sink of events that a job makes itself, and the callback that
// announces writes of other sinks.
import { code } from "../../src/encode/leaf.js";
import type { Completion, KafkaCompletionCallback } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { usedBindings } from "../../src/model/uses.js";
import { lineAtLeast } from "../../src/targets/flink/lines.js";
import { producerSettings, type ClientSettings } from "../../src/targets/kafka/client-settings.js";
import { checkFreeProperties } from "../../src/targets/kafka/free-properties.js";
import { contradiction, exceeds, oncePerModel, risky } from "../../src/targets/kafka/places.js";
import { checkCheckpoints, checkProducer } from "../../src/targets/kafka/producer-checks.js";
import { confirmationsSince, reportImpossible, unconfirmed } from "./confirming.js";
import { connectorDependency, type Contribution } from "./connectors.js";
import { claimClassName, packageOf, type JavaContext } from "./context.js";
import { formatClass } from "./format.js";
import type { JavaClass } from "./java-class.js";
import { settingsView } from "./kafka/settings-view.js";
import { kafkaSink } from "./kafka/sink.js";

/** Classes and dependencies of every completion binding. */
export function completionClasses(context: JavaContext): Contribution {
  const parts = usedBindings(context.model, "completions", context.model.completions).map(
    (binding) => partsOf(context, binding),
  );
  return {
    classes: parts.flatMap(({ classes }) => classes),
    dependencies: parts.flatMap(({ dependencies }) => dependencies),
  };
}

function partsOf(context: JavaContext, binding: Named<Completion>): Contribution {
  const connector = connectorDependency(context, "kafka", binding, "completions");
  if (connector === null) return { classes: [], dependencies: [] };
  checkFreeProperties(context, binding.properties, ["producer"]);
  const sink = kafkaSink(context, "completions", binding, unconfirmed);
  const format = formatClass(context, "completions", binding, binding.topic);
  return {
    classes: [sink, ...callbackClass(context, binding), ...format.classes],
    dependencies: [connector, ...format.dependencies],
  };
}

const defaultCallback: KafkaCompletionCallback = {
  trigger: "after_commit",
  timeoutMs: null,
  retry: null,
  includeSinkResponse: null,
};

/** Names of the completion bindings that streams ask for. */
const targets = oncePerModel(
  ({ streams }) =>
    new Set(
      streams.flatMap(({ completion }) =>
        completion?.enabled === true ? [completion.target] : [],
      ),
    ),
);

/** The callback, where the binding describes it or a stream asks for it. */
function callbackClass(context: JavaContext, binding: Named<Completion>): readonly JavaClass[] {
  if (binding.callback === null && !targets(context).has(binding.name)) return [];
  const callback = binding.callback ?? defaultCallback;
  if (!checkCallback(context, binding, callback)) return [];
  const settings = callbackSettings(context, binding, callback);
  const client = settingsView(context, binding, settings.all);
  const { support } = context;
  return [
    {
      packageName: packageOf(context, "completions"),
      name: claimClassName(context, "completions", binding, "Callback"),
      template: "callback",
      imports: [
        "java.util.Properties",
        "org.apache.flink.api.common.serialization.SerializationSchema",
        "org.apache.flink.api.connector.sink2.Sink",
        ...["ConfirmationSettings", "ConfirmingSink", "SinkDescription"].map((name) =>
          support.use(name as "ConfirmingSink"),
        ),
        "org.apache.flink.api.common.serialization.SimpleStringSchema",
        support.use("KeySerializer"),
        support.use("RecordField"),
        ...client.imports,
      ],
      view: {
        path: `completions.${binding.name}`,
        environment: context.model.environment,
        topic: binding.topic,
        moment: moments[callback.trigger],
        // A model without one does not come about (E702).
        keyField: binding.producer?.keyField ?? "",
        trigger: code(callback.trigger.toUpperCase()),
        ...retryView(callback),
        withResponse: code(String(callback.includeSinkResponse ?? false)),
        brokers: client.brokers,
        settings: client.rows,
      },
      lists: {
        section: "completions",
        binding: binding.name,
        summary: `announces completed writes on the Kafka topic ${binding.topic}`,
      },
    },
  ];
}

const moments: Readonly<Record<KafkaCompletionCallback["trigger"], string>> = {
  after_commit: "An event is sent when the checkpoint that holds the write is complete.",
  after_flush: "An event is sent when the sink has written, before the checkpoint is complete.",
  after_ack: "",
};

/** Waits that are not stated: a tenth of a second, at most five. */
function retryView({ retry }: KafkaCompletionCallback) {
  const initial = retry?.initialDelayMs ?? 100;
  return {
    retries: retry?.attempts ?? 0,
    backoff: code((retry?.backoff ?? "exponential").toUpperCase()),
    initialDelay: code(`${initial}L`),
    maxDelay: code(`${retry?.maxDelayMs ?? Math.max(initial, 5000)}L`),
  };
}

/** Clients wait this long for an answer by default, in milliseconds. */
const requestTimeout = 30_000;

/** The producer of events: the timeout counts from the commit, so it is that of the delivery. */
function callbackSettings(
  context: JavaContext,
  binding: Named<Completion>,
  callback: KafkaCompletionCallback,
): ClientSettings {
  const settings = producerSettings(context, { ...binding, connectivity: null });
  const { timeoutMs } = callback;
  if (timeoutMs === null) return settings;
  const stated = settings.get("delivery.timeout.ms")?.from ?? null;
  if (stated !== null)
    contradiction(
      context,
      stated,
      [callback, "timeoutMs"],
      "both say how long an event may take",
      'Remove "delivery.timeout.ms".',
    );
  settings.set("delivery.timeout.ms", timeoutMs, [callback, "timeoutMs"]);
  settings.set("max.block.ms", timeoutMs, [callback, "timeoutMs"]);
  if (settings.get("linger.ms") === null) settings.set("linger.ms", 0, null);
  const linger = settings.number("linger.ms", 0);
  const request = settings.get("request.timeout.ms");
  if (request === null)
    settings.set(
      "request.timeout.ms",
      Math.max(0, Math.min(requestTimeout, timeoutMs - linger)),
      null,
    );
  if (linger >= timeoutMs)
    exceeds(
      context,
      settings.get("linger.ms")?.from ?? [callback, "timeoutMs"],
      `the timeout of ${timeoutMs} ms`,
      "every event would be too late before it is sent",
      'Lower "linger.ms", or raise "timeout".',
    );
  else checkProducer(context, settings);
  return settings;
}

/** Whether there can be a callback; what cannot be honoured is reported. */
function checkCallback(
  context: JavaContext,
  binding: Named<Completion>,
  callback: KafkaCompletionCallback,
): boolean {
  const place =
    binding.callback === null ? ([binding, "type"] as const) : ([callback, "trigger"] as const);
  if (callback.trigger === "after_ack") {
    const problem = "the connectors show no acknowledgement of a single write";
    const help = 'Choose "after_flush", the earliest moment that a sink tells of.';
    reportImpossible(context, place, "sinks of Flink", problem, help);
    return false;
  }
  if (!lineAtLeast(context.line, confirmationsSince)) {
    const problem = "its sinks tell nobody when a checkpoint is complete";
    const help = `Lines from ${confirmationsSince} on have it.`;
    reportImpossible(context, place, `Flink ${context.line}`, problem, help);
    return false;
  }
  if (callback.trigger === "after_commit") checkCheckpoints(context, place, "after_commit");
  if (callback.includeSinkResponse === true)
    risky(
      context,
      [callback, "includeSinkResponse"],
      "cannot hold the server's own answer, which the connectors keep to themselves: an event carries stream, target, id, write concern and time",
      "Readers find them in the headers that start with completion-.",
    );
  if (binding.producer?.deliveryGuarantee === "exactly_once")
    risky(
      context,
      [binding.producer, "deliveryGuarantee"],
      "holds for events that a job writes itself; those of the callback come at least once",
      "Let readers expect repetitions.",
    );
  return true;
}
