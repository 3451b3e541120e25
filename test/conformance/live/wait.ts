// Waiting for something that a real system does in its own time.

const patience = 3;

/** Asks until `ask` gives something, or throws `what` with what it last failed with. */
export async function eventually<Answer>(
  what: string,
  seconds: number,
  ask: () => Promise<Answer | null>,
): Promise<Answer> {
  // Machines that build beside it are many times slower.
  const deadline = Date.now() + patience * seconds * 1000;
  let last: unknown = null;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
      last = null;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => void setTimeout(resolve, 300));
  }
  const reason = last instanceof Error ? `: ${last.message}` : "";
  throw new Error(`${what} did not happen within ${String(patience * seconds)} s${reason}`);
}

/** The JSON that an address answers with; throws for a status that is no success. */
export async function json<Answer>(url: string): Promise<Answer> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} says ${String(answer.status)}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Answer;
}

/** Throws where `got` has, for a name of `want`, another value; names all of them. */
export function mustEqual(
  want: Readonly<Record<string, unknown>>,
  got: Readonly<Record<string, unknown>>,
): void {
  const differing = Object.entries(want).flatMap(([name, value]) => {
    const [wanted, found] = [JSON.stringify(value), JSON.stringify(got[name])];
    return wanted === found ? [] : [`${name} is ${String(found)} instead of ${wanted ?? ""}`];
  });
  if (differing.length > 0) throw new Error(differing.join("\n"));
}
