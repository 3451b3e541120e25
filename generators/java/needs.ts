// What a file must bind for the project to hold anything. Apart from the generator, so that listing
// generators loads none.
import type { Needs } from "../../src/generator/contract.js";

export const javaNeeds: Needs = {
  what: "a stream, lookup, dead letter or completion",
  isIn: ({ streams, lookups, deadLetters, completions }) =>
    [streams, lookups, deadLetters, completions].some((section) => section.length > 0),
};
