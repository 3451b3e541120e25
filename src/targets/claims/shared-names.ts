// Several processes that read one stream under the name that its binding gives: one subscription, group
// or registered consumer for all. Told only where process files say who reads what.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Stream } from "../../model/bindings.js";
import type { InfraModel, Named, Process } from "../../model/infra-model.js";
import type { Place, RuleContext } from "../../model/rules/rule-context.js";
import { Readers } from "../../model/uses.js";
import { claimFacts, type ClaimKind } from "./claim.js";

/** Reports E753 or W755, once for each stream. */
export function checkSharedNames(model: InfraModel, context: RuleContext): void {
  const readers = new Readers(model.processes);
  for (const stream of model.streams) {
    const shared = sharedName(stream);
    const [first, second] = readers.linkedTo(stream.name);
    if (shared === null || first === undefined || second === undefined) continue;
    report(stream, shared, [first, second], context);
  }
}

interface SharedName {
  readonly kind: ClaimKind;
  readonly name: string;
  readonly place: Place;
  /** Whether each process gets a name of its own where none is stated. */
  readonly hasDefault: boolean;
}

/** The name under which every reader of the stream reads; null where each has one of its own. */
function sharedName(stream: Named<Stream>): SharedName | null {
  if (stream.type === "mongodb_sink" || stream.consumer === null) return null;
  switch (stream.type) {
    case "pulsar": {
      const { consumer } = stream;
      return named("subscription", consumer, "subscriptionName", consumer.subscriptionName, true);
    }
    case "kafka":
      return named("group", stream.consumer, "groupId", stream.consumer.groupId, true);
    case "kinesis": {
      const { consumer } = stream;
      if (consumer.type !== "enhanced_fan_out") return null;
      return named("fan-out", consumer, "consumerName", consumer.consumerName, false);
    }
  }
}

function named(
  kind: ClaimKind,
  object: object,
  key: string,
  name: string | null,
  hasDefault: boolean,
): SharedName | null {
  return name === null ? null : { kind, name, place: { object, key }, hasDefault };
}

function report(
  stream: Named<Stream>,
  { kind, name, place, hasDefault }: SharedName,
  [first, second]: readonly [Process, Process],
  context: RuleContext,
): void {
  const { severity, what, problem: harm } = claimFacts[kind];
  const problem = `"${first.name}" and "${second.name}" both read "streams.${stream.name}" as the ${what} "${name}": ${harm}`;
  const another = "bind a second stream to the topic, with a name of its own";
  const help = hasDefault
    ? `Leave the name out, so that each process has one of its own, or ${another}.`
    : `For one of them, ${another}.`;
  const span = context.origins.span(second);
  const related = span === null ? [] : [{ span, message: "one of the processes" }];
  const property = context.path(place);
  const diagnostic =
    severity === "error"
      ? diagnose(
          "E753",
          context.span(place),
          { property, other: `resources.${second.name}`, problem },
          { related, help },
        )
      : diagnose(
          "W755",
          context.span(place),
          { property, problem: `serves several processes: ${problem}` },
          { related, help },
        );
  context.report(diagnostic);
}
