// What a system says that it proves, as data: `docs/proof.md` is made of it, and after each run every
// claim must have had checks, and every check a claim. Knows no system.
import type { Tally } from "./tally.js";

/** A program that judged what nexgen emits. */
export interface Judge {
  readonly program: string;
  /** From `versions.json`; null: whichever one the packages of Debian bring. */
  readonly version: string | null;
}

/** A program as the packages of Debian bring it. */
export function debian(program: string): Judge {
  return { program, version: null };
}

/** A kind of emitted artifact, and what of it holds. */
export interface Claim {
  /** Id of the generator that emits it. */
  readonly generator: string;
  /** `FlinkDeployment`, `topics.sh`, `Kafka sources and sinks`. */
  readonly artifact: string;
  /** Reads on from the artifact: "are stored as emitted". */
  readonly holds: string;
  readonly by: readonly Judge[];
  /** Which of the system's checks show it, by their text; absent: all of them. */
  readonly checks?: RegExp;
}

/** What a system does not show, so that nobody takes it for shown. */
export interface Limit {
  /** Id of the generator that emits it. */
  readonly generator: string;
  readonly artifact: string;
  /** A sentence: what is missing, and what stands in its place. */
  readonly because: string;
}

/** What was claimed, with the number of checks that held. */
export interface Proven {
  readonly generator: string;
  readonly artifact: string;
  readonly holds: string;
  /** `Flink 1.20.1, 2.3.0`. */
  readonly by: readonly string[];
  readonly checks: number;
}

/** Claims with the checks of one run. */
export function provenBy(claims: readonly Claim[], { checks }: Tally): readonly Proven[] {
  return claims.map(({ generator, artifact, holds, by, checks: pattern }) => ({
    generator,
    artifact,
    holds,
    by: judgeNames(by),
    checks: checks.filter((check) => check.failure === null && shows(pattern, check.artifact))
      .length,
  }));
}

/** `Flink 1.20.1, 2.3.0`: each program once, with its versions; a package's is no matter of ours. */
export function judgeNames(judges: readonly Judge[]): readonly string[] {
  const versions = new Map<string, string[]>();
  for (const { program, version } of judges) {
    const known = versions.get(program) ?? [];
    versions.set(program, [...known, version?.replace(/^v/u, "") ?? "of Debian"]);
  }
  return [...versions].map(([program, of]) => `${program} ${of.join(", ")}`);
}

/** Claims that no check showed, and checks that no claim speaks of; empty: they fit each other. */
export function unfounded(claims: readonly Claim[], { checks }: Tally): readonly string[] {
  const idle = claims.filter(
    ({ checks: pattern }) => !checks.some(({ artifact }) => shows(pattern, artifact)),
  );
  const unclaimed = checks.filter(
    ({ artifact }) => !claims.some(({ checks: pattern }) => shows(pattern, artifact)),
  );
  return [
    ...idle.map(({ artifact, holds }) => `no check shows that ${artifact} ${holds}`),
    ...unclaimed.map(({ artifact }) => `no claim speaks of "${artifact}"`),
  ];
}

function shows(pattern: RegExp | undefined, artifact: string): boolean {
  return pattern === undefined || pattern.test(artifact);
}
