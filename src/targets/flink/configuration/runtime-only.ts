// A Flink configuration holds plain text: no variable, no secret of the running process.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import type { ConfigurationContext } from "./context.js";

/** E920: a value of the running process for an option that has no other delivery. */
export function runtimeOnly(
  context: ConfigurationContext,
  option: string,
  origin: ValueOrigin | undefined,
  help: string,
): void {
  const path =
    origin === undefined ? null : context.request.origins.of(origin.object, origin.key)?.path;
  context.say(
    diagnose("E920", context.spanOf(origin), { property: path ?? option, option }, { help }),
  );
}
