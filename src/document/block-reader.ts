// Reads the plain subset of YAML that nearly every `.infra` file keeps to (block maps and lists, flow
// collections and scalars on one line) several times faster than a YAML parser. Reports nothing: it
// gives up on whatever is unusual or wrong, and the file is read again by js-yaml, which must never
// see a different tree. A test holds the two equal.
import type { SourceFile } from "../source/source-file.js";
import {
  ampersand,
  asterisk,
  dash,
  doubleQuote,
  hash,
  newline,
  openList,
  openMap,
  singleQuote,
  space,
} from "./character-codes.js";
import { LineReader, unusual } from "./line-reader.js";
import type { Entry, InfraNode, ListNode, MapNode } from "./node.js";
import { readingLimits, type ReadingBudget } from "./reading-budget.js";

const anchorName = /[\w-]{1,100}/y;
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

class BlockReader extends LineReader {
  aliases = 0;
  /** The first character of the current line that is no space; the column it stands in. */
  private at = 0;
  private indent = -1;
  private readonly anchors = new Map<string, Anchor>();

  document(): MapNode {
    this.toLine(0);
    if (this.indent === -1) throw unusual;
    const root = this.map(this.indent);
    // A line that no map or list was waiting for ends them all.
    if (this.indent !== -1) throw unusual;
    return root;
  }

  /** Finds the next line from `start` on that holds more than a comment; indent -1 at the end. */
  private toLine(start: number): void {
    const text = this.text;
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
        this.at = at;
        this.indent = at - lineStart;
        return;
      }
    }
    this.at = text.length;
    this.indent = -1;
  }

  private map(indent: number): MapNode {
    this.enter();
    const start = this.at;
    const entries = new Map<string, Entry>();
    while (this.indent === indent) {
      const keyStart = this.at;
      const key = this.key(keyStart);
      const keyEnd = this.cursor;
      const value = this.valueBehind(keyEnd + 1, indent);
      this.add(entries, key, value, keyStart, keyEnd);
    }
    this.depth--;
    return { kind: "map", file: this.file, start, end: this.cursor, entries };
  }

  /** The value behind the colon that ends at `from`, of a key in the column `indent`. */
  private valueBehind(from: number, indent: number): InfraNode {
    const at = this.skipSpaces(from);
    const code = this.text.charCodeAt(at);
    if (code === ampersand) return this.anchored(at, indent);
    if (code === asterisk) return this.alias(at, indent);
    if (!this.isLineEnd(at)) return this.onLine(at, indent);
    return this.below(at, from, indent);
  }

  /** The value on the lines below the key, or nothing, which stands behind the colon at `from`. */
  private below(at: number, from: number, indent: number): InfraNode {
    this.toLine(at);
    const isItem = this.isItem();
    if (this.indent > indent) return isItem ? this.list(this.indent) : this.map(this.indent);
    if (this.indent === indent && isItem) return this.list(indent);
    this.nodes++;
    this.cursor = from;
    return this.leaf(from, from, null, true);
  }

  /** A block or a scalar with a name for the aliases below it. */
  private anchored(at: number, indent: number): InfraNode {
    const end = this.nameEnd(at);
    const name = this.text.slice(at + 1, end);
    const nodesBefore = this.nodes;
    const deepestBefore = this.deepest;
    this.deepest = this.depth;
    const from = this.skipSpaces(end);
    // An absent value with an anchor is for js-yaml, and so is a list that is not indented.
    if (this.isLineEnd(from)) {
      this.toLine(from);
      if (this.indent <= indent) throw unusual;
    }
    const node = this.isLineEnd(from)
      ? this.isItem()
        ? this.list(this.indent)
        : this.map(this.indent)
      : this.onLine(from, indent);
    const height = this.deepest - this.depth;
    this.anchors.set(name, { node, nodes: this.nodes - nodesBefore, height });
    this.deepest = Math.max(deepestBefore, this.deepest);
    return node;
  }

  /** An alias shares the node of its anchor, and counts as if it were written out. */
  private alias(at: number, indent: number): InfraNode {
    const end = this.nameEnd(at);
    const anchor = this.anchors.get(this.text.slice(at + 1, end));
    if (anchor === undefined || this.depth + anchor.height > readingLimits.depth) throw unusual;
    this.deepest = Math.max(this.deepest, this.depth + anchor.height);
    this.nodes += 1 + anchor.nodes;
    this.aliases++;
    this.endLine(end, indent);
    this.cursor = end;
    return anchor.node;
  }

  private nameEnd(at: number): number {
    anchorName.lastIndex = at + 1;
    if (!anchorName.test(this.text)) throw unusual;
    const end = anchorName.lastIndex;
    const behind = this.text.charCodeAt(end);
    if (behind !== space && behind !== newline && end < this.text.length) throw unusual;
    return end;
  }

  private isItem(): boolean {
    if (this.text.charCodeAt(this.at) !== dash) return false;
    const behind = this.text.charCodeAt(this.at + 1);
    return behind === space || behind === newline || this.at + 1 === this.text.length;
  }

  private list(indent: number): ListNode {
    this.enter();
    const start = this.at;
    const items: InfraNode[] = [];
    while (this.indent === indent && this.isItem()) {
      items.push(this.item(this.skipSpaces(this.at + 1), indent));
    }
    this.depth--;
    return { kind: "list", file: this.file, start, end: this.cursor, items };
  }

  private item(at: number, indent: number): InfraNode {
    const code = this.text.charCodeAt(at);
    if (this.isLineEnd(at) || code === dash) throw unusual;
    if (code === ampersand) return this.anchored(at, indent);
    if (code === asterisk) return this.alias(at, indent);
    if (!this.startsEntry(at)) return this.onLine(at, indent);
    this.indent += at - this.at;
    this.at = at;
    return this.map(this.indent);
  }

  /** A value that starts and ends on the line of `at`; goes to the next line. */
  private onLine(at: number, indent: number): InfraNode {
    const first = this.text.charCodeAt(at);
    let node: InfraNode;
    if (first === doubleQuote || first === singleQuote) node = this.quoted(at, first);
    else if (first === openList || first === openMap) node = this.flow(at, first);
    else node = this.plain(at);
    this.cursor = node.end;
    this.endLine(node.end, indent);
    return node;
  }

  /** From behind a value to the next line. Only a comment may follow, and one needs a space before it. */
  private endLine(from: number, indent: number): void {
    const end = this.skipSpaces(from);
    if (!this.isLineEnd(end)) throw unusual;
    if (end === from && this.text.charCodeAt(end) === hash) throw unusual;
    this.toLine(end);
    // What stands deeper would continue the value.
    if (this.indent > indent) throw unusual;
  }
}
