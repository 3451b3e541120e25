// What a file must bind before there is anything to create. Loaded with the list of generators: imports
// nothing but types.
import type { Needs } from "../../src/generator/contract.js";

export const topicNeeds: Needs = {
  what: "a topic of Kafka or Pulsar, or a stream of Kinesis",
  isIn: ({ streams, deadLetters, completions }) =>
    completions.length > 0 ||
    deadLetters.some(({ type }) => type === "kafka") ||
    streams.some(({ type }) => type !== "mongodb_sink"),
};
