// `nexgen schema`: the JSON Schema for editors.
import { authoringSchema } from "../../schema/authoring-schema.js";
import { exitCodes } from "../exit-codes.js";
import type { Terminal } from "../terminal.js";

/** Prints the schema. */
export function printSchema(terminal: Terminal): number {
  terminal.out(`${JSON.stringify(authoringSchema(), null, 2)}\n`);
  return exitCodes.success;
}
