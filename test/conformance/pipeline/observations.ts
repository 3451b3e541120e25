// What a run of MoveRecords printed, by kind of line.

/** A record as a reader of committed records finds it. */
export interface FoundRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A record that no decoder can read, as it was put on the input topic. */
export interface Poison {
  readonly partition: string;
  readonly offset: string;
  readonly timestamp: string;
  readonly key: string;
  readonly value: string;
}

/** The lines of a run. */
export class Observations {
  readonly #lines: readonly (readonly string[])[];

  constructor(stdout: string) {
    this.#lines = stdout.split("\n").map((line) => line.split("\t"));
  }

  /** The cells after `kind`, of every line that starts with it. */
  rows(kind: string): readonly (readonly string[])[] {
    return this.#lines.filter(([first]) => first === kind).map(([, ...cells]) => cells);
  }

  /** A list of record numbers; throws if the run did not come so far. */
  numbers(name: string): readonly number[] {
    const row = this.rows("numbers").find(([first]) => first === name);
    if (row === undefined) throw new Error(`The run did not print "${name}".`);
    return row.slice(1).map(Number);
  }

  records(topic: string): readonly FoundRecord[] {
    return this.rows("record").flatMap(([name = "", key = "", value = "", ...headers]) => {
      if (name !== topic) return [];
      const pairs = headers.map((header) => header.split("=").map(decoded));
      return [
        { topic, key: decoded(key), value: decoded(value), headers: Object.fromEntries(pairs) },
      ];
    });
  }

  get poison(): readonly Poison[] {
    return this.rows("poison").map(
      ([partition = "", offset = "", timestamp = "", key = "", value = ""]) => {
        return { partition, offset, timestamp, key: decoded(key), value: decoded(value) };
      },
    );
  }
}

/** As Java's URLEncoder encodes. */
function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
