// Runs templates: the built-in ones precompiled at build time, a user's own compiled when named.
// No helpers but `each` and `if`, and both refuse what a slip of the name would give them.
import HandlebarsRuntime from "handlebars/runtime.js";
import type Handlebars from "handlebars";
import { templateOptions } from "./template-options.js";
import { indexOfMark } from "./tokens.js";

// The declaration of the runtime says nothing of what it exports: Handlebars without its compiler.
const runtime = HandlebarsRuntime as unknown as Engine;

/** A template could not be compiled or run. */
export class TemplateError extends Error {
  constructor(
    readonly template: string,
    readonly problem: string,
    readonly line: number | null,
  ) {
    super(problem);
  }
}

type Engine = typeof Handlebars;
type TemplateDelegate = Handlebars.TemplateDelegate;

/** Templates by name, `k8s/flink-deployment.yaml`, each ready to run. */
export class TemplateEngine {
  readonly #engine: Engine;
  readonly #builtIn: Readonly<Record<string, unknown>>;
  readonly #own = new Map<string, TemplateDelegate>();
  readonly #ready = new Map<string, TemplateDelegate>();

  constructor(builtIn: Readonly<Record<string, unknown>>) {
    this.#builtIn = builtIn;
    this.#engine = runtime.create();
    installHelpers(this.#engine);
  }

  has(name: string): boolean {
    return this.#own.has(name) || Object.hasOwn(this.#builtIn, name);
  }

  isOwn(name: string): boolean {
    return this.#own.has(name);
  }

  /** Replaces a built-in template by a user's source. Throws `TemplateError`. */
  async override(name: string, source: string): Promise<void> {
    const { default: handlebars } = await import("handlebars");
    const compiler = handlebars.create();
    installHelpers(compiler);
    refuseMarks(name, source);
    try {
      handlebars.parse(source);
    } catch (error) {
      throw templateError(name, error);
    }
    this.#own.set(name, compiler.compile(source, templateOptions));
  }

  /** What `name` prints for `view`. Throws `TemplateError`. */
  run(name: string, view: Record<string, unknown>): string {
    try {
      return this.#template(name)(view);
    } catch (error) {
      throw error instanceof TemplateError ? error : templateError(name, error);
    }
  }

  #template(name: string): TemplateDelegate {
    const own = this.#own.get(name);
    if (own !== undefined) return own;
    let ready = this.#ready.get(name);
    if (ready === undefined) {
      const precompiled = Object.hasOwn(this.#builtIn, name) ? this.#builtIn[name] : undefined;
      if (precompiled === undefined) throw new TemplateError(name, "it does not exist", null);
      ready = this.#engine.template(precompiled as object);
      this.#ready.set(name, ready);
    }
    return ready;
  }
}

/** Handlebars' stock `if` and `each` take a missing name for false: ours do not. */
function installHelpers(engine: Engine): void {
  engine.registerHelper("if", function (this: unknown, condition: unknown, options: HelperOptions) {
    if (typeof condition !== "boolean")
      throw new Error("{{#if}} takes true or false, and the view has neither there");
    return condition ? options.fn(this) : options.inverse(this);
  });
  engine.registerHelper("each", function (this: unknown, items: unknown, options: HelperOptions) {
    if (!Array.isArray(items))
      throw new Error("{{#each}} takes a list, and the view has none there");
    return items.map((item: unknown) => options.fn(item)).join("");
  });
}

interface HelperOptions {
  readonly fn: (context: unknown) => string;
  readonly inverse: (context: unknown) => string;
}

/** Text that stands for a value would be taken for one. */
function refuseMarks(name: string, source: string): void {
  const at = indexOfMark(source);
  if (at === -1) return;
  const code = source.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  const line = source.slice(0, at).split("\n").length;
  throw new TemplateError(name, `it holds the control character U+${code}`, line);
}

function templateError(name: string, error: unknown): TemplateError {
  const message = error instanceof Error ? error.message : String(error);
  const line = /(?:line |- )(\d+)/u.exec(message)?.[1];
  return new TemplateError(
    name,
    (message.split("\n")[0] ?? "").replace(/:$/u, ""),
    line === undefined ? null : Number(line),
  );
}
