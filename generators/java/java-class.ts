// What a generated class is, and how it becomes a planned file. Its shape is in its template, which
// always finds `package`, `imports`, `className` and `generatedFrom` in its view.
import { code } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";

/** A section of the file whose bindings become classes. */
export type BindingSection = "streams" | "lookups" | "dead_letters" | "completions";

/** How the index lists a class. */
export interface BindingClass {
  readonly section: BindingSection;
  /** The binding's logical name. */
  readonly binding: string;
  /** One sentence for developers: what the class is for. */
  readonly summary: string;
}

/** One class of the project, in a file of its own. */
export interface JavaClass {
  /** Full package name. */
  readonly packageName: string;
  /** Simple name; taken through `ClassNames` where it comes from a logical name. */
  readonly name: string;
  /** Template below `templates/java`, without `.java.hbs`: `kafka-source`, `lookups/redis`. */
  readonly template: string;
  /** Fully qualified names; of the class's own package and of `java.lang` none. */
  readonly imports: readonly string[];
  /** What the template sees besides the four names above. */
  readonly view: View;
  /** Null: support code that no binding asks for by name. */
  readonly lists: BindingClass | null;
}

/** Where sources lie in a Maven project. */
const sourceFolder = "src/main/java";

/** The file of a class. Imports are sorted and each is printed once. */
export function javaFile({ packageName, name, template, imports, view }: JavaClass): PlannedFile {
  return {
    path: `${sourceFolder}/${packageName.replaceAll(".", "/")}/${name}.java`,
    language: "java",
    process: null,
    body: {
      kind: "template",
      template: `java/${template}.java`,
      view: {
        package: code(packageName),
        className: code(name),
        imports: [...new Set(imports)].toSorted().map((imported) => ({ name: code(imported) })),
        hasImports: imports.length > 0,
        ...view,
      },
    },
  };
}

/** Fully qualified name of a class, for imports. */
export function qualifiedName({
  packageName,
  name,
}: Pick<JavaClass, "packageName" | "name">): string {
  return `${packageName}.${name}`;
}
