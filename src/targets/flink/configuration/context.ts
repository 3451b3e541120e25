// What every part of the configuration works with: the request, the options set so far, and short
// ways to say what cannot be honoured. Decides nothing by itself.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { Diagnostic, DiagnosticExtras } from "../../../diagnostics/diagnostic.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import type { Span } from "../../../source/source-file.js";
import { flinkLineFacts } from "../lines.js";
import { fileProblem } from "../options/file-problem.js";
import { linesWithOption, optionOf } from "../options/known-option.js";
import { checkOptionValue } from "../options/option-value.js";
import type { ConfigurationEntry, ConfigurationRequest } from "./configuration.js";
import { isStated } from "../../../model/is-stated.js";

/** `object[key]` as an origin; checked against the type of the object. */
export function at<Owner extends object>(object: Owner, key: keyof Owner & string): ValueOrigin {
  return { object, key };
}

// The language bounds few numbers; most of Flink's have 32 bits.
const longNumber = /\d{10}/u;

/** Collects options and findings of one process. */
export class ConfigurationContext {
  readonly #entries = new Map<string, ConfigurationEntry>();
  readonly diagnostics: Diagnostic[] = [];

  constructor(readonly request: ConfigurationRequest) {}

  get process() {
    return this.request.process;
  }
  get model() {
    return this.request.model;
  }
  get line() {
    return this.request.line;
  }
  get target() {
    return this.request.target;
  }

  /** The keys set so far, in the order of setting. */
  keys(): Iterable<string> {
    return this.#entries.keys();
  }

  get(key: string): ConfigurationEntry | undefined {
    return this.#entries.get(key);
  }

  /** Everything set, sorted by key. */
  entries(): ConfigurationEntry[] {
    return [...this.#entries.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1));
  }

  /**
   * Sets an option. Left out are one that the line does not have (W900), a value that the line's file
   * cannot hold (E910), and a number that Flink cannot count to (E905). Setting a key twice is a bug
   * of ours.
   */
  set(key: string, value: string, origins: readonly ValueOrigin[], comment?: string): void {
    const option = optionOf(key, this.line);
    if (option === null) {
      this.#reportMissing(key, origins);
      return;
    }
    const held = this.#entries.get(key);
    if (held !== undefined) throw new Error(`the option ${key} is set twice`);
    const problem = fileProblem(key, value, flinkLineFacts(this.line).format);
    if (problem !== null) {
      const file = flinkLineFacts(this.line).configurationFile;
      this.say(diagnose("E910", this.spanOf(origins[0]), { option: key, file, problem }));
      return;
    }
    const refusal = longNumber.test(value) ? checkOptionValue(option, value) : null;
    if (refusal !== null) {
      this.say(diagnose("E905", this.spanOf(origins[0]), { option: key, problem: refusal }));
      return;
    }
    this.#entries.set(key, { key, value, origins, comment: comment ?? null });
  }

  /** Sets an option from a property, unless the property is not set. */
  copy<Owner extends object, Key extends keyof Owner & string>(
    option: string,
    owner: Owner | null | undefined,
    key: Key,
    text: (value: NonNullable<Owner[Key]>) => string,
  ): void {
    const value = owner?.[key];
    if (!isStated(owner) || value === null || value === undefined) return;
    this.set(option, text(value), [at(owner, key)]);
  }

  say(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  span<Owner extends object>(owner: Owner, key?: keyof Owner & string): Span | null {
    return this.request.origins.span(owner, key);
  }

  spanOf(origin: ValueOrigin | undefined): Span | null {
    return origin === undefined ? null : this.request.origins.span(origin.object, origin.key);
  }

  /** `checkpoints.main.checkpoint.interval`, for messages and comments. */
  path<Owner extends object>(owner: Owner, key?: keyof Owner & string): string {
    return this.request.origins.of(owner, key)?.path ?? key ?? "";
  }

  /** Whether a file states the property, so that its value is not the default of the language. */
  states<Owner extends object>(owner: Owner, key: keyof Owner & string): boolean {
    return this.request.origins.states(owner, key);
  }

  /** E901: the target system refuses it, or data would be lost. */
  refuse<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    problem: string,
    help?: string,
  ): void {
    const values = { property: this.path(owner, key), problem };
    this.say(diagnose("E901", this.span(owner, key), values, extras(help)));
  }

  /** E902: two properties exclude each other. */
  contradict(one: ValueOrigin, other: ValueOrigin, problem: string, help?: string): void {
    const values = { property: this.#pathOf(one), other: this.#pathOf(other), problem };
    this.say(diagnose("E902", this.spanOf(one), values, this.#related(other, help)));
  }

  /** E750: one fact, two values. */
  differ(one: ValueOrigin, other: ValueOrigin): void {
    const values = { property: this.#pathOf(one), other: this.#pathOf(other) };
    const help = "State the fact once, or give both the same value.";
    this.say(diagnose("E750", this.spanOf(one), values, this.#related(other, help)));
  }

  /** W901: Flink has nothing like it. */
  noEffect<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    reason: string,
    help?: string,
  ): void {
    const values = { property: this.path(owner, key), reason };
    this.say(diagnose("W901", this.span(owner, key), values, extras(help)));
  }

  /** W701: another property wins. */
  ignore<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    reason: string,
    winner?: ValueOrigin,
  ): void {
    const values = { property: this.path(owner, key), reason };
    const place = winner === undefined ? {} : this.#related(winner);
    this.say(diagnose("W701", this.span(owner, key), values, place));
  }

  /** W902: only the job's own code can do it. */
  leaveToCode<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    reason: string,
    help?: string,
  ): void {
    const values = { property: this.path(owner, key), reason };
    this.say(diagnose("W902", this.span(owner, key), values, extras(help)));
  }

  /** W905: it is emitted, but means something else to Flink. */
  differs<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    difference: string,
    help?: string,
  ): void {
    const values = { property: this.path(owner, key), difference };
    this.say(diagnose("W905", this.span(owner, key), values, extras(help)));
  }

  /** W908: it is emitted as written, and may do harm. */
  warn<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    problem: string,
    help?: string,
  ): void {
    const values = { property: this.path(owner, key), problem };
    this.say(diagnose("W908", this.span(owner, key), values, extras(help)));
  }

  /** W910: neither Flink nor an emitted artifact can do it. */
  leaveToInfrastructure<Owner extends object>(
    owner: Owner,
    key: keyof Owner & string,
    reason: string,
    help?: string,
  ): void {
    const values = { property: this.path(owner, key), reason };
    this.say(diagnose("W910", this.span(owner, key), values, extras(help)));
  }

  #pathOf(origin: ValueOrigin): string {
    return this.request.origins.of(origin.object, origin.key)?.path ?? origin.key;
  }

  #related(place: ValueOrigin, help?: string): DiagnosticExtras {
    const span = this.spanOf(place);
    return {
      ...(span === null ? {} : { related: [{ span, message: "the other value is here" }] }),
      ...extras(help),
    };
  }

  #reportMissing(key: string, origins: readonly ValueOrigin[]): void {
    const [first] = origins;
    if (first === undefined) throw new Error(`Flink ${this.line} has no option ${key}`);
    const lines = linesWithOption(key);
    if (lines.length === 0) throw new Error(`no supported Flink line has the option ${key}`);
    this.say(
      diagnose(
        "W900",
        this.spanOf(first),
        { property: this.#pathOf(first), line: this.line },
        { help: `The option ${key} exists in Flink ${lines.join(", ")}.` },
      ),
    );
  }
}

function extras(help: string | undefined): DiagnosticExtras {
  return help === undefined ? {} : { help };
}
