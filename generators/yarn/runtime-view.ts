// The part of a script that collects what only the job may see. Holds names, never values.
import { code } from "../../src/encode/leaf.js";
import type { View } from "../../src/generator/contract.js";
import type { DeliveredVariable, Delivery } from "../../src/targets/runtime/delivery.js";

/** Facts of the function that collects run-time values. */
export function runtimeView({ variables, files }: Delivery): View {
  return {
    hasRuntimeValues: variables.length + files.length > 0,
    variables: variables.map(variableView),
    files: files.map(({ secret, file, optional }) => ({
      secret,
      file,
      need: code(optional ? "optional" : "required"),
    })),
  };
}

function variableView({ name, source, optional }: DeliveredVariable): View {
  if (source.kind === "file") {
    return { name, path: source.path, fromFile: true, isRequired: false, isOptional: false };
  }
  return {
    name,
    fromFile: false,
    isRequired: !optional,
    isOptional: optional,
    value: code(optional ? `"$${source.name}"` : `"\${${source.name}?is needed by the job}"`),
    presence: code(`\${${source.name}+set}`),
  };
}
