// Plain data as YAML that looks like what stands around it.

import { block, inline, isBlock } from "./source-scalars.js";

const BARE_KEY = /^[A-Za-z_][\w-]*$/;

/**
 * How a document is written: how far things stand in, and which keys have their lists in brackets.
 *
 * @param root its tree, or null.
 * @param text the text that the tree is of.
 */
export function habits(root, text) {
  const counts = { map: new Map(), seq: new Map(), gap: new Map() };
  const keys = new Map();
  const count = (sort, width) => counts[sort].set(width, (counts[sort].get(width) ?? 0) + 1);
  const column = (at) => at - text.lastIndexOf("\n", at - 1) - 1;
  const look = (node) => {
    for (const item of node?.items ?? []) {
      const { value } = item;
      if (node.kind === "map") note(keys, item.key, value);
      if (
        node.kind === "seq" &&
        !node.flow &&
        value.end > value.start &&
        !text.slice(item.start, value.start).includes("\n")
      )
        count("gap", value.start - item.start);
      const isBelow = !node.flow && value.items?.length > 0 && !value.flow && node.kind === "map";
      if (isBelow) count(value.kind, column(value.items[0].start) - column(item.start));
      look(value);
    }
  };
  look(root);
  return {
    map: usual(counts.map, 2, 1),
    seq: usual(counts.seq, usual(counts.map, 2, 1), 0),
    gap: usual(counts.gap, 2, 2),
    keys,
  };
}

// what values of a key look like: whether lists stand in brackets, and numbers without quotation marks
function note(keys, key, value) {
  const seen = keys.get(key) ?? { block: 0, flow: 0, bare: new Set() };
  if (value.items?.length) seen[value.flow ? "flow" : "block"]++;
  for (const each of [value, ...(value.kind === "seq" ? value.items.map((item) => item.value) : [])])
    if (each.kind === "scalar" && each.style === "plain") seen.bare.add(kindOfNumber(each.value));
  keys.set(key, seen);
}

/** What others may take a text for: two texts of one sort are written alike. */
function kindOfNumber(text) {
  if (/^[-+]?[\d.][\d._:]*$/.test(text)) return "number";
  return /^(?:true|false|yes|no|on|off|y|n)$/i.test(text) ? "truth" : "";
}

function usual(counts, otherwise, least) {
  const fitting = [...counts].filter(([width]) => width >= least);
  return fitting.sort((a, b) => b[1] - a[1])[0]?.[0] ?? otherwise;
}

export class Printer {
  /**
   * @param manner the habits of the document.
   * @param order the keys of the mapping at a path, in the order of the model; may be missing.
   */
  constructor(manner, order) {
    this.manner = manner;
    this.order = order;
  }

  /**
   * What follows a key's colon or a dash, beginning with a space or a line end.
   *
   * @param column where the key or the dash stands.
   * @param behind "key" or "dash".
   * @param path where the value will stand, for the order of keys and the habits of its key.
   * @param hints {style, flow, comment}: as it was written before, and what stood behind it on its line.
   */
  behind(value, column, behind, path, hints = {}) {
    const comment = hints.comment ? ` ${hints.comment}` : "";
    if (!isStructure(value))
      return this.scalarBehind(String(value ?? ""), column, behind, path, hints, comment);
    if (isEmpty(value) || this.isFlow(value, path, hints)) return ` ${this.flow(value, path)}${comment}`;
    if (behind === "dash" && !comment) {
      const inner = column + this.manner.gap;
      return " ".repeat(this.manner.gap - 1) + this.lines(value, inner, path).join(`\n${" ".repeat(inner)}`);
    }
    const own = behind === "dash" ? 2 : Array.isArray(value) ? this.manner.seq : this.manner.map;
    const margin = `\n${" ".repeat(column + own)}`;
    return comment + margin + this.lines(value, column + own, path).join(margin);
  }

  /** The items of a list or mapping, each as the text from its dash or key on. */
  lines(value, column, path) {
    if (Array.isArray(value)) return value.map((each, index) => this.item(each, column, [...path, index]));
    return this.sorted(value, path).map((key) => this.entry(key, value[key], column, [...path, key]));
  }

  item(value, column, path, hints) {
    return `-${this.behind(value, column, "dash", path, hints)}`;
  }

  entry(key, value, column, path, hints) {
    return `${this.key(key)}:${this.behind(value, column, "key", path, hints)}`;
  }

  key(key, isInFlow = false) {
    return BARE_KEY.test(key) ? key : inline(key, { isInFlow });
  }

  /** A value in one line. */
  flow(value, path) {
    if (!isStructure(value))
      return inline(String(value ?? ""), { isInFlow: true, ...this.bare(String(value ?? ""), path) });
    if (Array.isArray(value))
      return `[${value.map((each, index) => this.flow(each, [...path, index])).join(", ")}]`;
    const entries = this.sorted(value, path).map(
      (key) => `${this.key(key, true)}: ${this.flow(value[key], [...path, key])}`,
    );
    return `{${entries.join(", ")}}`;
  }

  scalarBehind(text, column, behind, path, { style = "", isInFlow = false }, comment) {
    if (!isInFlow && isBlock(text) && (text.includes("\n") || style === "literal" || style === "folded")) {
      const width = behind === "dash" ? this.manner.gap : this.manner.map;
      const isFolded = style === "folded" && !/^[ \t]|\n[ \t]/.test(text);
      const { header, body } = block(text, column + width, width, isFolded);
      return ` ${header}${comment}\n${body}`;
    }
    return ` ${inline(text, { style, isInFlow, ...this.bare(text, path) })}${comment}`;
  }

  bare(text, path) {
    const key = path.findLast((each) => typeof each === "string");
    const kind = kindOfNumber(text);
    return { mayBeMisread: kind !== "" && Boolean(this.manner.keys.get(key)?.bare.has(kind)) };
  }

  // lists of short texts, where all others under the same key stand in brackets
  isFlow(value, path, { flow }) {
    const fits = Object.values(value).every((each) => !isStructure(each) && !String(each).includes("\n"));
    if (flow !== undefined) return flow && JSON.stringify(value).length < 400 && (fits || flow === "always");
    const seen = this.manner.keys.get(path.at(-1));
    return fits && Boolean(seen) && seen.flow > seen.block;
  }

  sorted(value, path) {
    const wanted = this.order?.(path) ?? [];
    const keys = Object.keys(value);
    return [...wanted.filter((key) => keys.includes(key)), ...keys.filter((key) => !wanted.includes(key))];
  }
}

export function isStructure(value) {
  return typeof value === "object" && value !== null;
}

function isEmpty(value) {
  return Object.keys(value).length === 0;
}
