// The least change inside a scalar: a word is replaced where it stands, and the lines around it stay as they are folded.

import { doubled, escaped, isMisread, isPlain, isSuspicious, UNPRINTABLE } from "./source-scalars.js";
import { difference, lineEnd } from "./source-text.js";

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\n[ \t]*|[^\n])/y;
const WIDTHS = { x: 2, u: 4, U: 8 };

/**
 * Splices that may make a scalar say something else; whoever asks must look whether they do.
 *
 * @param text the text of the document.
 * @param node the scalar.
 * @param value what it is to say.
 * @returns lists of splices to try, the likeliest first.
 */
export function changesInPlace(text, node, value, isInFlow) {
  const change = difference(node.value, value);
  const written = encoded(text, node, change.text, value, isInFlow);
  if (written === null || node.style === "alias" || value === "") return [];
  const places = placesOf(text, node);
  if (places === null) return [];
  const starts = bounds(places, change.start, node);
  const ends = change.end > change.start ? bounds(places, change.end, node).reverse() : null;
  return starts
    .flatMap((start) => (ends ?? [start]).map((end) => [{ start, end, text: written }]))
    .filter(([{ start, end }]) => start <= end);
}

// What is written for a part of a value; null where the whole must be written anew.
function encoded(text, node, part, value, isInFlow) {
  const isFolded = text.slice(node.start, node.end).includes("\n");
  switch (node.style) {
    case "plain": {
      const fits = isPlain(value.replaceAll("\n", " "), isInFlow) && !part.includes("\n");
      const isSafe = isMisread(node.value) || !isMisread(value);
      return fits && isSafe && !(isFolded && isSuspicious(value)) ? part : null;
    }
    case "single":
      return part.includes("\n") || UNPRINTABLE.test(part) || part.includes("\t") ? null : doubled(part);
    case "double":
      return escaped(part);
    case "literal":
      return UNPRINTABLE.test(part)
        ? null
        : part.replace(/\n(?=[^\n])/g, `\n${" ".repeat(marginOf(text, node))}`);
    default:
      return UNPRINTABLE.test(part) || part.includes("\n") ? null : part;
  }
}

// Where an index of the value may stand in the text: behind what comes before it, or before what comes after.
function bounds(places, index, node) {
  const before = places.findLast((place) => place.index < index);
  const after = places.find((place) => place.index >= index);
  const ends = [before?.end, after?.start].filter((at) => at !== undefined);
  if (ends.length === 0) return [node.start];
  return [...new Set(ends)];
}

/** The characters of a value that are written one by one: {index, start, end}; null where that cannot be told. */
function placesOf(text, node) {
  const isSeveral = text.slice(node.start, node.end).includes("\n");
  const places = [];
  let index = 0;
  for (const { start, end, sign } of writtenSigns(text, node)) {
    if (node.style === "literal" || !isSeveral) {
      if (node.value.startsWith(sign, index)) places.push({ index, start, end });
      else return null;
      index += sign.length;
    } else if (!/^[ \t\n]$/.test(sign)) {
      while (index < node.value.length && /[ \t\n]/.test(node.value[index])) index++;
      if (!node.value.startsWith(sign, index)) return null;
      places.push({ index, start, end });
      index += sign.length;
    }
  }
  return places;
}

function* writtenSigns(text, node) {
  if (node.style === "literal" || node.style === "folded") {
    yield* signsOfBlock(text, node);
    return;
  }
  const quote = node.style === "plain" ? 0 : 1;
  let at = node.start + quote;
  while (at < node.end - quote) {
    const { length, sign } = signAt(text, at, node.style);
    if (sign !== "") yield { start: at, end: at + length, sign };
    at += length;
  }
}

function signAt(text, at, style) {
  if (style === "single" && text.startsWith("''", at)) return { length: 2, sign: "'" };
  ESCAPE.lastIndex = at;
  const written = style === "double" && text[at] === "\\" ? ESCAPE.exec(text)?.[0] : undefined;
  if (written === undefined) return { length: 1, sign: text[at] };
  return { length: written.length, sign: unescaped(written) };
}

function unescaped(written) {
  if (written[1] === "\n") return "";
  const digits = WIDTHS[written[1]];
  if (digits) return String.fromCodePoint(Math.min(Number.parseInt(written.slice(2), 16), 0x10ffff));
  const special = {
    0: "\0",
    N: "\x85",
    P: "\u2029",
    L: "\u2028",
    _: "\xa0",
    a: "\x07",
    b: "\b",
    e: "\x1b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
  };
  return special[written[1]] ?? written[1];
}

// the signs of a block, each line without its margin; of a literal the line ends too
function* signsOfBlock(text, node) {
  const margin = marginOf(text, node);
  let line = lineEnd(text, node.start) + 1;
  while (line <= node.end) {
    const end = Math.min(lineEnd(text, line), node.end);
    for (let at = Math.min(line + margin, end); at < end; at++)
      yield { start: at, end: at + 1, sign: text[at] };
    if (end < node.end && node.style === "literal") yield { start: end, end: end + 1, sign: "\n" };
    line = end + 1;
  }
}

// how far the lines of a block stand in
function marginOf(text, node) {
  const lines = text.slice(lineEnd(text, node.start) + 1, node.end).split("\n");
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const indicated = /^[|>][+-]?(\d)/.exec(text.slice(node.start, node.start + 3));
  const own = first.length - first.trimStart().length;
  return indicated
    ? Math.min(own, ...lines.filter((line) => line.trim()).map((line) => line.search(/[^ ]/)))
    : own;
}
