// How eager V8 is to optimise. Decides nothing about when.

import type { setFlagsFromString } from "node:v8";

// Bundled as CommonJS.
declare const require: (id: "node:v8") => { setFlagsFromString: typeof setFlagsFromString };

/**
 * A run lasts a second at most, so code that is optimised early seldom pays back what that costs:
 * V8 waits longer before it optimises a function. Loads `node:v8`, which a small file need not pay.
 */
export function optimiseLate(): void {
  require("node:v8").setFlagsFromString("--interrupt-budget=800000");
}
