// What belongs to an item of a block: its lines, the comments right above it, and those below that stand further in.

import { columnOf, lineEnd, lineStart } from "./source-text.js";

/** Where an item ends: behind its value, or behind its key or dash where it has none. */
export function endOf(node, item) {
  const own = node.kind === "map" ? (item.colon ?? item.keyNode.end) : item.start + (node.flow ? 0 : 1);
  return Math.max(item.value.end, own);
}

/** Where the head of an item ends: behind its colon or dash. */
export function headEnd(node, item) {
  return node.kind === "map" ? item.colon : item.start + 1;
}

/** Whether something else stands before an index on its line. */
export function isMidLine(text, at) {
  return text.slice(lineStart(text, at), at).trim() !== "";
}

/**
 * Where an item begins, with the comments right above it.
 *
 * @param floor where that begins which is not its own: the end of the item before it, or of the head above it; -1 where
 *   it is the first of the document, whose comments are those of the whole.
 * @param isAlone whether nothing else stands beside it, so that comments that stand further in are its own too.
 */
export function leadOf(text, item, floor, isAlone = false) {
  let at = item.start;
  if (floor < 0 || isMidLine(text, at)) return at;
  const column = columnOf(text, at);
  for (;;) {
    const above = lineStart(text, lineStart(text, at) - 1);
    if (lineStart(text, at) === 0 || above <= floor) return at;
    const depth = text.slice(above, lineEnd(text, above)).search(/\S/);
    if (text[above + depth] !== "#" || depth < column || (depth > column && !isAlone)) return at;
    at = above + depth;
  }
}

/** Where an item ends, with the comment behind it and those below that stand further in than it does. */
export function tailOf(text, node, item) {
  const column = columnOf(text, item.start);
  let end = lineEnd(text, endOf(node, item));
  let at = end + 1;
  while (at < text.length) {
    const line = text.slice(at, lineEnd(text, at));
    const depth = line.search(/\S/);
    if (depth >= 0 && (line[depth] !== "#" || depth <= column)) break;
    if (depth >= 0) end = at + line.length;
    at += line.length + 1;
  }
  return end;
}

/** The comment behind an index on its line, or nothing. */
export function commentBehind(text, at) {
  return /^[ \t]+(#.*)/.exec(text.slice(at, lineEnd(text, at)))?.[1].trimEnd() ?? "";
}

/** Whether the line before or after that of an index is empty, or there is none. */
export function isBlankAbove(text, at) {
  const start = lineStart(text, at);
  return start === 0 || text.slice(lineStart(text, start - 1), start).trim() === "";
}

export function isBlankBelow(text, at) {
  const end = lineEnd(text, at);
  return end >= text.length - 1 || text.slice(end + 1, lineEnd(text, end + 1)).trim() === "";
}

/** Whether something is a list or mapping that takes lines of its own. */
export function isCollection(value) {
  return value.kind !== "scalar" && !value.flow;
}

/** Whether empty lines part the items of a block: most of them, or those that hold a list or mapping of many lines. */
export function partedBy(text, node, ends) {
  const pairs = node.items.slice(1).map((item, index) => ({
    isBlank: /\n[ \t]*\n/.test(text.slice(ends[index], item.start)),
    isLong: isCollection(item.value) || isCollection(node.items[index].value),
  }));
  const blank = pairs.filter((pair) => pair.isBlank).length;
  return {
    all: blank > 0 && blank * 2 > pairs.length,
    long: pairs.some((pair) => pair.isLong && pair.isBlank),
  };
}

/** Lines moved from one column to another; the first begins at the column itself, one too far out stays there. */
export function reindented(chunk, from, to) {
  const shift = to - from;
  const [first, ...others] = chunk.split("\n");
  const moved = others.map((line) => {
    if (line.trim() === "" && line.length <= from) return line;
    if (shift >= 0) return " ".repeat(shift) + line;
    return line.startsWith(" ".repeat(-shift)) ? line.slice(-shift) : line.trimStart();
  });
  return [first, ...moved].join("\n");
}
