// Turns the flat event list of js-yaml into the located tree, in one pass with an index.
// Reports everything YAML allows and this language does not; reads no text twice.
import { EVENT_ID, SCALAR_STYLE, getScalarValue } from "js-yaml";
import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from "js-yaml";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/printable.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { Entry, InfraNode, ListNode, MapNode, Scalar, ScalarNode } from "./node.js";
import { resolvePlain } from "./plain-scalar.js";
import { readingLimits, reservedKeys } from "./reading-budget.js";
import type { ReadingBudget } from "./reading-budget.js";
import {
  behindBracket,
  endOfFlow,
  placeOfAbsent,
  skipTrivia,
  startOfBlockScalar,
} from "./trivia.js";

/** An anchored node: how many values it stands for and how many levels it adds where it is used. */
interface Anchor {
  readonly node: InfraNode;
  readonly nodes: number;
  readonly height: number;
}

type NodeEvent = ScalarEvent | AliasEvent | MappingEvent | SequenceEvent;

export class TreeBuilder {
  private index = 0;
  /** Offset behind the last token seen. */
  private cursor = 0;
  private depth = 0;
  private deepest = 0;
  private problems = 0;
  /** The last value that was reported, so that it gives no second error in the place of a key. */
  private refused: InfraNode | null = null;
  /** Set when a limit is passed: what follows is not worth reading. */
  private stopped = false;
  /** Null while the anchored node is still being read. */
  private readonly anchors = new Map<string, Anchor | null>();

  constructor(
    private readonly file: SourceFile,
    private readonly events: readonly Event[],
    private readonly report: Report,
    private readonly budget: ReadingBudget,
  ) {}

  /** The root map of the only document, or null when anything was reported. */
  build(): MapNode | null {
    const text = this.file.text;
    if (this.events.length === 0) {
      this.fail(diagnose("E749", this.span(0, 0), { found: "this one is empty" }));
      return null;
    }
    this.index = 1;
    const root = this.node();
    if (!this.stopped) this.checkRoot(root);
    if (!this.stopped && this.index + 1 < this.events.length) this.reportSecondDocument(text);
    return this.problems === 0 && root.kind === "map" ? root : null;
  }

  private checkRoot(root: InfraNode): void {
    if (root.kind === "map") return;
    const isEmpty = root.kind === "scalar" && root.value === null;
    const found = isEmpty
      ? "this one is empty"
      : `this one holds ${root.kind === "list" ? "a list" : "a single value"}`;
    const place = isEmpty ? this.span(0, 0) : this.span(root.start, root.end);
    this.fail(diagnose("E749", place, { found }));
  }

  private reportSecondDocument(text: string): void {
    let at = skipTrivia(text, this.cursor);
    if (text.startsWith("...", at)) at = skipTrivia(text, at + 3);
    const end = text.startsWith("---", at) ? at + 3 : at;
    const help = "Put each document in a file of its own; share text between files with `extends`.";
    this.fail(diagnose("E745", this.span(at, end), {}, { help }));
  }

  private node(): InfraNode {
    if (this.stopped) return this.leaf(this.cursor, this.cursor, null, true);
    const event = this.events[this.index++] as NodeEvent;
    if (--this.budget.nodes < 0) this.tooMany("values", readingLimits.nodes, this.cursor);
    if (event.type === EVENT_ID.ALIAS) return this.alias(event);
    if (event.tagStart !== -1) this.reportTag(event);
    if (event.anchorStart !== -1) return this.anchored(event);
    return this.content(event);
  }

  private content(event: ScalarEvent | MappingEvent | SequenceEvent): InfraNode {
    if (event.type === EVENT_ID.SCALAR) return this.scalar(event);
    this.cursor = behindBracket(this.file.text, event.start);
    if (++this.depth > this.deepest) this.deepest = this.depth;
    if (this.depth > readingLimits.depth) this.tooDeep(event.start);
    const node = event.type === EVENT_ID.MAPPING ? this.map(event) : this.list(event);
    this.depth--;
    return node;
  }

