// Reads the plain subset of YAML that nearly every `.infra` file keeps to (block maps and lists, flow
// collections and scalars on one line) several times faster than a YAML parser. Reports nothing: it
// gives up on whatever is unusual or wrong, and the file is read again by js-yaml, which must never
// see a different tree. A test holds the two equal.
import type { SourceFile } from "../source/source-file.js";
import type { Entry, InfraNode, ListNode, MapNode, ScalarNode } from "./node.js";
import { resolvePlain } from "./plain-scalar.js";
import { readingLimits, reservedKeys, type ReadingBudget } from "./reading-budget.js";
import { WordTable } from "./word-table.js";

/** Thrown to leave the reader from any depth; never leaves this file. */
const unusual = new Error("not in the plain subset");

const newline = 10;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const ampersand = 38;
const singleQuote = 39;
const asterisk = 42;
const comma = 44;
const dash = 45;
const colon = 58;
const openList = 91;
const closeList = 93;
const openMap = 123;
const closeMap = 125;

/** Characters of plain keys, by code: 2 may also start one. No reader takes such a name for anything else. */
const keyCharacters = new Uint8Array(128);
for (const character of "0123456789./-") keyCharacters[character.charCodeAt(0)] = 1;
for (let code = 65; code <= 90; code++) keyCharacters[code] = keyCharacters[code + 32] = 2;
keyCharacters["_".charCodeAt(0)] = 2;
/** Beyond this, js-yaml decides whether it is still a key. */
const longestKey = 200;
const anchorName = /[\w-]{1,100}/y;
/** No first character of these: indicators, and what a pair without a key would start with. */
const indicator = /[-?:,[\]{}#&*!|>'"%@`]/;
/** Anything that asks for a real parser: tabs, line ends of other systems, several documents. */
const beyondSubset = /[\t\r]|^(?:---|\.\.\.|%)/m;

/**
 * The tree of `file`, or null: then nothing is known about it. Expects text without characters that
 * no input may hold. Takes from the budget what it read.
 */
export function readPlainBlocks(file: SourceFile, budget: ReadingBudget): MapNode | null {
  if (beyondSubset.test(file.text)) return null;
  const reader = new BlockReader(file);
  try {
    const root = reader.document();
    if (reader.nodes > budget.nodes || reader.aliases > budget.aliases) return null;
    budget.nodes -= reader.nodes;
    budget.aliases -= reader.aliases;
    return root;
  } catch (thrown) {
    if (thrown === unusual) return null;
    throw thrown;
  }
}

/** An anchored node, the values it stands for, and the levels it adds where it is used. */
interface Anchor {
  readonly node: InfraNode;
  readonly nodes: number;
  readonly height: number;
}

class BlockReader {
  nodes = 0;
  aliases = 0;
  readonly #text: string;
  /** The first character of the current line that is no space; the column it stands in. */
  #at = 0;
  #indent = -1;
  /** Behind the last token. */
  #cursor = 0;
  #depth = 0;
  #deepest = 0;
  readonly #anchors = new Map<string, Anchor>();
  readonly #words = new WordTable();

  constructor(private readonly file: SourceFile) {
    this.#text = file.text;
  }

  document(): MapNode {
    this.#toLine(0);
    if (this.#indent === -1) throw unusual;
    const root = this.#map(this.#indent);
    // A line that no map or list was waiting for ends them all.
    if (this.#indent !== -1) throw unusual;
    return root;
  }

  /** Finds the next line from `start` on that holds more than a comment; indent -1 at the end. */
  #toLine(start: number): void {
    const text = this.#text;
    let at = start;
    let lineStart = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === space) at++;
      else if (code === newline) lineStart = ++at;
      else if (code === hash) {
        const end = text.indexOf("\n", at);
        if (end === -1) break;
        lineStart = at = end + 1;
      } else if (at >= text.length) break;
      else {
        this.#at = at;
        this.#indent = at - lineStart;
        return;
      }
    }
    this.#at = text.length;
    this.#indent = -1;
  }

  #enter(): void {
    this.nodes++;
    if (++this.#depth > this.#deepest) this.#deepest = this.#depth;
    if (this.#depth > readingLimits.depth) throw unusual;
  }

  #map(indent: number): MapNode {
    this.#enter();
    const start = this.#at;
    const entries = new Map<string, Entry>();
    while (this.#indent === indent) {
      const keyStart = this.#at;
      const key = this.#key(keyStart);
      const keyEnd = this.#cursor;
      const value = this.#valueOf(keyEnd + 1, indent);
      this.#add(entries, key, value, keyStart, keyEnd);
    }
    this.#depth--;
    return { kind: "map", file: this.file, start, end: this.#cursor, entries };
  }

  /** Called for every key of a file: an object for its places would cost more than the call. */
  #add(
    entries: Map<string, Entry>,
    key: string,
    value: InfraNode,
    keyStart: number,
    keyEnd: number,
  ): void {
    const { file } = this;
    const size = entries.size;
    entries.set(key, { key, value, file, keyStart, keyEnd, writtenAs: null, replaced: null });
    if (entries.size === size || size >= readingLimits.keysOfMap) throw unusual;
  }

  /** The key at `start`; the cursor is then at its colon. */
  #key(start: number): string {
    const text = this.#text;
    this.nodes++;
    const first = text.charCodeAt(start);
    let key: string;
    let end: number;
    if (first === doubleQuote || first === singleQuote) {
      end = this.#quotedEnd(start, first);
      key = text.slice(start + 1, end - 1);
      if (end - start > longestKey) throw unusual;
    } else {
      end = this.#plainKeyEnd(start);
      key = this.#words.slice(text, start, end);
      if (end - start <= 5 && typeof resolvePlain(key).value !== "string") throw unusual;
    }
    if (text.charCodeAt(end) !== colon || reservedKeys.has(key)) throw unusual;
    const behind = text.charCodeAt(end + 1);
    if (behind !== space && behind !== newline && end + 1 < text.length) throw unusual;
    this.#cursor = end;
    return key;
  }

  #plainKeyEnd(start: number): number {
    const text = this.#text;
    if (keyCharacters[text.charCodeAt(start)] !== 2) throw unusual;
    let end = start + 1;
    while ((keyCharacters[text.charCodeAt(end)] ?? 0) !== 0) end++;
    if (end - start > longestKey) throw unusual;
    return end;
  }

  /** The value behind the colon that ends at `from`, of a key in the column `indent`. */
  #valueOf(from: number, indent: number): InfraNode {
    const at = this.#skipSpaces(from);
    const code = this.#text.charCodeAt(at);
    if (code === ampersand) return this.#anchored(at, indent);
    if (code === asterisk) return this.#alias(at, indent);
    if (!this.#isLineEnd(at)) return this.#onLine(at, indent);
    return this.#below(at, from, indent);
  }

  /** The value on the lines below the key, or nothing, which stands behind the colon at `from`. */
  #below(at: number, from: number, indent: number): InfraNode {
    this.#toLine(at);
    const isItem = this.#isItem();
    if (this.#indent > indent) return isItem ? this.#list(this.#indent) : this.#map(this.#indent);
    if (this.#indent === indent && isItem) return this.#list(indent);
    this.nodes++;
    this.#cursor = from;
    return this.#leaf(from, from, null, true);
  }

  /** A block or a scalar with a name for the aliases below it. */
  #anchored(at: number, indent: number): InfraNode {
    const end = this.#nameEnd(at);
    const name = this.#text.slice(at + 1, end);
    const nodesBefore = this.nodes;
    const deepestBefore = this.#deepest;
    this.#deepest = this.#depth;
    const from = this.#skipSpaces(end);
    // An absent value with an anchor is for js-yaml, and so is a list that is not indented.
    if (this.#isLineEnd(from)) {
      this.#toLine(from);
      if (this.#indent <= indent) throw unusual;
    }
    const node = this.#isLineEnd(from)
      ? this.#isItem()
        ? this.#list(this.#indent)
        : this.#map(this.#indent)
      : this.#onLine(from, indent);
    const height = this.#deepest - this.#depth;
    this.#anchors.set(name, { node, nodes: this.nodes - nodesBefore, height });
    this.#deepest = Math.max(deepestBefore, this.#deepest);
    return node;
  }

  /** An alias shares the node of its anchor, and counts as if it were written out. */
  #alias(at: number, indent: number): InfraNode {
    const end = this.#nameEnd(at);
    const anchor = this.#anchors.get(this.#text.slice(at + 1, end));
    if (anchor === undefined || this.#depth + anchor.height > readingLimits.depth) throw unusual;
    this.#deepest = Math.max(this.#deepest, this.#depth + anchor.height);
    this.nodes += 1 + anchor.nodes;
    this.aliases++;
    this.#endLine(end, indent);
    this.#cursor = end;
    return anchor.node;
  }

  #nameEnd(at: number): number {
    anchorName.lastIndex = at + 1;
    if (!anchorName.test(this.#text)) throw unusual;
    const end = anchorName.lastIndex;
    const behind = this.#text.charCodeAt(end);
    if (behind !== space && behind !== newline && end < this.#text.length) throw unusual;
    return end;
  }

  #isItem(): boolean {
    if (this.#text.charCodeAt(this.#at) !== dash) return false;
    const behind = this.#text.charCodeAt(this.#at + 1);
    return behind === space || behind === newline || this.#at + 1 === this.#text.length;
  }

  #list(indent: number): ListNode {
    this.#enter();
    const start = this.#at;
    const items: InfraNode[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const at = this.#skipSpaces(this.#at + 1);
      if (this.#isLineEnd(at) || this.#text.charCodeAt(at) === dash) throw unusual;
      if (this.#startsEntry(at)) {
        this.#indent += at - this.#at;
        this.#at = at;
        items.push(this.#map(this.#indent));
      } else items.push(this.#onLine(at, indent));
    }
    this.#depth--;
    return { kind: "list", file: this.file, start, end: this.#cursor, items };
  }

  #startsEntry(at: number): boolean {
    const text = this.#text;
    const first = text.charCodeAt(at);
    if (first === doubleQuote || first === singleQuote) {
      return text.charCodeAt(this.#quotedEnd(at, first)) === colon;
    }
    if (keyCharacters[first] !== 2) return false;
    const end = this.#plainKeyEnd(at);
    if (text.charCodeAt(end) !== colon) return false;
    const behind = text.charCodeAt(end + 1);
    return behind === space || behind === newline || end + 1 === text.length;
  }

  /** A value that starts and ends on the line of `at`; goes to the next line. */
  #onLine(at: number, indent: number): InfraNode {
    const first = this.#text.charCodeAt(at);
    let node: InfraNode;
    if (first === doubleQuote || first === singleQuote) node = this.#quoted(at, first);
    else if (first === openList || first === openMap) node = this.#flow(at, first);
    else node = this.#plain(at);
    this.#cursor = node.end;
    this.#endLine(node.end, indent);
    return node;
  }

  /** From behind a value to the next line. Only a comment may follow, and one needs a space before it. */
  #endLine(from: number, indent: number): void {
    const end = this.#skipSpaces(from);
    if (!this.#isLineEnd(end)) throw unusual;
    if (end === from && this.#text.charCodeAt(end) === hash) throw unusual;
    this.#toLine(end);
    // What stands deeper would continue the value.
    if (this.#indent > indent) throw unusual;
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === space) at++;
    return at;
  }

  #isLineEnd(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return code === newline || code === hash || at >= this.#text.length;
  }

  #leaf(start: number, end: number, value: ScalarNode["value"], plain: boolean): ScalarNode {
    return { kind: "scalar", file: this.file, start, end, value, plain, substituted: null };
  }

  /** A plain scalar in a block, up to the end of the line or a comment. */
  #plain(start: number): ScalarNode {
    const text = this.#text;
    this.#checkFirst(start);
    let end = start;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === space) continue;
      if (code === newline || (code === hash && end < at)) break;
      end = at + 1;
      if (code !== colon) continue;
      const behind = text.charCodeAt(end);
      if (behind === space || behind === newline || end === text.length) throw unusual;
    }
    return this.#resolved(start, end);
  }

  /** `-`, `?` and `:` may start a scalar when more follows; a minus does, the others are for js-yaml. */
  #checkFirst(at: number): void {
    const text = this.#text;
    if (!indicator.test(text.charAt(at))) return;
    const behind = text.charCodeAt(at + 1);
    const isMinus = text.charCodeAt(at) === dash && behind > space && behind !== comma;
    if (!isMinus || behind === closeList || behind === closeMap) throw unusual;
  }

  #resolved(start: number, end: number): ScalarNode {
    this.nodes++;
    const { value, problem } = resolvePlain(this.#words.slice(this.#text, start, end));
    if (problem !== null) throw unusual;
    return this.#leaf(start, end, value, true);
  }

  /** Behind the closing quote of the scalar at `start`; no escape may be in it. */
  #quotedEnd(start: number, quote: number): number {
    const text = this.#text;
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === singleQuote && text.charCodeAt(at + 1) === singleQuote) throw unusual;
        return at + 1;
      }
      if (code === newline || (code === 92 && quote === doubleQuote)) throw unusual;
    }
    throw unusual;
  }

  #quoted(start: number, quote: number): ScalarNode {
    this.nodes++;
    const end = this.#quotedEnd(start, quote);
    return this.#leaf(start, end, this.#text.slice(start + 1, end - 1), false);
  }

  #flow(start: number, opening: number): MapNode | ListNode {
    this.#enter();
    const node = opening === openMap ? this.#flowMap(start) : this.#flowList(start);
    this.#depth--;
    return node;
  }

  #flowList(start: number): ListNode {
    const items: InfraNode[] = [];
    let at = this.#skipSpaces(start + 1);
    while (this.#text.charCodeAt(at) !== closeList) {
      const item = this.#flowValue(at);
      items.push(item);
      at = this.#behindItem(item.end, closeList);
    }
    return { kind: "list", file: this.file, start, end: at + 1, items };
  }

  #flowMap(start: number): MapNode {
    const entries = new Map<string, Entry>();
    let at = this.#skipSpaces(start + 1);
    while (this.#text.charCodeAt(at) !== closeMap) {
      const key = this.#key(at);
      const keyEnd = this.#cursor;
      const value = this.#flowValue(this.#skipSpaces(keyEnd + 1));
      this.#add(entries, key, value, at, keyEnd);
      at = this.#behindItem(value.end, closeMap);
    }
    return { kind: "map", file: this.file, start, end: at + 1, entries };
  }

  /** Behind the comma after an item, or at the closing bracket. */
  #behindItem(end: number, closing: number): number {
    const at = this.#skipSpaces(end);
    const code = this.#text.charCodeAt(at);
    if (code === closing) return at;
    if (code !== comma) throw unusual;
    return this.#skipSpaces(at + 1);
  }

  #flowValue(at: number): InfraNode {
    const first = this.#text.charCodeAt(at);
    if (first === doubleQuote || first === singleQuote) return this.#quoted(at, first);
    if (first === openList || first === openMap) return this.#flow(at, first);
    return this.#flowPlain(at);
  }

  /** A plain scalar in a flow collection, where brackets and commas end it. */
  #flowPlain(start: number): ScalarNode {
    const text = this.#text;
    this.#checkFirst(start);
    let end = start;
    for (let at = start; ; at++) {
      const code = text.charCodeAt(at);
      if (code === comma || code === closeList || code === closeMap) break;
      if (code === space) continue;
      if (code === newline || code === hash || code === colon) throw unusual;
      if (code === openList || code === openMap || at >= text.length) throw unusual;
      end = at + 1;
    }
    if (end === start) throw unusual;
    return this.#resolved(start, end);
  }
}
