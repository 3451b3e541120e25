// What Flink's own client shows of the submit scripts.
import type { Claim, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

export const claims: readonly Claim[] = [
  {
    generator: "yarn",
    artifact: "`submit.sh`",
    holds: "calls Flink with words that its own client understands as they are meant",
    by: Object.values(versions.flinkYarn).map((version) => ({ program: "Flink", version })),
  },
];

export const limits: readonly Limit[] = [];
