// Which job waits for which. Knows no pipeline system.

/** A job and the jobs that it waits for; null: the file does not say. */
export interface Waiting {
  readonly name: string;
  readonly needs: readonly string[] | null;
}

/** The jobs of each circle, from the first to itself: `a`, `b`, `a`. One for each circle found. */
export function circles(jobs: readonly Waiting[]): readonly (readonly string[])[] {
  const needsOf = new Map(jobs.map(({ name, needs }) => [name, needs ?? []]));
  const done = new Set<string>();
  const found: (readonly string[])[] = [];
  for (const { name } of jobs) {
    if (done.has(name)) continue;
    // A stack of its own: a chain of needs may be longer than that of calls.
    const path: { readonly name: string; next: number }[] = [{ name, next: 0 }];
    const onPath = new Map([[name, 0]]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const need = needsOf.get(top.name)?.[top.next];
      top.next += 1;
      if (need === undefined) {
        done.add(top.name);
        onPath.delete(top.name);
        path.pop();
        continue;
      }
      const start = onPath.get(need);
      if (start !== undefined) {
        found.push([...path.slice(start).map((step) => step.name), need]);
      } else if (!done.has(need)) {
        onPath.set(need, path.length);
        path.push({ name: need, next: 0 });
      }
    }
  }
  return found;
}

/**
 * The jobs with what each waits for: what it says, else the nearest job written before it that does
 * not wait for it. So a list of jobs without `needs` runs in the order of the file.
 */
export function inOrder(
  jobs: readonly Waiting[],
): readonly { readonly name: string; readonly needs: readonly string[] }[] {
  const needsOf = new Map<string, readonly string[]>(
    jobs.map(({ name, needs }) => [name, needs ?? []]),
  );
  const hasNeeds = jobs.some(({ needs }) => needs !== null && needs.length > 0);
  return jobs.map(({ name, needs }, index) => {
    if (needs !== null) return { name, needs };
    const waiting = hasNeeds ? waitingFor(name, needsOf) : new Set<string>();
    const before = jobs.slice(0, index).findLast((job) => !waiting.has(job.name));
    const own = before === undefined ? [] : [before.name];
    needsOf.set(name, own);
    return { name, needs: own };
  });
}

/** The jobs that wait for `name`, through others too. */
function waitingFor(
  name: string,
  needsOf: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const waiting = new Set([name]);
  for (let grew = true; grew;) {
    grew = false;
    for (const [job, needs] of needsOf) {
      if (waiting.has(job) || !needs.some((need) => waiting.has(need))) continue;
      waiting.add(job);
      grew = true;
    }
  }
  return waiting;
}
