// How a submit script ended, and what it said.
import type { Outcome } from "../harness.js";

/** With this code, and with these words in what it said. */
export function mustEnd(
  { code, stdout, stderr }: Outcome,
  wanted: number,
  ...words: readonly string[]
): void {
  const text = stdout + stderr;
  const missing = words.filter((word) => !text.includes(word));
  if (code === wanted && missing.length === 0) return;
  const told = missing.map((word) => `, and did not say "${word}"`).join("");
  throw new Error(`the script ended with ${String(code)}${told}:\n${text.slice(-3000)}`);
}

/** The application that the script says to run in. */
export function applicationIn({ stderr }: Outcome): string {
  const [, id] = /^[\w ]+: runs as (application_\w+)$/mu.exec(stderr) ?? [];
  if (id === undefined) throw new Error(`the script did not say what runs:\n${stderr}`);
  return id;
}

/** The savepoint that the script says to have taken. */
export function savepointIn({ stderr }: Outcome): string {
  const [, path] = /^\w+: the savepoint is (\S+)$/mu.exec(stderr) ?? [];
  if (path === undefined) throw new Error(`the script named no savepoint:\n${stderr}`);
  return path;
}
