// node_selector: one value stays a node selector, a comma list becomes a required node affinity.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import { keySpan, nodeSpan } from "../../../document/node.js";
import type { Span } from "../../../source/source-file.js";
import { checkLabelValue } from "../names.js";
import { convert } from "./convert.js";
import type { Json, JsonObject } from "./convert.js";
import type { Field, Findings } from "./fields.js";
import { nodeLabelMap } from "./shape.js";

/** A node selector and the requirements that it cannot express. */
export interface NodeLabels {
  readonly nodeSelector: JsonObject;
  readonly requirements: readonly JsonObject[];
}

/** Reads `node_selector`; commas are illegal in a label value, so `a,b` can only mean "any of". */
export function readNodeLabels({ entry, path }: Field, findings: Findings): NodeLabels {
  const value = convert({ node: entry.value, path, findings }, nodeLabelMap);
  const nodeSelector: [string, Json][] = [];
  const requirements: JsonObject[] = [];
  if (typeof value !== "object" || entry.value.kind !== "map") {
    return { nodeSelector: {}, requirements };
  }
  for (const [label, text] of Object.entries(value as JsonObject)) {
    const written = entry.value.entries.get(label);
    if (written === undefined || typeof text !== "string") continue;
    const span = nodeSpan(written.value);
    const values = text.split(",").map((part) => part.trim());
    const valid = values.map((part) => isLabelValue(part, span, findings)).every(Boolean);
    if (values.length === 1) {
      nodeSelector.push([label, text]);
    } else if (valid) {
      findings.add(diagnose("N930", keySpan(written), { label, value: text }));
      requirements.push({ key: label, operator: "In", values });
    }
  }
  return { nodeSelector: Object.fromEntries(nodeSelector), requirements };
}

function isLabelValue(text: string, span: Span, findings: Findings): boolean {
  const problem = checkLabelValue(text);
  if (problem === null) return true;
  findings.add(diagnose("E934", span, { text, what: "label value", problem }));
  return false;
}

/**
 * `affinity` with `requirements` added to each of its required terms: terms are alternatives, so
 * that only this keeps every requirement.
 */
export function withRequirements(
  affinity: JsonObject,
  requirements: readonly JsonObject[],
): JsonObject {
  if (requirements.length === 0) return affinity;
  const required = "requiredDuringSchedulingIgnoredDuringExecution";
  const nodeAffinity = objectAt(affinity, "nodeAffinity");
  const terms = listAt(objectAt(nodeAffinity, required), "nodeSelectorTerms");
  const nodeSelectorTerms = (terms.length === 0 ? [{}] : terms).map((term) => ({
    ...term,
    matchExpressions: [...listAt(term, "matchExpressions"), ...requirements],
  }));
  return {
    ...affinity,
    nodeAffinity: { ...nodeAffinity, [required]: { nodeSelectorTerms } },
  };
}

function objectAt(object: JsonObject, key: string): JsonObject {
  return (object[key] ?? {}) as JsonObject;
}

function listAt(object: JsonObject, key: string): readonly JsonObject[] {
  return (object[key] ?? []) as readonly JsonObject[];
}
