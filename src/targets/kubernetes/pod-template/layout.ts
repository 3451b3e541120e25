// Brings the short and the long form of a pod template into one: fields of the metadata, of the pod
// and of the main container. Must not look at values beyond the maps it opens.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import { keySpan, nodeSpan } from "../../../document/node.js";
import type { Entry, MapNode } from "../../../document/node.js";
import { addField, fieldOf, isUnset, reportUnknown } from "./fields.js";
import type { Field, Fields, Findings } from "./fields.js";
import {
  container,
  containerSecurityContext,
  objectMeta,
  podSecurityContext,
  podSpec,
} from "./pod-template-shape.js";
import { looseKey, object, propertyNamed, text } from "./shape.js";
import type { ObjectShape } from "./shape.js";

/** The container in which Flink runs, by the name that operator and native mode look for. */
export const mainContainerName = "flink-main-container";

/** Everything that a pod template sets, by the object it belongs to. */
export interface Layout {
  readonly metadata: Fields;
  readonly pod: Fields;
  readonly podSecurity: Fields;
  /** What was written for the pod but belongs to a container. */
  readonly main: Fields;
  readonly mainSecurity: Fields;
}

// The container properties that make sense for Flink's own container: it sets image, command and
// arguments itself.
const movable = [
  "env",
  "envFrom",
  "imagePullPolicy",
  "lifecycle",
  "livenessProbe",
  "ports",
  "readinessProbe",
  "resources",
  "startupProbe",
  "volumeDevices",
  "volumeMounts",
];

function subset(shape: ObjectShape, names: readonly string[]): ObjectShape {
  return object(Object.fromEntries(names.map((name) => [name, shape.properties[name] ?? text])));
}

const containerAtPod = subset(container, movable);
const shortMetadata = subset(objectMeta, ["annotations", "labels"]);
const topLevel = object({ metadata: objectMeta, spec: podSpec, ...shortMetadata.properties });

/** Where pod properties stand: below `spec`, or beside `metadata` with `extra` properties legal too. */
interface Level {
  readonly parent: string;
  readonly extra: readonly ObjectShape[];
}

/** The template that `tree` describes, by owner. Unset entries are left out. */
export function layOut(tree: MapNode, path: string, findings: Findings): Layout {
  const layout: Layout = {
    metadata: new Map(),
    pod: new Map(),
    podSecurity: new Map(),
    main: new Map(),
    mainSecurity: new Map(),
  };
  for (const entry of tree.entries.values()) placeTop(fieldOf(entry, path), path, layout, findings);
  return layout;
}

function placeTop(field: Field, parent: string, layout: Layout, findings: Findings): void {
  const { entry } = field;
  if (isUnset(entry.value)) return;
  const key = looseKey(entry.key);
  const metadata = propertyNamed(shortMetadata, entry.key);
  if (key === "metadata") {
    for (const inner of opened(field, findings)) placeMetadata(inner, field.path, layout, findings);
  } else if (key === "spec") {
    const level = { parent: field.path, extra: [] };
    for (const inner of opened(field, findings)) placeSpec(inner, level, layout, findings);
  } else if (metadata !== undefined) {
    addField(layout.metadata, metadata, field, findings);
  } else if (!isKindOfPod(key, entry)) {
    placeSpec(field, { parent, extra: [topLevel] }, layout, findings);
  }
}

// People paste a whole Pod, as the operator's documentation shows it.
function isKindOfPod(key: string, { value }: Entry): boolean {
  if (value.kind !== "scalar") return false;
  if (key === "apiversion") return value.value === "v1";
  return key === "kind" && (value.value === "Pod" || value.value === "PodTemplate");
}

/** The entries of a field that must be a map. */
function opened({ entry, path }: Field, findings: Findings): Field[] {
  const { value } = entry;
  if (value.kind === "map") {
    const entries = [...value.entries.values()].filter((inner) => !isUnset(inner.value));
    return entries.map((inner) => fieldOf(inner, path));
  }
  if (value.kind === "poisoned") {
    findings.failed = true;
  } else {
    const found = value.kind === "list" ? "a list" : "a single value";
    findings.add(diagnose("E931", nodeSpan(value), { path, expected: "a map", found }));
  }
  return [];
}

function placeMetadata(field: Field, parent: string, layout: Layout, findings: Findings): void {
  const property = propertyNamed(objectMeta, field.entry.key);
  if (property === undefined) {
    reportUnknown(field, parent, [shortMetadata], findings);
  } else if (property === "name" || property === "namespace") {
    const reason = `Flink gives its pods a ${property} itself`;
    findings.add(diagnose("W701", keySpan(field.entry), { property: field.path, reason }));
  } else {
    addField(layout.metadata, property, field, findings);
  }
}

function placeSpec(field: Field, at: Level, layout: Layout, findings: Findings): void {
  const { parent, extra } = at;
  const { key } = field.entry;
  const ofPod = propertyNamed(podSpec, key);
  const ofContainer = propertyNamed(containerAtPod, key);
  if (ofPod === "securityContext") {
    addField(layout.pod, ofPod, field, findings);
    for (const inner of opened(field, findings)) placeSecurity(inner, field, layout, findings);
  } else if (ofContainer !== undefined) {
    move(layout.main, ofContainer, field, findings);
  } else if (ofPod !== undefined) {
    addField(layout.pod, ofPod, field, findings);
  } else {
    reportUnknown(field, parent, [podSpec, containerAtPod, ...extra], findings);
  }
}

function placeSecurity(field: Field, parent: Field, layout: Layout, findings: Findings): void {
  const ofPod = propertyNamed(podSecurityContext, field.entry.key);
  const ofContainer = propertyNamed(containerSecurityContext, field.entry.key);
  if (ofPod !== undefined) {
    addField(layout.podSecurity, ofPod, field, findings);
  } else if (ofContainer !== undefined) {
    move(layout.mainSecurity, ofContainer, field, findings);
  } else {
    const shapes = [podSecurityContext, containerSecurityContext];
    reportUnknown(field, parent.path, shapes, findings);
  }
}

function move(fields: Fields, property: string, field: Field, findings: Findings): void {
  const values = { path: field.path, container: mainContainerName };
  findings.add(diagnose("N931", keySpan(field.entry), values));
  addField(fields, property, field, findings);
}
