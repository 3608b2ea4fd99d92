// YAML becomes a tree that knows where everything stands. As the house reads it: every scalar is its text, the first of
// two equal keys counts, and names for values mean nothing.

import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "./vendor/yaml.js";
import { placeOf } from "./source-text.js";
import { PROBLEMS } from "./source-words.js";

const OPTIONS = {
  keepSourceTokens: true,
  logLevel: "silent",
  prettyErrors: false,
  schema: "failsafe",
  strict: false,
  uniqueKeys: false,
};
const STYLES = {
  BLOCK_FOLDED: "folded",
  BLOCK_LITERAL: "literal",
  PLAIN: "plain",
  QUOTE_DOUBLE: "double",
  QUOTE_SINGLE: "single",
};

/**
 * The tree of a text.
 *
 * @param text lines end with line feeds.
 * @param from, to the stretch of it that is YAML.
 * @returns {root, problems, isBroken}: root is null where nothing stands; never throws.
 *
 * A node is {kind: "scalar", value, style, start, end}, {kind: "seq", flow, start, end, items} or {kind: "map", flow,
 * start, end, items}. An item is {start, key, keyNode, value}: start is where its dash or its key stands, colon behind
 * its colon.
 */
export function readTree(text, from = 0, to = text.length) {
  const problems = [];
  const tell = (code, at) =>
    problems.push({
      ...placeOf(text, Math.min(from + at, to)),
      code,
      message: PROBLEMS[code] ?? PROBLEMS.OTHER,
    });
  try {
    const documents = parseAllDocuments(text.slice(from, to), OPTIONS);
    const first = documents[0];
    if (!first) return { root: null, problems, isBroken: false };
    for (const error of first.errors) tell(error.code, error.pos[0]);
    if (documents.length > 1) tell("SEVERAL", documents[1].range[0]);
    const isBroken = problems.length > 0;
    const root = first.contents && new Reader(text, from, tell).node(first.contents);
    const isNothing =
      root?.kind === "scalar" && root.style === "plain" && root.value === "" && root.start === root.end;
    return { root: isNothing ? null : root, problems, isBroken };
  } catch {
    tell("OTHER", 0);
    return { root: null, problems, isBroken: true };
  }
}

/** What a tree says: plain data. */
export function dataOf(node) {
  if (!node) return "";
  if (node.kind === "scalar") return node.value;
  if (node.kind === "seq") return node.items.map((item) => dataOf(item.value));
  const entries = new Map();
  for (const item of node.items) if (!entries.has(item.key)) entries.set(item.key, dataOf(item.value));
  return Object.fromEntries(entries);
}

/** The item of a collection under a key or an index, or undefined. */
export function itemOf(node, key) {
  if (node?.kind === "map") return node.items.find((item) => item.key === String(key));
  return node?.kind === "seq" ? node.items[key] : undefined;
}

/** The node at a path, or undefined. */
export function nodeAt(root, path) {
  let node = root;
  for (const key of path) node = itemOf(node, key)?.value;
  return node ?? undefined;
}

class Reader {
  constructor(text, from, tell) {
    this.text = text;
    this.from = from;
    this.tell = tell;
  }

  node(node) {
    if (isMap(node)) return this.map(node);
    if (isSeq(node)) return this.seq(node);
    if (isScalar(node) && !(node.anchor || node.tag)) return this.scalar(node);
    this.tell("UNUSUAL", node.range?.[0] ?? 0);
    return isScalar(node) ? this.scalar(node) : this.nothing(node.range);
  }

  scalar(node) {
    const style = STYLES[node.type] ?? "plain";
    const [start, end] = node.range.map((at) => at + this.from);
    const isUnended =
      (style === "literal" || style === "folded") && end === this.text.length && !this.text.endsWith("\n");
    const value = isUnended ? node.value.replace(/\n$/, "") : String(node.value ?? "");
    return { kind: "scalar", value, style, start, end: this.textEnd(style, start, end) };
  }

  // behind the last line of a text in a block, without its line end and without empty lines that mean nothing
  textEnd(style, start, end) {
    if (style !== "literal" && style !== "folded") return end;
    const written = this.text.slice(start, end);
    const isKept = /^[|>]\d?\+/.test(written);
    return start + (isKept ? written.replace(/\n$/, "") : written.replace(/\s+$/, "")).length;
  }

  nothing(range) {
    const [start, end] = range ?? [0, 0];
    return { kind: "scalar", value: "", style: "alias", start: start + this.from, end: end + this.from };
  }

  seq(node) {
    const tokens = (node.srcToken?.items ?? []).map((item) =>
      item.start?.find((each) => each.type === "seq-item-ind"),
    );
    const dashes = tokens.filter(Boolean);
    const items = node.items.map((each, index) => {
      const value = this.node(each);
      return { start: dashes[index] ? dashes[index].offset + this.from : value.start, value };
    });
    return this.collection("seq", node, items);
  }

  map(node) {
    const seen = new Set();
    const items = node.items.map((pair) => {
      const isNamed = isScalar(pair.key);
      const keyNode = isNamed ? this.scalar(pair.key) : this.nothing(pair.key?.range);
      const sign = pair.srcToken?.sep?.find((each) => each.type === "map-value-ind");
      const mark = pair.srcToken?.start?.find((each) => each.type === "explicit-key-ind");
      const colon = sign ? sign.offset + this.from + 1 : null;
      const empty = {
        kind: "scalar",
        value: "",
        style: "plain",
        start: colon ?? keyNode.end,
        end: colon ?? keyNode.end,
      };
      if (!isNamed || isAlias(pair.key)) this.tell("KEY", pair.key?.range?.[0] ?? 0);
      if (seen.has(keyNode.value)) this.tell("DUPLICATE_KEY", keyNode.start - this.from);
      seen.add(keyNode.value);
      return {
        start: mark ? mark.offset + this.from : keyNode.start,
        key: keyNode.value,
        keyNode,
        colon,
        value: pair.value ? this.node(pair.value) : empty,
      };
    });
    return this.collection("map", node, items);
  }

  collection(kind, node, items) {
    const [start, end] = node.range.map((at) => at + this.from);
    const flow = Boolean(node.flow);
    if (node.anchor || node.tag) this.tell("UNUSUAL", node.range[0]);
    const last = items.at(-1);
    const ownEnd = flow || !last ? end : Math.max(last.value.end, last.colon ?? last.start + 1);
    return { kind, flow, start, end: ownEnd, items };
  }
}
