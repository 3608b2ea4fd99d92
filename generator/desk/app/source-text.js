// A text whose lines may end in any way: it is worked on with line feeds alone, and gets its own line ends back.
// Whatever is not spliced keeps its bytes.

const ENDS = /\r\n|\r|\n/g;
const MARK = "\ufeff";

export class PlainText {
  // mark: a byte order mark or nothing; ends: the end of each line, or null where all are line feeds
  constructor(mark, text, ends) {
    this.mark = mark;
    this.text = text;
    this.ends = ends;
  }

  /** A text of any line ends, taken apart. */
  static of(whole) {
    const mark = whole.startsWith(MARK) ? MARK : "";
    const text = whole.slice(mark.length);
    if (!text.includes("\r")) return new PlainText(mark, text, null);
    return new PlainText(mark, text.replace(ENDS, "\n"), text.match(ENDS));
  }

  /** The text as it was, but for what was spliced. */
  whole() {
    if (!this.ends) return this.mark + this.text;
    let next = 0;
    return this.mark + this.text.replace(/\n/g, () => this.ends[next++]);
  }

  /**
   * Another text in place of some stretches of this one.
   *
   * @param splices {start, end, text} each, none over another; new lines end as those around them do.
   */
  spliced(splices) {
    const inOrder = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
    const parts = [];
    const ends = this.ends && [];
    let at = 0;
    let line = 0;
    for (const { start, end, text } of inOrder) {
      parts.push(this.text.slice(at, start), text);
      if (ends) {
        const before = line + newlines(this.text.slice(at, start));
        ends.push(...this.ends.slice(line, before));
        line = before + newlines(this.text.slice(start, end));
        const near = this.ends[before - 1] ?? this.ends[line] ?? "\n";
        ends.push(...Array(newlines(text)).fill(near));
      }
      at = end;
    }
    parts.push(this.text.slice(at));
    if (ends) ends.push(...this.ends.slice(line));
    return new PlainText(this.mark, parts.join(""), ends);
  }
}

/** The least that must be replaced in a text so that it becomes another. */
export function difference(from, to) {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  if (isLowSurrogate(from, start) || isLowSurrogate(to, start)) start--;
  let kept = 0;
  while (kept < most - start && from[from.length - 1 - kept] === to[to.length - 1 - kept]) kept++;
  if (isLowSurrogate(from, from.length - kept) || isLowSurrogate(to, to.length - kept)) kept--;
  return { start, end: from.length - kept, text: to.slice(start, to.length - kept) };
}

/** Where an index stands: line and column from 1, columns counted in characters of Unicode. */
export function placeOf(text, index) {
  const start = lineStart(text, index);
  return { line: newlines(text.slice(0, start)) + 1, column: [...text.slice(start, index)].length + 1 };
}

/** The index of a line and a column; the nearest there is. */
export function indexOf(text, line, column) {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const written = [...text.slice(start, lineEnd(text, start))];
  return start + written.slice(0, Math.max(0, column - 1)).join("").length;
}

export function lineStart(text, index) {
  return text.lastIndexOf("\n", index - 1) + 1;
}

export function lineEnd(text, index) {
  const end = text.indexOf("\n", index);
  return end < 0 ? text.length : end;
}

/** How far from the beginning of its line an index stands. */
export function columnOf(text, index) {
  return index - lineStart(text, index);
}

function newlines(text) {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function isLowSurrogate(text, index) {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff && index > 0;
}
