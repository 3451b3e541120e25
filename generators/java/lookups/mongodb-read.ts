// Where a MongoDB lookup reads and what the read promises, as the driver's own calls.
import { absent, code, type Code } from "../../../src/encode/leaf.js";
import { javaString } from "../../../src/encode/java.js";
import type { MongodbLookup, MongodbLookupRead } from "../../../src/model/bindings.js";
import type { StoreRequest } from "./store-class.js";

interface DriverCall {
  readonly expression: Code | typeof absent;
  readonly imports: readonly string[];
}

/** The driver takes no smaller one. */
const leastStalenessMs = 90_000;

/** `ReadPreference.secondaryPreferred(…)`; nothing where the connection string may decide. */
export function readPreference(request: StoreRequest<MongodbLookup>): DriverCall {
  const { lookup, findings } = request;
  const { read, zone } = lookup;
  const isStated = read !== null && findings.states(read, "preference");
  if (!isStated && zone === null && (read === null || read.maxStalenessMs === null))
    return { expression: absent, imports: [] };
  const preference = read?.preference ?? "primary";
  const staleness = read === null ? null : stalenessOf(read, preference, request);
  const tags = zone === null ? null : `new TagSet(new Tag("zone", ${javaString(zone)}))`;
  if (tags !== null && preference === "primary")
    findings.hasNoEffect(
      lookup,
      "zone",
      "reads go to the primary, wherever it is",
      "Write a read preference such as nearest.",
    );
  const words = [
    ...(tags === null || preference === "primary" ? [] : [tags]),
    ...(staleness === null ? [] : [`${staleness}L, TimeUnit.MILLISECONDS`]),
  ];
  return {
    expression: code(`ReadPreference.${preference}(${words.join(", ")})`),
    imports: [
      "com.mongodb.ReadPreference",
      ...(tags === null || preference === "primary"
        ? []
        : ["com.mongodb.Tag", "com.mongodb.TagSet"]),
    ],
  };
}

function stalenessOf(
  read: MongodbLookupRead,
  preference: string,
  { findings }: StoreRequest<MongodbLookup>,
): number | null {
  const { maxStalenessMs } = read;
  if (maxStalenessMs === null) return null;
  if (preference === "primary") {
    findings.contradicts(
      [read, "maxStalenessMs"],
      [read, "preference"],
      "the primary is never stale, and the driver refuses the pair",
      "Write a preference that reads from secondaries, or remove it.",
    );
    return null;
  }
  if (maxStalenessMs < leastStalenessMs) {
    const help = "Write at least 90s.";
    findings.isRefused(read, "maxStalenessMs", "the driver takes nothing below 90 s", help);
  }
  return maxStalenessMs;
}

export function readConcern({ lookup, findings }: StoreRequest<MongodbLookup>): DriverCall {
  const { read } = lookup;
  const concern = read?.concern ?? null;
  if (read === null || concern === null) return { expression: absent, imports: [] };
  if (concern === "linearizable" && read.preference !== "primary")
    findings.contradicts(
      [read, "concern"],
      [read, "preference"],
      "only the primary answers linearizable reads",
      "Write preference: primary, or concern: majority.",
    );
  return {
    expression: code(`ReadConcern.${concern.toUpperCase()}`),
    imports: ["com.mongodb.ReadConcern"],
  };
}
