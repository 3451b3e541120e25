// Flink's own container in a pod template: what was written for the pod joins it, and its mounts are
// kept clear of Flink's.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import { keySpan, nodeSpan } from "../../../document/node.js";
import type { Span } from "../../../source/source-file.js";
import { convertFields } from "./convert.js";
import type { Json, JsonObject } from "./convert.js";
import type { Field, Fields, Findings } from "./fields.js";
import type { Layout } from "./layout.js";
import { mainContainerName } from "./layout.js";
import { container, containerSecurityContext } from "./pod-template-shape.js";

// Flink mounts these itself, and a second mount at the same path is refused.
const flinkMounts: Readonly<Record<string, string>> = {
  "/opt/flink/conf": "Flink's configuration is mounted there",
  "/opt/flink/pod-template": "native Flink mounts the TaskManager's pod template there",
};

/** `containers` with the moved properties in the main container, which is added when absent. */
export function withMainContainer(
  containers: readonly JsonObject[],
  layout: Layout,
  findings: Findings,
): readonly JsonObject[] {
  const { main, mainSecurity } = layout;
  if (main.size === 0 && mainSecurity.size === 0) return containers;
  const written = containers.find(({ name }) => name === mainContainerName);
  const base = written ?? { name: mainContainerName };
  const moved: Record<string, Json> = { ...convertFields(main, container, findings) };
  reportBoth(main, written, findings);
  if (mainSecurity.size > 0) {
    const inner = (written?.["securityContext"] ?? {}) as JsonObject;
    reportBoth(mainSecurity, inner, findings);
    const security = convertFields(mainSecurity, containerSecurityContext, findings);
    moved["securityContext"] = { ...inner, ...security };
  }
  const merged = { ...base, ...moved };
  if (written === undefined) return [merged, ...containers];
  return containers.map((each) => (each === written ? merged : each));
}

function reportBoth(fields: Fields, written: JsonObject | undefined, findings: Findings): void {
  for (const [property, { entry, path }] of fields) {
    if (written?.[property] === undefined) continue;
    const second = `containers[${mainContainerName}].${property}`;
    findings.add(
      diagnose(
        "E932",
        keySpan(entry),
        { path: property, first: path, second },
        { help: "Keep one of the two." },
      ),
    );
  }
}

/** Reports mounts of the main container at paths where Flink mounts something itself. */
export function checkMounts(
  containers: readonly JsonObject[],
  layout: Layout,
  findings: Findings,
): void {
  const main = containers.find(({ name }) => name === mainContainerName);
  for (const mount of (main?.["volumeMounts"] ?? []) as readonly JsonObject[]) {
    const mountPath = String(mount["mountPath"] ?? "");
    const problem = flinkMounts[mountPath.replace(/\/+/g, "/").replace(/(.)\/$/, "$1")];
    const span = spanOfText(layout, mountPath);
    if (problem !== undefined) {
      findings.add(
        diagnose(
          "E936",
          span,
          { mountPath, problem },
          {
            help: "Set Flink options in the binding; mount other files at another path.",
          },
        ),
      );
    } else if (mountPath.includes(":")) {
      findings.add(diagnose("E936", span, { mountPath, problem: 'it must not hold ":"' }));
    }
  }
}

/** Where a mount path is written: below `volume_mounts` of the pod or below `containers`. */
function spanOfText(layout: Layout, text: string): Span | null {
  const fields = [layout.main.get("volumeMounts"), layout.pod.get("containers")];
  for (const field of fields) {
    const span = field === undefined ? null : findText(field.entry.value, text);
    if (span !== null) return span;
  }
  return null;
}

function findText(node: Field["entry"]["value"], text: string): Span | null {
  if (node.kind === "scalar") return node.value === text ? nodeSpan(node) : null;
  const inner =
    node.kind === "list"
      ? node.items
      : node.kind === "map"
        ? [...node.entries.values()].map(({ value }) => value)
        : [];
  for (const child of inner) {
    const span = findText(child, text);
    if (span !== null) return span;
  }
  return null;
}
