// Statements of checkpoints and state: `checkpoint every`, `state uses`, declarations of states
// (vocabulary 5.1 and 5.2).
import { missingName, type ProcessReading } from "./process-reading.js";
import type { Statement } from "./statement.js";

export function checkpoint(statement: Statement, reading: ProcessReading): void {
  const interval = statement.reads(1, "every") ? statement.duration(2) : null;
  // The rhythm of a state machine, which names no storage of its own.
  const isOfMachine = reading.previous === "state_machine";
  if (isOfMachine && statement.find("to") === -1) return;
  if (interval === null) {
    if (isOfMachine) return;
    const span = statement.behind(statement.reads(1, "every") ? 1 : 0);
    const help = "Write `checkpoint every 60 seconds to auth_checkpoints`.";
    reading.complain(span, "`checkpoint` says no interval", help);
    return;
  }
  const at = interval.next;
  const leads = statement.reads(at, "to") || statement.reads(at, "using");
  const target = leads ? statement.target(at + 1) : null;
  if (target === null) missingName(statement, leads ? at : at - 1, "checkpoint … to", reading);
  else reading.use("checkpoint", "checkpoint to", target);
  reading.checkpointInterval = interval.value;
}

/** `state uses X`, `uses Y`; `state local S …` goes on as a declaration. */
export function sharedState(statement: Statement, reading: ProcessReading): void {
  const index = statement.first.text === "uses" ? 0 : 1;
  if (!statement.reads(index, "uses")) return;
  const target = statement.target(index + 1);
  if (target === null) missingName(statement, index, "state uses", reading);
  else reading.use("shared-state", "state uses", target);
}

export function localState(statement: Statement, reading: ProcessReading): void {
  const name = statement.at(1);
  if (name?.kind !== "word") return;
  const at = statement.find("ttl", 2);
  const isNamed = at !== -1 && ["sliding", "absolute"].includes(statement.at(at + 1)?.text ?? "");
  const ttl = at === -1 ? null : statement.duration(isNamed ? at + 2 : at + 1);
  if (at !== -1 && ttl === null) {
    reading.complain(statement.behind(at), "`ttl` takes a duration such as `24 hours`");
  }
  reading.states.push({ name: name.text, span: statement.span(name), ttl: ttl?.value ?? null });
}

/** `state S` of a window, `state S1, S2` of a transform. */
export function states(statement: Statement, reading: ProcessReading): void {
  const index = statement.find("state");
  if (index === -1) return;
  for (let at = index + 1; statement.at(at)?.kind === "word"; at += 2) {
    const token = statement.at(at);
    if (token === undefined) return;
    reading.states.push({ name: token.text, span: statement.span(token), ttl: null });
    if (statement.at(at + 1)?.text !== ",") return;
  }
}

export function stateMachine(statement: Statement, reading: ProcessReading): void {
  const name = statement.at(1);
  if (name?.kind !== "word") {
    missingName(statement, 0, "state_machine", reading);
    return;
  }
  reading.states.push({ name: name.text, span: statement.span(name), ttl: null });
  const index = statement.find("persistence", 2);
  const store = index === -1 ? undefined : statement.at(index + 1);
  if (store?.kind === "word") {
    reading.persistence = { value: store.text, span: statement.span(store) };
  }
}
