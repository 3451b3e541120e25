// The public door of the library: re-exports only.
export { compile, applies } from "./compile/compile.js";
export type {
  Compilation,
  CompiledScope,
  CompileOptions,
  GeneratorChoice,
} from "./compile/compile.js";
export { analyse, findProjectRoot } from "./compile/analyse.js";
export type { Analysis, AnalyseOptions } from "./compile/analyse.js";
export { hasErrors } from "./diagnostics/diagnostic.js";
export type { Diagnostic, RelatedPlace, Report, Severity } from "./diagnostics/diagnostic.js";
export { renderText } from "./diagnostics/text.js";
export { renderJson } from "./diagnostics/json.js";
export { defineGeneratorDiagnostics, error, note, warning } from "./generator/diagnostics.js";
export { collectDiagnostics } from "./generator/contract.js";
export type {
  Body,
  FileOption,
  Generator,
  GeneratorOptions,
  Language,
  Needs,
  Plan,
  PlannedFile,
  PlanRequest,
  View,
  ViewValue,
} from "./generator/contract.js";
export { derived, pick } from "./generator/view.js";
export { absent, code } from "./encode/leaf.js";
export type { InfraModel, Named, Process, RuntimeContract } from "./model/infra-model.js";
export type { Origin, Origins } from "./model/origins.js";
export type { OutputFile } from "./render/render-file.js";
export { memoryHost } from "./source/memory-host.js";
export { nodeHost } from "./source/node-host.js";
export type { Host, ReadOutcome } from "./source/host.js";
export type { Position, SourceFile, Span } from "./source/source-file.js";
export { positionAt } from "./source/source-file.js";
export { generators } from "../generators/index.js";
