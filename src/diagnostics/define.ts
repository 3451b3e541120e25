// Types the table of codes: the placeholders of a message are the arguments of the call.
// Holds no codes: they are in catalogue/.
import type { Span } from "../source/source-file.js";
import type { Diagnostic, DiagnosticExtras, Severity } from "./diagnostic.js";

/** A row of the table: severity and a message with named placeholders. */
export interface MessageTemplate<Names extends string> {
  readonly severity: Severity;
  readonly strings: readonly string[];
  readonly names: readonly Names[];
}

type Tag = <const Names extends readonly string[]>(
  strings: TemplateStringsArray,
  ...names: Names
) => MessageTemplate<Names[number]>;

function tag(severity: Severity): Tag {
  return (strings, ...names) => ({ severity, strings, names });
}

export const error: Tag = tag("error");
export const warning: Tag = tag("warning");
export const note: Tag = tag("note");

type NamesOf<Template> = Template extends MessageTemplate<infer Names> ? Names : never;

/** Values for the placeholders of one message; numbers are printed in decimal. */
export type MessageArguments<Template> = Readonly<Record<NamesOf<Template>, string | number>>;

/** Builds a diagnostic of a table; an unknown code or a missing argument does not compile. */
export type Diagnose<Table> = <Code extends keyof Table & string>(
  code: Code,
  span: Span | null,
  values: MessageArguments<Table[Code]>,
  extras?: DiagnosticExtras,
) => Diagnostic;

/** The constructor of the diagnostics of `table`. */
export function diagnosticsOf<const Table extends Record<string, MessageTemplate<string>>>(
  table: Table,
): Diagnose<Table> {
  return (code, span, values, extras = {}) => {
    const template = table[code] as MessageTemplate<string>;
    const text = template.strings.reduce((message, part, index) => {
      const name = template.names[index - 1] ?? "";
      return message + String((values as Record<string, string | number>)[name] ?? "") + part;
    });
    return {
      code,
      severity: template.severity,
      message: text,
      span,
      related: extras.related ?? [],
      help: extras.help ?? null,
    };
  };
}
