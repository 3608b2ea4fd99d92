// The splices of one edit: what is put in, taken out or written over in the text, as near to its neighbours' manner as
// can be. Whether the text then says what it should, whoever asks must look; every answer is a list of ways to try.

import { commentBehind, endOf, headEnd, isBlankAbove, isBlankBelow, isMidLine, leadOf, partedBy, reindented, tailOf } from "./source-extents.js";
import { Printer, habits, isStructure } from "./source-printing.js";
import { inline } from "./source-scalars.js";
import { columnOf, lineEnd, lineStart } from "./source-text.js";
import { itemOf, nodeAt } from "./source-tree.js";
import { isMapping } from "./source-values.js";
import { changesInPlace } from "./source-words-in-place.js";

const NAME = /^[a-z][a-z0-9-]*$/;

export class Edits {
  /**
   * @param text with line feeds; root its tree.
   * @param from, to the stretch of it that is YAML.
   * @param order the keys of the mapping at a path in the order of the model; may be missing.
   */
  constructor(text, root, from, to, order) {
    Object.assign(this, { text, root, from, to, order });
    this.printer = new Printer(habits(root, text), order);
  }

  /** Ways to let something else stand at a path at which something stands. */
  replace(path, value) {
    if (path.length === 0) return [this.replaceAll(value)];
    const { parent, item } = this.find(path);
    const node = item.value;
    const isInFlow = this.isInFlow(path);
    const whole = this.replaceWhole(path, parent, item, value, isInFlow);
    if (node.kind !== "scalar" || isStructure(value)) return [whole];
    if (node.start === node.end) return [whole];
    return [...changesInPlace(this.text, node, value, isInFlow), whole];
  }

  replaceAll(value) {
    const { root, printer, text } = this;
    const isWritten = isStructure(value) && Object.keys(value).length > 0;
    const lines = isWritten ? printer.lines(value, 0, []).join("\n") : printer.flow(value, []);
    if (root) return [{ start: root.start, end: root.flow || root.kind === "scalar" ? root.end : this.tail(root), text: lines }];
    const isOwnLine = this.to === this.from || text[this.to - 1] === "\n";
    return [{ start: this.to, end: this.to, text: `${isOwnLine ? "" : "\n"}${lines}\n` }];
  }

  replaceWhole(path, parent, item, value, isInFlow) {
    const node = item.value;
    if (isInFlow) {
      const { style } = node;
      const written = isStructure(value) ? this.printer.flow(value, path) : inline(value, { style, isInFlow, ...this.printer.bare(value, path) });
      if (item.colon === null) return [{ start: endOf(parent, item), end: endOf(parent, item), text: `: ${written}` }];
      const gap = node.start === node.end ? " " : "";
      return [{ start: node.start, end: node.end, text: gap + written }];
    }
    const start = headEnd(parent, item);
    if (start === null) return [];
    const isBlock = node.kind !== "scalar" && !node.flow;
    const isIndented = node.style === "literal" || node.style === "folded";
    const comment = isIndented ? commentBehind(this.text, node.start + 1) : commentBehind(this.text, isBlock ? start : endOf(parent, item));
    const hints = { style: node.style, comment, flow: this.wantsFlow(node, value) };
    const written = this.printer.behind(value, columnOf(this.text, item.start), parent.kind === "map" ? "key" : "dash", path, hints);
    const end = isBlock ? tailOf(this.text, parent, item) : lineEnd(this.text, Math.max(endOf(parent, item), start));
    return [{ start, end, text: written }];
  }

  // whether a list is written in brackets for what stood there before; undefined where that says nothing
  wantsFlow(node, value) {
    if (node.kind !== "scalar") return node.items.length > 0 ? node.flow : undefined;
    const isOfNames = Array.isArray(value) && value.every((each) => typeof each === "string" && NAME.test(each));
    return isOfNames && node.value !== "" ? true : undefined;
  }

