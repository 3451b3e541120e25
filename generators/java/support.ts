// Classes that generated classes share, each in the project only when something uses it. Their code is
// in their templates; here is what each brings along.
import { code, type Code } from "../../src/encode/leaf.js";
import { lineAtLeast, type FlinkLine } from "../../src/targets/flink/lines.js";
import type { JavaClass } from "./java-class.js";
import type { MavenDependency } from "./maven.js";

const rows = {
  BytesSchema: { needs: [] },
  Confirmation: { needs: [] },
  ConfirmationSender: { needs: ["Confirmation", "ConfirmationSettings", "SinkDescription"] },
  ConfirmationSettings: { needs: [] },
  Confirmations: { needs: ["Confirmation"] },
  ConfirmingSink: { needs: ["Confirmations", "ConfirmationSender", "RecordField"] },
  DeadLetter: { needs: ["RawRecord"] },
  DeadLetterDocument: { needs: ["DeadLetter"] },
  DeadLetterEncoder: { needs: ["DeadLetter"] },
  DeadLetterRecordSerializer: { needs: ["DeadLetter"] },
  DecodingFunction: { needs: ["DeadLetter", "ErrorBudget"] },
  DeferredSink: { needs: [] },
  EnvironmentConfigProvider: { needs: [] },
  ErrorBudget: { needs: [] },
  KeySerializer: { needs: [] },
  LoginConfigProvider: { needs: ["RuntimeValues"] },
  MongoUris: { needs: [] },
  ProtobufSchema: {
    needs: [],
    dependencies: [
      {
        groupId: "com.google.protobuf",
        artifactId: "protobuf-java",
        version: "3.25.5",
        scope: "compile",
      },
    ],
  },
  RawRecord: { needs: [] },
  RawRecordDeserializer: { needs: ["RawRecord"] },
  RawValueDeserializer: { needs: ["RawRecord"] },
  RecordField: { needs: [] },
  RegistryCoder: { needs: ["RuntimeText"] },
  RuntimeText: { needs: [] },
  RuntimeValues: { needs: [] },
  SinkDescription: { needs: [] },
  StreamBucketAssigner: { needs: ["DeadLetter"] },
  TolerantDeserializer: { needs: ["ErrorBudget"] },
  TolerantRecordDeserializer: { needs: ["ErrorBudget"] },
} as const satisfies Record<string, SupportRow>;

interface SupportRow {
  /** Other classes that its code uses. */
  readonly needs: readonly string[];
  readonly dependencies?: readonly MavenDependency[];
}

/** A class of the `runtime` package. */
export type SupportClass = keyof typeof rows;

/** The support classes that one project needs. */
export class SupportClasses {
  readonly #used = new Set<SupportClass>();
  readonly #packageName: string;
  readonly #line: FlinkLine;

  constructor(packageName: string, line: FlinkLine) {
    this.#packageName = packageName;
    this.#line = line;
  }

  /** Puts `name`, and what it needs, into the project; gives its full name, for imports. */
  use(name: SupportClass): string {
    if (!this.#used.has(name)) {
      this.#used.add(name);
      for (const needed of rows[name].needs) this.use(needed as SupportClass);
    }
    return `${this.#packageName}.${name}`;
  }

  /** A class name as it stands in code; imports are up to the caller. */
  name(name: SupportClass): Code {
    this.use(name);
    return code(name);
  }

  get classes(): readonly JavaClass[] {
    return [...this.#used].toSorted().map((name) => ({
      packageName: this.#packageName,
      name,
      template: `runtime/${kebabCase(name)}`,
      imports: [],
      view: {
        // Flink 2.0 dropped the deprecated half of its interfaces, and named the rest anew.
        legacy: !lineAtLeast(this.#line, "2.0"),
        hasWriterContext: lineAtLeast(this.#line, "1.19"),
      },
      lists: null,
    }));
  }

  get dependencies(): readonly MavenDependency[] {
    return [...this.#used].flatMap((name) => {
      const row: SupportRow = rows[name];
      return row.dependencies ?? [];
    });
  }
}

function kebabCase(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, "-$&").toLowerCase();
}
