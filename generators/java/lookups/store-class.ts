// What the class of every lookup shares, whatever its store: name, key parameters, operator, caches,
// login. A store adds its client and its request.
import { absent, code, type Code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type { Lookup } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { claimClassName, packageOf, type JavaContext } from "../context.js";
import type { JavaClass } from "../java-class.js";
import type { MavenDependency } from "../maven.js";
import { cacheImports, cacheView, lookupCaches, type LookupCaches } from "./cache.js";
import type { LookupFindings } from "./findings.js";
import { parameterNames } from "./key-fields.js";
import { loginImports, loginView, noLogin, type Login } from "./login.js";
import {
  operatorImports,
  operatorSettings,
  operatorView,
  type OperatorSettings,
  type StoreTiming,
} from "./operator.js";
import type { SupportClass } from "./support.js";

/** What a store needs to make its class. */
export interface StoreRequest<Kind extends Lookup> {
  readonly context: JavaContext;
  readonly lookup: Named<Kind>;
  readonly findings: LookupFindings;
}

/** The class of a lookup with what it needs beside it. */
export interface StoreClass {
  readonly javaClass: JavaClass;
  readonly dependencies: readonly MavenDependency[];
  readonly support: readonly SupportClass[];
}

/** What a store decides; everything else is common. */
export interface StoreFacts {
  /** Template below `templates/java/lookups`. */
  readonly template: string;
  /** "documents of the MongoDB collection …": completes "The lookup x: …". */
  readonly holds: string;
  /** Sentences for the class, in order. */
  readonly remarks: readonly string[];
  /** The fields of the key, by the store's names. */
  readonly keyFields: readonly string[];
  /** Java type of what the store holds for a key. */
  readonly valueType: string;
  readonly operator: OperatorSettings;
  readonly caches: LookupCaches;
  readonly login?: Login;
  readonly imports: readonly string[];
  readonly view: View;
  readonly dependencies: readonly MavenDependency[];
  readonly support: readonly SupportClass[];
}

/** The parts that `async` and `cache` decide. */
export function commonFacts(
  { context, lookup, findings }: StoreRequest<Lookup>,
  timing: StoreTiming,
): Pick<StoreFacts, "operator" | "caches"> {
  reportForeign(lookup, findings);
  return {
    operator: operatorSettings(lookup, timing, findings),
    caches: lookupCaches(lookup.cache, findings, context.model.cluster.slotsPerTaskManager ?? 1),
  };
}

/** The class of a lookup from what its store decided. */
export function storeClass(
  { context, lookup }: StoreRequest<Lookup>,
  facts: StoreFacts,
): StoreClass {
  const { caches, operator, login = noLogin, keyFields } = facts;
  const parameters = parameterNames(keyFields);
  const name = claimClassName(context, "lookups", lookup, "Lookup");
  const remarks = [
    ...sharedRemarks(lookup),
    ...facts.remarks,
    ...caches.remarks,
    ...retryRemarks(operator),
  ];
  const javaClass: JavaClass = {
    packageName: packageOf(context, "lookups"),
    name,
    template: `lookups/${facts.template}`,
    imports: [
      ...operatorImports(operator),
      ...cacheImports(caches),
      ...loginImports(login),
      ...facts.imports,
    ],
    view: {
      lookupName: lookup.name,
      operatorName: `lookup ${lookup.name}`,
      path: `lookups.${lookup.name}`,
      holds: facts.holds,
      remarks: remarks.map((text) => ({ text })),
      valueType: code(facts.valueType),
      keys: parameters.map((parameter, index) => ({
        parameter: code(parameter),
        field: keyFields[index] ?? "",
      })),
      keyList: code(parameters.join(", ")),
      operator: operatorView(operator),
      ...cacheView(caches),
      ...loginView(login),
      ...facts.view,
    },
    lists: {
      section: "lookups",
      binding: lookup.name,
      summary: `Looks up ${facts.holds}.`,
    },
  };
  return { javaClass, dependencies: facts.dependencies, support: facts.support };
}

/** `expression`, or nothing: a line that prints it disappears. */
export function codeOrAbsent(expression: string | null): Code | typeof absent {
  return expression === null ? absent : code(expression);
}

/** The value, or nothing: a line that prints it disappears. */
export function orAbsent<Value>(value: Value | null | undefined): Value | typeof absent {
  return value ?? absent;
}

function retryRemarks({ retry }: OperatorSettings): readonly string[] {
  return retry === null
    ? []
    : ["A request that failed is repeated; no more once the input of a bounded job has ended."];
}

function sharedRemarks(lookup: Named<Lookup>): readonly string[] {
  return lookup.global === true ? ["One store serves all regions."] : [];
}

function reportForeign(lookup: Named<Lookup>, findings: LookupFindings): void {
  if (lookup.audit === true)
    findings.hasNoEffect(
      lookup,
      "audit",
      "no client records its accesses",
      "Turn on the audit log of the store, and remove it here.",
    );
  else if (lookup.audit === false)
    findings.notToldApart(lookup, "audit", "no client records its accesses");
  if (lookup.encryption !== null)
    findings.hasNoEffect(
      lookup,
      "encryption",
      "nothing names the keys: encrypted fields reach the job as they are stored",
      "Decrypt them in the job, and remove it here.",
    );
  if (lookup.zone !== null && lookup.type !== "mongodb")
    findings.hasNoEffect(lookup, "zone", `the client for ${lookup.type} knows no zones`);
}
