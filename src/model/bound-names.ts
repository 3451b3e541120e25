// The bindings of one model by section and name, as names of process files are looked up in them.
import type { BoundSection } from "../processes/use-sections.js";
import type { Stream } from "./bindings.js";
import type { Named } from "./infra-model.js";
import type { BoundModel } from "./process-linker.js";

type NamedBinding = Named<object>;

/** Every type that a binding of the section can have, for help texts. */
const typesOf: Readonly<Record<BoundSection, string>> = {
  streams: "kafka, kinesis, pulsar; mongodb_sink to write only",
  lookups: "mongodb, redis, postgresql, cassandra, elasticsearch",
  checkpoints: "s3, hdfs, gcs, azure_blob, filesystem",
  state_backends: "external",
  dead_letters: "kafka, s3, mongodb",
  completions: "kafka",
};

/** An entry of each section that is complete with its values filled in. */
const entriesOf: Readonly<Record<BoundSection, string>> = {
  streams: "{ type: kafka, topic: …, brokers: … }",
  lookups: "{ type: postgresql, jdbc_url: …, table: … }",
  checkpoints: "{ type: s3, bucket: …, prefix: … }",
  state_backends: "{ type: external, … }",
  dead_letters: "{ type: kafka, topic: …, brokers: … }",
  completions: "{ type: kafka, topic: …, brokers: … }",
};

export const boundSections: readonly BoundSection[] = [
  "streams",
  "lookups",
  "checkpoints",
  "state_backends",
  "dead_letters",
  "completions",
];

export class BoundNames {
  readonly #sections: ReadonlyMap<BoundSection, ReadonlyMap<string, NamedBinding>>;
  readonly #streamsByTopic: ReadonlyMap<string, Named<Stream>>;
  readonly #deadLettersByTopic: ReadonlyMap<string, NamedBinding>;

  constructor(bound: BoundModel) {
    const { streams, lookups, checkpoints, stateBackends, deadLetters, completions } = bound;
    this.#sections = new Map<BoundSection, ReadonlyMap<string, NamedBinding>>([
      ["streams", byName(streams)],
      ["lookups", byName(lookups)],
      ["checkpoints", byName(checkpoints)],
      ["state_backends", byName(stateBackends)],
      ["dead_letters", byName(deadLetters)],
      ["completions", byName(completions)],
    ]);
    this.#streamsByTopic = new Map(
      streams.map((stream) => [physicalName(stream), stream] as const),
    );
    this.#deadLettersByTopic = new Map(
      deadLetters.flatMap((letter) =>
        letter.type === "kafka" ? [[letter.topic, letter] as const] : [],
      ),
    );
  }

  find(section: BoundSection, name: string): NamedBinding | null {
    return this.#sections.get(section)?.get(name) ?? null;
  }

  /** The binding whose topic is `name`, where a process writes to a physical name. */
  findTopic(section: BoundSection, name: string): NamedBinding | null {
    if (section === "streams") return this.#streamsByTopic.get(name) ?? null;
    return section === "dead_letters" ? (this.#deadLettersByTopic.get(name) ?? null) : null;
  }

  names(section: BoundSection): readonly string[] {
    return [...(this.#sections.get(section)?.keys() ?? [])];
  }

  all(section: BoundSection): readonly NamedBinding[] {
    return [...(this.#sections.get(section)?.values() ?? [])];
  }
}

function byName(bindings: readonly NamedBinding[]): ReadonlyMap<string, NamedBinding> {
  return new Map(bindings.map((binding) => [binding.name, binding]));
}

function physicalName(stream: Named<Stream>): string {
  if (stream.type === "kinesis") return stream.stream;
  return stream.type === "mongodb_sink" ? stream.collection : stream.topic;
}

/** `Add auth_events to "streams": auth_events: { type: kafka, … }`. */
export function entryHelp(section: BoundSection, name: string): string {
  return `Add it to "${section}": ${name}: ${entriesOf[section]}`;
}

export function typesHelp(section: BoundSection): string {
  return `Types of ${section}: ${typesOf[section]}.`;
}
