// The configuration of one process of a text, with short ways to ask for it.
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import type {
  ConfigurationEntry,
  ConfigurationRequest,
} from "../../../../src/targets/flink/configuration/configuration.js";
import { effectiveConfiguration } from "../../../../src/targets/flink/configuration/effective-configuration.js";
import { modelOf, type ModelOptions } from "../../../fixtures/model-of.js";

export interface ConfigurationOptions extends ModelOptions {
  readonly line?: ConfigurationRequest["line"];
  readonly target?: ConfigurationRequest["target"];
  readonly process?: string;
  readonly reactive?: boolean;
}

export interface TestedConfiguration {
  readonly values: Readonly<Record<string, string>>;
  readonly entries: readonly ConfigurationEntry[];
  readonly diagnostics: readonly Diagnostic[];
  /** Codes with the text that the place points at: `E902 "4gb"`. */
  readonly findings: readonly string[];
}

/** A process `p` is put below `resources` when the text has none. */
export async function configurationOf(
  text: string,
  options: ConfigurationOptions = {},
): Promise<TestedConfiguration> {
  const full = /^resources:/mu.test(text) ? text : `${text}\nresources:\n  p: {}\n`;
  const { model, origins } = await modelOf(full, options);
  const process = model.processes.find(({ name }) => name === (options.process ?? "p"));
  if (process === undefined) throw new Error("no such process");
  const { entries, diagnostics } = effectiveConfiguration({
    model,
    origins,
    process,
    line: options.line ?? "1.20",
    target: options.target ?? "operator",
    ...(options.reactive === undefined ? {} : { reactive: options.reactive }),
  });
  return {
    values: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    entries,
    diagnostics,
    findings: diagnostics.map(({ code, span }) =>
      span === null ? code : `${code} ${span.file.text.slice(span.start, span.end)}`,
    ),
  };
}
