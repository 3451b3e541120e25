// The one answer to "does this process use that binding?". With a process file it says so; without one
// every process is taken to use every stream, lookup, dead letter and completion (decision 11).
import type { InfraModel, Process, UsedSection } from "./infra-model.js";

/** Whether `process` uses the binding `name` of `section`. */
export function uses({ links }: Process, section: UsedSection, name: string): boolean {
  return links === null || links.bindings[section].has(name);
}

/** Whether `process` reads the stream. */
export function receives({ links }: Process, stream: string): boolean {
  return links === null || links.receives.has(stream);
}

/** The bindings of `section` that any process uses; without processes nothing can be said, and all are. */
export function usedBindings<Binding extends { readonly name: string }>(
  { processes }: InfraModel,
  section: UsedSection,
  bindings: readonly Binding[],
): readonly Binding[] {
  if (processes.length === 0) return bindings;
  return bindings.filter(({ name }) => processes.some((process) => uses(process, section, name)));
}
