// The login that every lookup store accepts. A type spreads it into its own `auth`, because a property
// is either common or of one type, never half of each.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";

const lb = from("LB");
const sm = from("SM");

/** What stands below `auth` in any lookup. */
export const loginProperties: Properties = {
  // A user often comes from the same secret as its password; a literal one is no credential.
  username: lb.text("User that logs in.", { sensitive: "connection" }),
  password: lb.text("Password of the user.", { sensitive: "credential" }),
  primary: sm.text("Whole secret that is tried first while credentials rotate.", {
    sensitive: "credential",
  }),
  secondary: sm.text("Whole secret that is the alternate while credentials rotate.", {
    sensitive: "credential",
  }),
  fallback_enabled: sm.boolean("Whether the alternate is tried when the first is refused."),
};
