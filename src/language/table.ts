// The property table: every top-level key of an `.infra` file, in the order of the specification.
// Only collects; the rows are in sections/.
import { from } from "./build-property.js";
import type { Properties, Section } from "./property.js";
import { acceptWarnings } from "./sections/accept-warnings.js";
import { checkpoints } from "./sections/checkpoints.js";
import { completions } from "./sections/completions.js";
import { deadLetters } from "./sections/dead-letters.js";
import { deployment } from "./sections/deployment.js";
import { failover } from "./sections/failover.js";
import { lookups } from "./sections/lookups.js";
import { monitoring } from "./sections/monitoring.js";
import { regions } from "./sections/regions.js";
import { resources } from "./sections/resources.js";
import { secrets } from "./sections/secrets.js";
import { stateBackends } from "./sections/state-backends.js";
import { streams } from "./sections/streams.js";

const spec = from("§3.2");
const inheritance = from("§5.2");

/** The keys at the head of a file, beside the sections; only `description` takes a variable. */
export const headProperties: Properties = {
  version: spec.text("Version of the language the file is written in, quoted.", {
    required: true,
    pattern: "^[0-9]+\\.[0-9]+$",
    form: 'a quoted version such as "1.0"',
  }),
  environment: spec.text("Environment that the file describes, such as production.", {
    required: true,
    pattern: "^[a-z][a-z0-9_-]*$",
    form: "a lower-case name of letters, digits, _ and -",
  }),
  description: spec.text("What the file is for."),
  extends: inheritance.text("File to inherit from, relative to this one.", {
    // Neither absolute nor with a drive letter or URI scheme; the project root is checked on reading.
    pattern: "^(?![/~]|[A-Za-z][A-Za-z0-9+.\\-]*:)[^\\\\\\n]+\\.infra$",
    form: "a relative path ending in .infra",
  }),
};

/** The sections by top-level key. */
export const sections: Readonly<Record<string, Section>> = {
  streams,
  lookups,
  checkpoints,
  state_backends: stateBackends,
  dead_letters: deadLetters,
  completions,
  resources,
  secrets,
  monitoring,
  deployment,
  regions,
  failover,
  accept_warnings: acceptWarnings,
};
