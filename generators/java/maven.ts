// What classes ask of the project's pom.

/** A dependency of the generated project. */
export interface MavenDependency {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
  /** `provided`: part of the Flink distribution, so it must not be packed into the job's jar. */
  readonly scope: "compile" | "provided" | "runtime";
  /** `group:artifact` of what must not come along. */
  readonly exclusions?: readonly string[];
  /** Needs Confluent's own repository: it is not on Maven Central. */
  readonly fromConfluent?: boolean;
}

/** `all` without repetition, provided ones last, sorted by group and artifact. */
export function distinctDependencies(all: readonly MavenDependency[]): readonly MavenDependency[] {
  const byName = new Map<string, MavenDependency>();
  for (const each of all) {
    const name = `${each.groupId}:${each.artifactId}`;
    if (!byName.has(name)) byName.set(name, each);
  }
  const order = ({ scope, groupId, artifactId }: MavenDependency): string =>
    `${scope === "provided" ? 1 : 0} ${groupId}:${artifactId}`;
  return [...byName.values()].toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}
