// Finds where the next token starts: js-yaml gives places of values, none of brackets and gaps.

/** The first offset at or after `from` that is neither white space nor inside a comment. */
export function skipTrivia(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 10 || code === 13) continue;
    if (code !== 35 || !isSpaceBefore(text, at)) return at;
    const lineEnd = text.indexOf("\n", at);
    if (lineEnd === -1) return text.length;
    at = lineEnd;
  }
  return text.length;
}

function isSpaceBefore(text: string, at: number): boolean {
  if (at === 0) return true;
  const code = text.charCodeAt(at - 1);
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** The place of an absent value: behind the `:`, `-` or `?` that announces it, else `from`. */
export function placeOfAbsent(text: string, from: number): number {
  const at = skipTrivia(text, from);
  return isIndicator(text.charCodeAt(at)) ? at + 1 : from;
}

function isIndicator(code: number): boolean {
  return code === 58 || code === 45 || code === 63;
}

/** The `|` or `>` of the block scalar whose content starts at `content`. */
export function startOfBlockScalar(text: string, from: number, content: number): number {
  let at = skipTrivia(text, from);
  while (isIndicator(text.charCodeAt(at)) && at < content) at = skipTrivia(text, at + 1);
  const code = text.charCodeAt(at);
  return at < content && (code === 124 || code === 62) ? at : content;
}

/** Behind the bracket at `start`; `start` itself for a block, or a pair without brackets. */
export function behindBracket(text: string, start: number): number {
  const code = text.charCodeAt(start);
  return code === 91 || code === 123 ? start + 1 : start;
}

/** The offset behind the bracket that closes the flow collection opened at `start`. */
export function endOfFlow(text: string, start: number, from: number): number {
  const opening = text[start];
  const closing = opening === "[" ? "]" : opening === "{" ? "}" : "";
  if (closing === "") return from;
  let at = skipTrivia(text, from);
  while (text[at] === ",") at = skipTrivia(text, at + 1);
  return text[at] === closing ? at + 1 : from;
}