  private list(event: SequenceEvent): ListNode {
    const items: InfraNode[] = [];
    while (!this.stopped && this.events[this.index]?.type !== EVENT_ID.POP) items.push(this.node());
    const { start, end } = this.close(event);
    return { kind: "list", file: this.file, start, end, items };
  }

  private map(event: MappingEvent): MapNode {
    const entries = new Map<string, Entry>();
    while (!this.stopped && this.events[this.index]?.type !== EVENT_ID.POP) this.entry(entries);
    const { start, end } = this.close(event);
    return { kind: "map", file: this.file, start, end, entries };
  }

  /** Passes the end of a collection; js-yaml does not say where that is. */
  private close(event: MappingEvent | SequenceEvent): { start: number; end: number } {
    this.index++;
    const isBlock = event.style === 1;
    if (!isBlock) this.cursor = endOfFlow(this.file.text, event.start, this.cursor);
    return { start: event.start, end: this.cursor };
  }

  private entry(entries: Map<string, Entry>): void {
    const keyNode = this.node();
    const key = this.keyOf(keyNode);
    const value = this.node();
    if (key === null) return;
    const { file, start: keyStart, end: keyEnd } = keyNode;
    const first = entries.get(key);
    if (first !== undefined) {
      const related = [
        { span: this.span(first.keyStart, first.keyEnd), message: "first set here" },
      ];
      const help = "Keep one of the two.";
      const span = this.span(keyStart, keyEnd);
      this.fail(diagnose("E740", span, { key: printable(key) }, { related, help }));
      return;
    }
    entries.set(key, { key, value, file, keyStart, keyEnd, writtenAs: null, replaced: null });
    if (entries.size > readingLimits.keysOfMap) {
      this.tooMany("keys in one map", readingLimits.keysOfMap, keyStart);
    }
  }

  private keyOf(node: InfraNode): string | null {
    if (node === this.refused) return null;
    const span = this.span(node.start, node.end);
    if (node.kind !== "scalar") {
      const what = node.kind === "map" ? "A map" : "A list";
      this.fail(diagnose("E741", span, { key: what, problem: "a key is a name" }));
      return null;
    }
    const { value } = node;
    if (typeof value !== "string") return this.refuseKeyType(node, span);
    if (value === "<<" && node.plain) {
      const help = "Inherit from another file with `extends`; inside a file, write the keys out.";
      this.fail(diagnose("E742", span, {}, { help }));
      return null;
    }
    if (reservedKeys.has(value)) {
      this.fail(diagnose("E741", span, { key: `"${value}"`, problem: "the name is reserved" }));
      return null;
    }
    return value;
  }

  private refuseKeyType(node: ScalarNode, span: Span): null {
    const written = this.file.text.slice(node.start, node.end);
    const key = written === "" ? "An empty key" : printable(written);
    const what = node.value === null ? "nothing" : `a ${typeof node.value}`;
    const help = written === "" ? "Write a name before the colon." : `Quote it: "${key}".`;
    const problem = written === "" ? "a key is a name" : `YAML reads it as ${what}`;
    this.fail(diagnose("E741", span, { key, problem }, { help }));
    return null;
  }

  private scalar(event: ScalarEvent): ScalarNode {
    const { style } = event;
    if (event.valueStart === -1) return this.absentScalar(event);
    const text = getScalarValue(this.file.text, event);
    const { start, end } = this.scalarRange(event);
    this.cursor = end;
    if (style !== SCALAR_STYLE.PLAIN || event.tagStart !== -1) {
      return this.leaf(start, end, text, false);
    }
    const { value, problem } = resolvePlain(text);
    const node = this.leaf(start, end, value, true);
    if (problem !== null) this.refuseNumber(problem, node);
    return node;
  }

  private leaf(start: number, end: number, value: Scalar, plain: boolean): ScalarNode {
    return { kind: "scalar", file: this.file, start, end, value, plain, substituted: null };
  }

