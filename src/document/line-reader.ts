// Keys and values that stand on one line, for the reader of the plain subset: scalars, flow collections.
// Gives up, by throwing `unusual`, on whatever is not plain; reports nothing.
import type { SourceFile } from "../source/source-file.js";
import {
  backslash,
  closeList,
  closeMap,
  colon,
  comma,
  dash,
  doubleQuote,
  hash,
  newline,
  openList,
  openMap,
  singleQuote,
  space,
} from "./character-codes.js";
import type { Entry, InfraNode, ListNode, MapNode, ScalarNode } from "./node.js";
import { resolvePlain } from "./plain-scalar.js";
import { readingLimits, reservedKeys } from "./reading-budget.js";
import { WordTable } from "./word-table.js";

/** Thrown to leave the reader from any depth; never leaves block-reader.ts. */
export const unusual = new Error("not in the plain subset");

/** Characters of plain keys, by code: 2 may also start one. No reader takes such a name for anything else. */
const keyCharacters = new Uint8Array(128);
for (const character of "0123456789./-") keyCharacters[character.charCodeAt(0)] = 1;
for (let code = 65; code <= 90; code++) keyCharacters[code] = keyCharacters[code + 32] = 2;
keyCharacters["_".charCodeAt(0)] = 2;
/** Beyond this, js-yaml decides whether it is still a key. */
const longestKey = 200;
/** No first character of these: indicators, and what a pair without a key would start with. */
const indicator = /[-?:,[\]{}#&*!|>'"%@`]/;

/** What block-reader.ts builds upon. */
export class LineReader {
  nodes = 0;
  protected readonly text: string;
  /** Behind the last token. */
  protected cursor = 0;
  protected depth = 0;
  protected deepest = 0;
  private readonly words = new WordTable();

  constructor(protected readonly file: SourceFile) {
    this.text = file.text;
  }

  protected enter(): void {
    this.nodes++;
    if (++this.depth > this.deepest) this.deepest = this.depth;
    if (this.depth > readingLimits.depth) throw unusual;
  }

  /** Called for every key of a file: an object for its places would cost more than the call. */
  protected add(
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
  protected key(start: number): string {
    const text = this.text;
    this.nodes++;
    const first = text.charCodeAt(start);
    let key: string;
    let end: number;
    if (first === doubleQuote || first === singleQuote) {
      end = this.quotedEnd(start, first);
      key = text.slice(start + 1, end - 1);
      if (end - start > longestKey) throw unusual;
    } else {
      end = this.plainKeyEnd(start);
      key = this.words.slice(text, start, end);
      if (end - start <= 5 && typeof resolvePlain(key).value !== "string") throw unusual;
    }
    if (text.charCodeAt(end) !== colon || reservedKeys.has(key)) throw unusual;
    const behind = text.charCodeAt(end + 1);
    if (behind !== space && behind !== newline && end + 1 < text.length) throw unusual;
    this.cursor = end;
    return key;
  }

  private plainKeyEnd(start: number): number {
    const text = this.text;
    if (keyCharacters[text.charCodeAt(start)] !== 2) throw unusual;
    let end = start + 1;
    while ((keyCharacters[text.charCodeAt(end)] ?? 0) !== 0) end++;
    if (end - start > longestKey) throw unusual;
    return end;
  }

  protected startsEntry(at: number): boolean {
    const text = this.text;
    const first = text.charCodeAt(at);
    if (first === doubleQuote || first === singleQuote) {
      return text.charCodeAt(this.quotedEnd(at, first)) === colon;
    }
    if (keyCharacters[first] !== 2) return false;
    const end = this.plainKeyEnd(at);
    if (text.charCodeAt(end) !== colon) return false;
    const behind = text.charCodeAt(end + 1);
    return behind === space || behind === newline || end + 1 === text.length;
  }

  protected skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === space) at++;
    return at;
  }

  protected isLineEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === newline || code === hash || at >= this.text.length;
  }

  protected leaf(
    start: number,
    end: number,
    value: ScalarNode["value"],
    plain: boolean,
  ): ScalarNode {
    return { kind: "scalar", file: this.file, start, end, value, plain, substituted: null };
  }

  /** A plain scalar in a block, up to the end of the line or a comment. */
  protected plain(start: number): ScalarNode {
    const text = this.text;
    this.checkFirst(start);
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
    return this.resolved(start, end);
  }

  /** `-`, `?` and `:` may start a scalar when more follows; a minus does, the others are for js-yaml. */
  private checkFirst(at: number): void {
    const text = this.text;
    if (!indicator.test(text.charAt(at))) return;
    const behind = text.charCodeAt(at + 1);
    const isMinus = text.charCodeAt(at) === dash && behind > space && behind !== comma;
    if (!isMinus || behind === closeList || behind === closeMap) throw unusual;
  }

  private resolved(start: number, end: number): ScalarNode {
    this.nodes++;
    const { value, problem } = resolvePlain(this.words.slice(this.text, start, end));
    if (problem !== null) throw unusual;
    return this.leaf(start, end, value, true);
  }

  /** Behind the closing quote of the scalar at `start`; no escape may be in it. */
  private quotedEnd(start: number, quote: number): number {
    const text = this.text;
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === singleQuote && text.charCodeAt(at + 1) === singleQuote) throw unusual;
        return at + 1;
      }
      if (code === newline || (code === backslash && quote === doubleQuote)) throw unusual;
    }
    throw unusual;
  }

  protected quoted(start: number, quote: number): ScalarNode {
    this.nodes++;
    const end = this.quotedEnd(start, quote);
    return this.leaf(start, end, this.text.slice(start + 1, end - 1), false);
  }

  protected flow(start: number, opening: number): MapNode | ListNode {
    this.enter();
    const node = opening === openMap ? this.flowMap(start) : this.flowList(start);
    this.depth--;
    return node;
  }

  private flowList(start: number): ListNode {
    const items: InfraNode[] = [];
    let at = this.skipSpaces(start + 1);
    while (this.text.charCodeAt(at) !== closeList) {
      const item = this.flowValue(at);
      items.push(item);
      at = this.behindItem(item.end, closeList);
    }
    return { kind: "list", file: this.file, start, end: at + 1, items };
  }

  private flowMap(start: number): MapNode {
    const entries = new Map<string, Entry>();
    let at = this.skipSpaces(start + 1);
    while (this.text.charCodeAt(at) !== closeMap) {
      const key = this.key(at);
      const keyEnd = this.cursor;
      const value = this.flowValue(this.skipSpaces(keyEnd + 1));
      this.add(entries, key, value, at, keyEnd);
      at = this.behindItem(value.end, closeMap);
    }
    return { kind: "map", file: this.file, start, end: at + 1, entries };
  }

  /** Behind the comma after an item, or at the closing bracket. */
  private behindItem(end: number, closing: number): number {
    const at = this.skipSpaces(end);
    const code = this.text.charCodeAt(at);
    if (code === closing) return at;
    if (code !== comma) throw unusual;
    return this.skipSpaces(at + 1);
  }

  private flowValue(at: number): InfraNode {
    const first = this.text.charCodeAt(at);
    if (first === doubleQuote || first === singleQuote) return this.quoted(at, first);
    if (first === openList || first === openMap) return this.flow(at, first);
    return this.flowPlain(at);
  }

  /** A plain scalar in a flow collection, where brackets and commas end it. */
  private flowPlain(start: number): ScalarNode {
    const text = this.text;
    this.checkFirst(start);
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
    return this.resolved(start, end);
  }
}
