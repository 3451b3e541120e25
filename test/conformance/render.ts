// Files as `nexgen build` makes them, for the systems to read: of every example as it is, and of a
// single generator for another flavor or Flink line.
import { join } from "node:path";
import { generators } from "../../generators/index.js";
import { compileExample, exampleHost, findExamples } from "../../src/build/examples.js";
import { compile, type Compilation } from "../../src/compile/compile.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { Rendered } from "./harness.js";

/** Every entry of every example, by every generator that applies. An error in one is thrown. */
export async function renderExamples(root: string): Promise<readonly Rendered[]> {
  const rendered: Rendered[] = [];
  for (const example of findExamples(root)) {
    for (const compilation of await compileExample(example)) {
      if (hasErrors(compilation.diagnostics)) {
        throw new Error(`The example ${example.name} has errors.`);
      }
      rendered.push(renderedFrom(example.name, compilation));
    }
  }
  return rendered;
}

/** What one generator is asked for. */
export interface RenderRequest {
  readonly generator: string;
  readonly flavor?: string;
  readonly flinkVersion?: string;
}

/** An `.infra` file: an entry of an example, or one of `test/conformance/inputs`. */
export interface Input {
  /** `card-processing`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Absolute path of the file with its variables, if its own project root has none. */
  readonly envFile?: string;
  /** Absolute path of its process files, if it has some. */
  readonly processes?: string;
}

/** Every entry of every example, and every file of ours that shows what no example does. */
export function inputsIn(root: string): readonly Input[] {
  const examples = findExamples(root).flatMap(({ name, entries, processes }) =>
    entries.map((path) => ({ name, path, ...(processes === null ? {} : { processes }) })),
  );
  const envFile = join(root, "examples/card-processing/.env");
  const own = ownInputs.map((file) => ({ name: "inputs", path: join(root, file), envFile }));
  return [...examples, ...own];
}

const ownInputs = [
  "test/conformance/inputs/blue-green.infra",
  "test/conformance/inputs/session.infra",
  "test/conformance/inputs/wide.infra",
  "test/conformance/inputs/wide-reactive.infra",
  "test/conformance/inputs/yarn.infra",
];

/** With the model that the files are made of. */
export interface ModelledRendering extends Rendered {
  readonly model: InfraModel;
}

/** Null: the input is not for this generator, flavor or line, which says so by an error. */
export async function render(
  input: Input,
  request: RenderRequest,
): Promise<ModelledRendering | null> {
  const entry = generators.find(({ id }) => id === request.generator);
  if (entry === undefined) throw new Error(`No generator ${request.generator}.`);
  const { flavor, flinkVersion } = request;
  const choice = { generator: await entry.load(), ...(flavor === undefined ? {} : { flavor }) };
  const compilation = await compile(exampleHost(), input.path, {
    generators: [choice],
    onlyApplicable: true,
    ...(input.envFile === undefined ? {} : { envFile: input.envFile }),
    ...(input.processes === undefined ? {} : { processes: input.processes }),
    ...(flinkVersion === undefined ? {} : { flinkVersion }),
  });
  if (hasErrors(compilation.diagnostics)) return null;
  const rendered = renderedFrom(input.name, compilation);
  return rendered.files.length === 0 ? null : rendered;
}

function renderedFrom(name: string, { scopes, analysis }: Compilation): ModelledRendering {
  const [built] = analysis.models;
  if (built === undefined) throw new Error(`${name} has no model.`);
  const { model } = built;
  const files = scopes.flatMap((scope) => scope.files);
  return { name: `${name}/${model.environment}`, model, files };
}
