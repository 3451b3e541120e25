// What the readers of Compose files show.
import { debian, type Claim, type Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const library = { program: "compose-go", version: versions.composeGo };

export const claims: readonly Claim[] = [
  {
    generator: "compose",
    artifact: "`compose.yaml`",
    holds: "is loaded by the library of docker compose and by its predecessor",
    by: [library, debian("docker-compose")],
    checks: /: (?:compose-go loads it|docker-compose config accepts it)$/u,
  },
  {
    generator: "compose",
    artifact: "`compose.yaml`",
    holds:
      "mounts only files that are there, has no host with an underscore, and names each variable that is missing",
    by: [library],
    checks: /: (?:no host has an underscore|what is mounted .*|a missing \w+ is named)$/u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator: "compose",
    artifact: "`compose.yaml`",
    because: "no container is started: there is no image registry to have them from.",
  },
];