  private refuseNumber(problem: string, node: ScalarNode): void {
    const help = "Quote it if text is meant; else write a plain decimal number.";
    this.refused = node;
    this.fail(diagnose("E734", this.span(node.start, node.end), { problem }, { help }));
  }

  private absentScalar(event: ScalarEvent): ScalarNode {
    const properties = Math.max(event.anchorEnd, event.tagEnd);
    const at = properties === -1 ? placeOfAbsent(this.file.text, this.cursor) : properties;
    this.cursor = at;
    return this.leaf(at, at, null, true);
  }

  /** Quotes and the block indicator belong to the range, so that carets mark the whole value. */
  private scalarRange(event: ScalarEvent): { start: number; end: number } {
    const { style, valueStart, valueEnd } = event;
    if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd };
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) {
      return { start: valueStart - 1, end: valueEnd + 1 };
    }
    const from = Math.max(this.cursor, event.anchorEnd, event.tagEnd);
    return { start: startOfBlockScalar(this.file.text, from, valueStart), end: valueEnd };
  }

  private anchored(event: ScalarEvent | MappingEvent | SequenceEvent): InfraNode {
    const name = this.file.text.slice(event.anchorStart, event.anchorEnd);
    const left = this.budget.nodes;
    const outer = this.deepest;
    this.deepest = this.depth;
    this.anchors.set(name, null);
    const node = this.content(event);
    const height = this.deepest - this.depth;
    this.anchors.set(name, { node, nodes: left - this.budget.nodes + 1, height });
    this.deepest = Math.max(outer, this.deepest);
    return node;
  }

  /** An alias shares the node of its anchor, and counts as if it were written out. */
  private alias(event: AliasEvent): InfraNode {
    const start = event.anchorStart - 1;
    const end = event.anchorEnd;
    const name = this.file.text.slice(event.anchorStart, end);
    this.cursor = end;
    const anchor = this.anchors.get(name);
    if (anchor === undefined || anchor === null) {
      const problem = anchor === null ? "it is inside its own anchor" : "no anchor has this name";
      return this.refuseAlias(problem, this.span(start, end));
    }
    if (--this.budget.aliases < 0) this.tooMany("aliases", readingLimits.aliases, start);
    this.budget.nodes -= anchor.nodes;
    if (this.budget.nodes < 0) this.tooMany("values", readingLimits.nodes, start);
    const reach = this.depth + anchor.height;
    if (reach > this.deepest) this.deepest = reach;
    if (reach > readingLimits.depth) this.tooDeep(start);
    return anchor.node;
  }

  private refuseAlias(problem: string, span: Span): ScalarNode {
    const help = "Quote a value that starts with `*`.";
    this.fail(diagnose("E746", span, { problem }, { help }));
    return (this.refused = this.leaf(span.start, span.end, null, false));
  }

  private reportTag(event: ScalarEvent | MappingEvent | SequenceEvent): void {
    const { tagStart, tagEnd } = event;
    const help = "Remove it, or quote a value that starts with `!`.";
    this.fail(diagnose("E743", this.span(tagStart, tagEnd), {}, { help }));
  }

  private tooDeep(at: number): void {
    if (this.stopped) return;
    this.fail(diagnose("E747", this.span(at, at + 1), { limit: readingLimits.depth }));
    this.stopped = true;
  }

  private tooMany(things: string, limit: number, at: number): void {
    if (this.stopped) return;
    this.fail(diagnose("E748", this.span(at, at), { things, limit }));
    this.stopped = true;
  }

  private fail(diagnostic: Diagnostic): void {
    if (this.stopped) return;
    this.report(diagnostic);
    if (++this.problems < readingLimits.problems) return;
    this.report(diagnose("N730", diagnostic.span, { limit: readingLimits.problems }));
    this.stopped = true;
  }

  private span(start: number, end: number): Span {
    return { file: this.file, start, end };
  }
}
