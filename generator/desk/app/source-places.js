// Which line and column a part of a source stands at, and which part stands at a line and column.

import { headEnd } from "./source-extents.js";
import { indexOf, placeOf } from "./source-text.js";
import { itemOf, nodeAt } from "./source-tree.js";

/** Where the value at a path stands; of lists and mappings their key or their first word. Null where there is none. */
export function placeOfPath(text, root, path) {
  const node = nodeAt(root, path);
  if (!node) return null;
  const item = path.length > 0 ? itemOf(nodeAt(root, path.slice(0, -1)), path.at(-1)) : undefined;
  const isText = node.kind === "scalar" && node.end > node.start;
  const shown = isText ? node : (item?.keyNode ?? firstWord(node));
  return { ...placeOf(text, shown.start), end: placeOf(text, shown.end) };
}

/** The path of the deepest thing at a line and column; of what is around it where there is none. */
export function pathOfPlace(text, root, line, column) {
  const index = indexOf(text, line, column);
  const path = [];
  let node = root;
  while (node && node.kind !== "scalar") {
    const { items, kind } = node;
    const found = items.findLastIndex((item) => item.start <= index);
    const isBehind = found === items.length - 1 && index > node.end && placeOf(text, node.end).line !== line;
    if (found < 0 || isBehind) break;
    path.push(kind === "map" ? items[found].key : found);
    if (kind === "map" && index < (headEnd(node, items[found]) ?? Infinity)) break;
    node = items[found].value;
  }
  return path;
}

function firstWord(node) {
  if (node.kind === "scalar" || node.items.length === 0) return { start: node.start, end: node.start + 1 };
  const [first] = node.items;
  return first.keyNode ?? firstWord(first.value);
}
