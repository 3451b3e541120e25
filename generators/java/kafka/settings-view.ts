// Settings of a Kafka client as lines of a class. A value that only the running job may know becomes a
// placeholder that the client itself resolves, where it runs, through a config provider of Kafka.
import { javaString } from "../../../src/encode/java.js";
import { absent, code, type Code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type { RuntimeReference } from "../../../src/document/node.js";
import type { Text } from "../../../src/model/bindings.js";
import { lineAtLeast } from "../../../src/targets/flink/lines.js";
import type { ClientSetting } from "../../../src/targets/kafka/client-settings.js";
import type { KafkaLogin } from "../../../src/targets/kafka/login.js";
import type { Place } from "../../../src/targets/kafka/places.js";
import { pathOf, type JavaContext } from "../context.js";
import { runtimeLocation } from "../runtime-values.js";

/** Rows of `{comment, key, value}`, with what they need imported. */
export interface SettingsView {
  /** Argument of `setBootstrapServers`. */
  readonly brokers: Code;
  readonly rows: readonly View[];
  readonly imports: readonly string[];
}

/** The providers' names in placeholders; a prefix of ours, since a file may add its own. */
const fileProvider = "nexgen_file";
const variableProvider = "nexgen_env";
const loginProvider = "nexgen_login";

type Part = { readonly text: string } | { readonly expression: string };

/** Collects the rows of one `properties()` method. */
class SettingsWriter {
  readonly #context: JavaContext;
  readonly #imports = new Set<string>();
  readonly #providers = new Set<string>();
  readonly #fallbacks = new Map<string, string>();

  constructor(context: JavaContext) {
    this.#context = context;
  }

  get imports(): readonly string[] {
    return [...this.#imports];
  }

  row({ key, value, from }: ClientSetting): View {
    const comment = from === null ? absent : pathOf(this.#context, from[0], from[1]);
    return { comment, key, value: code(this.expression(value, from)) };
  }

  /** An expression of type `String`, safe in a job graph. */
  expression(value: Text | KafkaLogin, from: Place | null): string {
    if (typeof value === "string") return javaString(value);
    const parts =
      value.kind === "login" ? this.#login(value, from) : this.#parts(value, from, "plain");
    return joined(parts);
  }

  #login({ module, username, password }: KafkaLogin, from: Place | null): readonly Part[] {
    const value = (text: Text): readonly Part[] =>
      typeof text === "string"
        ? [{ text: text.replace(/["\\]/gu, "\\$&") }]
        : this.#parts(text, from, "login");
    return [
      { text: `${module} required username="` },
      ...value(username),
      { text: '" password="' },
      ...value(password),
      { text: '";' },
    ];
  }

  #parts(reference: RuntimeReference, from: Place | null, use: "plain" | "login"): readonly Part[] {
    if (reference.kind === "concatenation") {
      return reference.parts.flatMap((part) =>
        typeof part === "string" ? [{ text: part }] : this.#parts(part, from, use),
      );
    }
    const [owner, key] = from ?? [this.#context.model, ""];
    const location = runtimeLocation(this.#context, reference, owner, key);
    if (location === null) return [];
    if (location.kind === "variable") {
      const provider = use === "login" ? loginProvider : variableProvider;
      this.#providers.add(provider);
      if (location.fallback !== null) this.#fallbacks.set(location.name, location.fallback);
      return [{ text: `\${${provider}:${location.name}}` }];
    }
    const provider = use === "login" ? loginProvider : fileProvider;
    this.#providers.add(provider);
    this.#imports.add(this.#context.support.use("RuntimeValues"));
    return [
      { text: `\${${provider}:` },
      { expression: "RuntimeValues.secretsFolder()" },
      { text: `/${location.folder}:${location.file}}` },
    ];
  }

  /** The rows that make the used providers known; `own` names those that the file brings. */
  providers(own: string | null): readonly View[] {
    if (this.#providers.size === 0) return [];
    const names = [...(own === null ? [] : [own]), ...this.#providers].join(",");
    const rows: View[] = [{ comment: absent, key: "config.providers", value: names }];
    for (const provider of this.#providers) {
      const className = this.#providerClass(provider);
      rows.push({
        comment: absent,
        key: `config.providers.${provider}.class`,
        value: code(`${className}.class.getName()`),
      });
    }
    for (const [name, fallback] of this.#fallbacks) {
      const key = `config.providers.${variableProvider}.param.default.${name}`;
      rows.push({ comment: absent, key, value: fallback });
    }
    return rows;
  }

  /** Kafka's own provider where its clients have one: that of variables came with 3.5. */
  #providerClass(provider: string): string {
    const { support, line } = this.#context;
    const kafka = "org.apache.kafka.common.config.provider";
    if (provider === fileProvider) {
      this.#imports.add(`${kafka}.DirectoryConfigProvider`);
      return "DirectoryConfigProvider";
    }
    if (provider === loginProvider) {
      this.#imports.add(support.use("LoginConfigProvider"));
      return "LoginConfigProvider";
    }
    if (lineAtLeast(line, "2.0") && this.#fallbacks.size === 0) {
      this.#imports.add(`${kafka}.EnvVarConfigProvider`);
      return "EnvVarConfigProvider";
    }
    this.#imports.add(support.use("EnvironmentConfigProvider"));
    return "EnvironmentConfigProvider";
  }
}

/** String parts side by side become one literal. */
function joined(parts: readonly Part[]): string {
  const terms: string[] = [];
  let text = "";
  for (const part of parts) {
    if ("text" in part) {
      text += part.text;
      continue;
    }
    terms.push(javaString(text), part.expression);
    text = "";
  }
  if (text !== "" || terms.length === 0) terms.push(javaString(text));
  return terms.join(" + ");
}

function isProviders({ key }: ClientSetting): boolean {
  return key === "config.providers";
}

/** `settings`, with the providers that their placeholders and those of the brokers need in front. */
export function settingsView(
  context: JavaContext,
  binding: { readonly brokers: Text },
  settings: readonly ClientSetting[],
): SettingsView {
  const writer = new SettingsWriter(context);
  const brokers = code(writer.expression(binding.brokers, [binding, "brokers"]));
  const own = settings.find(isProviders)?.value;
  const rows = settings.filter((setting) => !isProviders(setting)).map((each) => writer.row(each));
  const providers = writer.providers(typeof own === "string" ? own : null);
  const ownRow =
    providers.length === 0 ? settings.filter(isProviders).map((each) => writer.row(each)) : [];
  return { brokers, rows: [...ownRow, ...providers, ...rows], imports: writer.imports };
}
