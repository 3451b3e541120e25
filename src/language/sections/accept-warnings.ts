// The rows of `accept_warnings`: warnings that the authors have read and live with.
import { from } from "../build-property.js";
import type { Section } from "../property.js";

const ours = from("addition");

export const acceptWarnings: Section = {
  kind: "list",
  summary:
    "Warnings that are accepted, each with the reason; one that no longer occurs is reported.",
  items: {
    kind: "map",
    properties: {
      code: ours.text("Code of the warning, such as W701.", {
        required: true,
        pattern: "^(W[0-9]{3}|[a-z][a-z0-9-]*/[a-z0-9-]+)$",
        form: "the code of a warning, such as W701",
      }),
      path: ours.text("Property or binding it is accepted for, dotted; everywhere when absent."),
      reason: ours.text("Why it is accepted.", { required: true }),
    },
  },
};
