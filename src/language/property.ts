// The vocabulary of the table: what a property is. The rows are in sections/, one file per section.
// Knows nothing of YAML trees, JSON Schema or targets: those are derived from the rows.

/** How a value is written and what it becomes in the model. */
export type PropertyType =
  | TextType
  | NumberType
  | { readonly kind: "boolean" }
  | DurationType
  | SizeType
  /** `50%`; a fraction of 1 in the model. */
  | { readonly kind: "percentage" }
  /** A size, a percentage or a fraction; `MemoryAmount` in the model. */
  | { readonly kind: "memory" }
  | ChoiceType
  | MapType
  | FreeMapType
  | ListType
  | EitherType
  /** A tree whose shape a target system defines; taken as written and checked by that target. */
  | { readonly kind: "raw"; readonly what: string };

/** A string. `format` narrows it; only `url` and `endpoints` may be delivered at run time. */
export interface TextType {
  readonly kind: "text";
  /**
   * `url`: an address that a client opens, may be a run-time reference; `location`: a URI that must
   * be known when artifacts are generated; `endpoints`: `host:port`, several separated by commas.
   */
  readonly format?: "url" | "location" | "endpoints";
  /** Accepted URI schemes, without `://`; absent: any. */
  readonly schemes?: readonly string[];
  /** An anchored ECMAScript pattern (flag u). */
  readonly pattern?: string;
  /** What `pattern` means in words: "a Java class name". */
  readonly form?: string;
  /** A number or boolean is accepted too and means its written text: `1.20` stays `1.20`. */
  readonly anyScalar?: boolean;
  /** Words of the user's own, such as an argument: a credential among them is refused. */
  readonly words?: boolean;
}

/** Integer and unit (`ms|s|m|h|d`); milliseconds in the model. */
export interface DurationType {
  readonly kind: "duration";
  /** An integer without unit is accepted and counts in this unit. */
  readonly bare?: "ms" | "s";
}

/** Integer and unit (`b|kb|mb|gb|tb`, powers of 1024), or bare `0`; bytes in the model. */
export interface SizeType {
  readonly kind: "size";
  /** Zero is refused. */
  readonly positive?: boolean;
}

export interface NumberType {
  readonly kind: "integer" | "number";
  readonly minimum?: number;
  /** The value must be greater than this. */
  readonly above?: number;
  readonly maximum?: number;
}

/** One of a closed, case-sensitive list. A YAML integer is accepted where its text is listed. */
export interface ChoiceType {
  readonly kind: "choice";
  readonly values: readonly string[];
}

/** A closed mapping, unless `others` says what keys beside the listed ones hold. */
export interface MapType {
  readonly kind: "map";
  readonly properties: Properties;
  readonly others?: FreeMapType;
}

/** A mapping whose keys people choose. */
export interface FreeMapType {
  readonly kind: "free";
  /** What a key is: "client property", "label name". */
  readonly keys: string;
  readonly keyPattern?: string;
  readonly values: PropertyType;
}

export interface ListType {
  readonly kind: "list";
  readonly items: PropertyType;
}

/** Several forms told apart by their YAML shape (scalar, map, list); two scalars by number and text. */
export interface EitherType {
  readonly kind: "either";
  readonly forms: readonly PropertyType[];
  /** A scalar stands for a map with only this key: `parallelism: 4` is `{initial: 4}`. */
  readonly scalarAs?: string;
}

/**
 * Sensitivity of a value. `credential`: a credential by nature; a literal is refused and `${VAR}`
 * stays a reference to be resolved at run time. `connection`: a connection string; sensitive when
 * a variable feeds it, or when a literal carries user-info or a password parameter.
 * `by-key`: decided by each key's name (see sensitive-keys.ts): on a free map, or on a list of
 * `NAME=value` texts.
 */
export type Sensitivity = "credential" | "connection" | "by-key";

export interface Property {
  readonly type: PropertyType;
  /** One sentence for documentation and editors. */
  readonly summary: string;
  /** Checked on the resolved binding, never per file. */
  readonly required?: boolean;
  /** In authoring form: `"5m"`, `16`, `true`. */
  readonly default?: string | number | boolean;
  readonly sensitive?: Sensitivity;
  /** `null` is a value here, and does not unset what was inherited. */
  readonly nullable?: boolean;
  /** Its name in the model, where the derived one is taken: a binding's own `name` comes first. */
  readonly modelName?: string;
  /** Where the property comes from: `§4.1`, `SB`, … (vocabulary 0.1), or `addition` for ours. */
  readonly source: string;
}

export type Properties = Readonly<Record<string, Property>>;

/** A second spelling of a property. Paths are dotted, below the binding. */
export interface Synonym {
  readonly canonical: string;
  readonly spelled: string;
  /** Both in one file: always E705, or only when the values differ. */
  readonly bothSet: "error" | "error-if-different";
  /** Only for these values of the discriminator; absent: all. */
  readonly types?: readonly string[];
  /** How the value changes on the way: as is, into a list of one, or a form of its own. */
  readonly as?: "value" | "list" | "slot-sharing-groups" | "default-on-missing" | "host-and-port";
  /** Applies only when the value has this YAML shape: `replication` is a map below an s3 region. */
  readonly shape?: "scalar" | "map" | "list";
}

/** One kind of mapping that people write: a stream, a secret, the deployment. */
export interface Block {
  /** For messages and documentation: "stream", "checkpoint". */
  readonly noun: string;
  /** The key that selects the variant; null for a block of one shape. */
  readonly discriminator: "type" | "provider" | null;
  /** Legal for every variant. */
  readonly common: Properties;
  /** Legal for one value of the discriminator. */
  readonly variants: Readonly<Record<string, Properties>>;
  readonly synonyms: readonly Synonym[];
  /** The switch that allows one overlay per region name below the block; null: never regional. */
  readonly regionalSwitch: "regional" | "multi_region" | null;
}

/** How a top-level key is laid out. */
export type Section =
  /** Names that people choose, each a block. */
  | { readonly kind: "named"; readonly block: Block; readonly summary: string }
  /** Like `named`, with reserved keys (`_defaults`, `_groups`, …) beside the names. */
  | {
      readonly kind: "named-with-reserved";
      readonly block: Block;
      readonly reserved: Readonly<Record<string, Block | { readonly each: Block }>>;
      readonly summary: string;
    }
  /** A fixed set of blocks: `monitoring`. */
  | {
      readonly kind: "fixed";
      readonly blocks: Readonly<Record<string, Block | ListType>>;
      readonly summary: string;
    }
  /** The section is the block: `deployment`. */
  | { readonly kind: "single"; readonly block: Block; readonly summary: string }
  /** A list: `accept_warnings`. */
  | { readonly kind: "list"; readonly items: MapType; readonly summary: string };
