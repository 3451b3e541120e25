// What a stand-in of the service shows of the stream scripts.
import type { Claim, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const { awscli, moto } = versions.kinesis;

export const claims: readonly Claim[] = [
  {
    generator: "kafka-topics",
    artifact: "`streams.sh`",
    holds:
      "plans without doing, creates what is read back as modelled, aligns retention, adds shards by its flag only, and refuses another account",
    by: [
      { program: "the AWS command line", version: awscli },
      { program: "moto", version: moto },
    ],
  },
];

export const limits: readonly Limit[] = [
  {
    generator: "kafka-topics",
    artifact: "`streams.sh`",
    because: "the service itself is out of reach: moto stands in for it, and knows no quotas.",
  },
];
