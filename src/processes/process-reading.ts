// What the statements of one process fill, and what they need to know of each other.
import type { BindingUse, Located, ServiceCall, StateUse, UseKind } from "./process-file.js";
import type { Statement, Target } from "./statement.js";
import type { Complain } from "./tokens.js";

/** What the statements of one process fill. */
export class ProcessReading {
  readonly complain: Complain;
  /** Names of `branch`: a route to one stays inside the process. */
  readonly branches: ReadonlySet<string>;
  parallelism: Located<number> | null = null;
  checkpointInterval: Located<string> | null = null;
  persistence: Located<string> | null = null;
  readonly uses: BindingUse[] = [];
  readonly states: StateUse[] = [];
  readonly services: ServiceCall[] = [];
  /** Open blocks, innermost last; whether each holds what happens to failed records. */
  readonly #blocks: boolean[] = [];
  #errorBlocks = 0;
  /** Whether the next statement is for failed records; or only if it stands on the same line. */
  nextIsForErrors: "no" | "yes" | "same-line" = "no";
  /** What the `on commit` before is about. */
  commit: "on commit" | "on commit failure" = "on commit";
  /** The word that began the statement before. */
  previous = "";

  constructor(complain: Complain, branches: ReadonlySet<string>) {
    this.complain = complain;
    this.branches = branches;
  }

  get isForErrors(): boolean {
    return this.nextIsForErrors !== "no" || this.#errorBlocks > 0;
  }

  /** `isForErrors`: the block holds what happens to failed records. */
  openBlock(isForErrors: boolean): void {
    this.#blocks.push(isForErrors);
    if (isForErrors) this.#errorBlocks += 1;
  }

  closeBlock(): void {
    if (this.#blocks.pop() === true) this.#errorBlocks -= 1;
  }

  use(
    kind: UseKind,
    construct: string,
    { form, name, span }: Target,
    more: Partial<Pick<BindingUse, "keyFields" | "connector" | "inline">> = {},
  ): void {
    const { keyFields = null, connector = null, inline = [] } = more;
    this.uses.push({ kind, form, name, span, construct, keyFields, connector, inline });
  }
}

/** Says that nothing stands behind the word at `index`. */
export function missingName(
  statement: Statement,
  index: number,
  construct: string,
  { complain }: ProcessReading,
): void {
  complain(statement.behind(index), `\`${construct}\` names nothing`);
}