  /** Ways to put an item into a list that holds some. */
  insert(path, index, value) {
    const list = nodeAt(this.root, path);
    const inner = [...path, index];
    if (list.flow) return [this.insertInFlow(list, index, this.printer.flow(value, inner))];
    const column = columnOf(this.text, list.items[0].start);
    const written = this.printer.item(value, column, inner);
    return [this.insertLines(path, list, index, written, this.parts(list).all)];
  }

  /** Ways to put a key into a mapping that holds some. */
  insertKey(path, key, value) {
    const mapping = nodeAt(this.root, path);
    const index = this.placeOfKey(path, mapping, key);
    const inner = [...path, key];
    if (this.isInFlow(inner)) return [this.insertInFlow(mapping, index, `${this.printer.key(key, true)}: ${this.printer.flow(value, inner)}`)];
    const column = columnOf(this.text, mapping.items[0].start);
    return [this.insertEntry(path, mapping, index, this.printer.entry(key, value, column, inner))];
  }

  insertEntry(path, mapping, index, written) {
    const isLong = (each) => each !== undefined && this.text.slice(each.start, endOf(mapping, each)).includes("\n");
    const [before, after] = [mapping.items[index - 1], mapping.items[index]];
    const { long } = this.parts(mapping);
    const isParted = long && before !== undefined && (written.includes("\n") || isLong(before));
    const isPartedBelow = long && after !== undefined && (written.includes("\n") || isLong(after));
    return this.insertLines(path, mapping, index, written, isParted, isPartedBelow);
  }

  insertLines(path, node, index, written, isParted, isPartedBelow = isParted) {
    const margin = " ".repeat(columnOf(this.text, node.items[0].start));
    if (index < node.items.length) {
      const at = this.lead(path, node, index);
      const above = isParted && index > 0 && !isBlankAbove(this.text, at) ? "\n" : "";
      const below = isPartedBelow ? "\n" : "";
      return [{ start: at, end: at, text: `${above && `\n${margin}`}${written}\n${below}${margin}` }];
    }
    const at = tailOf(this.text, node, node.items.at(-1));
    return [{ start: at, end: at, text: `\n${isParted ? "\n" : ""}${margin}${written}` }];
  }

  insertInFlow(node, index, written) {
    const { items } = node;
    const between = items.length > 1 ? this.text.slice(endOf(node, items[0]), items[1].start) : ", ";
    const gap = /^\s*,\s*$/.test(between) ? between : ", ";
    if (index < items.length) return [{ start: items[index].start, end: items[index].start, text: written + gap }];
    const at = endOf(node, items.at(-1));
    return [{ start: at, end: at, text: gap + written }];
  }

  placeOfKey(path, mapping, key) {
    const order = this.order?.(path) ?? [];
    const rank = order.indexOf(key);
    if (rank < 0) return mapping.items.length;
    const ranks = mapping.items.map((item) => order.indexOf(item.key));
    const before = ranks.findLastIndex((each) => each >= 0 && each < rank);
    if (before >= 0) return before + 1;
    const after = ranks.findIndex((each) => each > rank);
    return after >= 0 ? after : mapping.items.length;
  }

  /** Ways to take out what stands at a path beside others. */
  remove(path) {
    const { parent, item, index } = this.find(path);
    if (parent.items.length === 1) return this.replace(path.slice(0, -1), parent.kind === "seq" ? [] : {});
    return [parent.flow ? this.removeFromFlow(parent, index) : this.removeLines(path, parent, item, index)];
  }

  removeFromFlow(node, index) {
    const { items } = node;
    const isLast = index === items.length - 1;
    const start = isLast ? endOf(node, items[index - 1]) : items[index].start;
    return [{ start, end: isLast ? endOf(node, items[index]) : items[index + 1].start, text: "" }];
  }

