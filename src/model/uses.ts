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

/** Whether `process` writes to the stream. */
export function emits({ links }: Process, stream: string): boolean {
  return links === null || links.emits.has(stream);
}

/** Whether any process uses it; with no process at all nothing can be said, and it is kept. */
export function isUsed({ processes }: InfraModel, section: UsedSection, name: string): boolean {
  return processes.length === 0 || processes.some((process) => uses(process, section, name));
}
