// How eager V8 is to optimise, set by how much there is to read. Loads nothing for a small file.
import type { setFlagsFromString } from "node:v8";
import type { Host } from "../source/host.js";
import { nodeHost } from "../source/node-host.js";

// Core is bundled as CommonJS.
declare const require: (id: "node:v8") => { setFlagsFromString: typeof setFlagsFromString };

/** Bytes of input from which functions run often enough to be optimised. */
const much = 32_768;

/**
 * The real disk. A run lasts a second at most, so code that is optimised early seldom pays back what
 * that costs: with the first file above `much` bytes, V8 waits longer before it optimises a function.
 */
export function patientHost(): Host {
  const host = nodeHost();
  let patient = false;
  return {
    ...host,
    readFile(path, limit) {
      const outcome = host.readFile(path, limit);
      if (!patient && outcome.kind === "file" && outcome.bytes.length > much) {
        patient = true;
        require("node:v8").setFlagsFromString("--interrupt-budget=800000");
      }
      return outcome;
    },
  };
}