  removeLines(path, node, item, index) {
    const { text } = this;
    const start = this.lead(path.slice(0, -1), node, index);
    const end = tailOf(text, node, item);
    if (isMidLine(text, start)) {
      const next = node.items[index + 1] ? this.lead(path.slice(0, -1), node, index + 1) : end;
      if (text.slice(end, next).trim() === "") return [{ start, end: next, text: "" }];
      return [{ start: start - /[ ]*$/.exec(text.slice(0, start))[0].length, end, text: "" }];
    }
    let first = lineStart(text, start);
    let last = Math.min(end + 1, text.length);
    if (isBlankAbove(text, start) && isBlankBelow(text, end)) {
      while (last < text.length && text.slice(last, lineEnd(text, last)).trim() === "") last = Math.min(lineEnd(text, last) + 1, text.length);
      if (last === text.length) while (first > 0 && text.slice(lineStart(text, first - 1), first).trim() === "") first = lineStart(text, first - 1);
    }
    if (last === text.length && text[last - 1] !== "\n" && first > 0) first--;
    return [{ start: first, end: last, text: "" }];
  }

  /**
   * Ways to move an item of one list to another: its lines go as they are, only further in or out.
   *
   * @param from the path of the item.
   * @param toPath the list as it stands now; toIndex where the item will stand in it.
   */
  move(from, toPath, toIndex) {
    const { parent, item, index } = this.find(from);
    const target = nodeAt(this.root, toPath);
    const owner = toPath.length > 0 ? nodeAt(this.root, toPath.slice(0, -1)) : undefined;
    if (parent.flow || parent.items.length === 1 || target?.flow || this.isInFlow(from)) return [];
    const start = this.lead(from.slice(0, -1), parent, index);
    const chunk = this.text.slice(start, tailOf(this.text, parent, item));
    const column = columnOf(this.text, item.start);
    const out = this.removeLines(from, parent, item, index);
    if (target?.kind === "seq" && target.items.length > 0) {
      const place = target === parent && toIndex >= index ? toIndex + 1 : toIndex;
      const moved = reindented(chunk, column, columnOf(this.text, target.items[0].start));
      return moved === null ? [] : [[...out, ...this.insertLines(toPath, target, place, moved, this.parts(target).all)]];
    }
    if (target !== undefined || owner?.kind !== "map" || owner.flow || owner.items.length === 0) return [];
    const inner = columnOf(this.text, owner.items[0].start) + this.printer.manner.seq;
    const moved = reindented(chunk, column, inner);
    const key = toPath.at(-1);
    const entry = `${this.printer.key(key)}:\n${" ".repeat(inner)}${moved}`;
    const place = this.placeOfKey(toPath.slice(0, -1), owner, key);
    return moved === null ? [] : [[...out, ...this.insertEntry(toPath.slice(0, -1), owner, place, entry)]];
  }

  /** Ways to give a value another key. */
  renameKey(path, key) {
    const { item, parent } = this.find(path);
    const { style, start, end } = item.keyNode;
    const isQuoted = style === "single" || style === "double";
    return [[{ start, end, text: isQuoted ? inline(key, { style }) : this.printer.key(key, parent.flow) }]];
  }

  find(path) {
    const parent = nodeAt(this.root, path.slice(0, -1));
    const item = itemOf(parent, path.at(-1));
    return { parent, item, index: parent.items.indexOf(item) };
  }

  isInFlow(path) {
    return path.some((_, depth) => nodeAt(this.root, path.slice(0, depth))?.flow);
  }

  parts(node) {
    return partedBy(this.text, node, node.items.map((item) => endOf(node, item)));
  }

  lead(path, node, index) {
    return leadOf(this.text, node.items[index], index > 0 ? endOf(node, node.items[index - 1]) : this.floor(path));
  }

  floor(path) {
    if (path.length === 0) return -1;
    const { parent, item } = this.find(path);
    return headEnd(parent, item) ?? item.start;
  }

  tail(node) {
    return node.items.length > 0 ? tailOf(this.text, node, node.items.at(-1)) : node.end;
  }
}

/** Whether plain data can be put where YAML has a mapping. */
export function isMappingNode(node, value) {
  return node?.kind === "map" && isMapping(value);
}
