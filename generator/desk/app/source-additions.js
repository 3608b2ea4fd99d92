// What is put into a text: the splices that add an item or a key where its neighbours stand, as they are written.

import { endOf, headEnd, isBlankAbove, isCollection, isMidLine, leadOf, partedBy, tailOf } from "./source-extents.js";
import { habits, Printer } from "./source-printing.js";
import { columnOf, lineStart } from "./source-text.js";
import { itemOf, nodeAt } from "./source-tree.js";

export class Additions {
  /**
   * @param text with line feeds; root its tree.
   * @param from, to the stretch of it that is YAML.
   * @param order the keys of the mapping at a path in the order of the model; may be missing.
   */
  constructor(text, root, from, to, order) {
    Object.assign(this, { text, root, from, to, order });
    this.printer = new Printer(habits(root, text), order);
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
    if (this.isInFlow(inner))
      return [
        this.insertInFlow(
          mapping,
          index,
          `${this.printer.key(key, true)}: ${this.printer.flow(value, inner)}`,
        ),
      ];
    const column = columnOf(this.text, mapping.items[0].start);
    return [this.insertEntry(path, mapping, index, this.printer.entry(key, value, column, inner))];
  }

  insertEntry(path, mapping, index, written) {
    const isLong = /^[^\n]*:(?: #.*)?\n/.test(written);
    const [before, after] = [mapping.items[index - 1], mapping.items[index]];
    const { long } = this.parts(mapping);
    const isParted = long && before !== undefined && (isLong || isCollection(before.value));
    const isPartedBelow = long && after !== undefined && (isLong || isCollection(after.value));
    return this.insertLines(path, mapping, index, written, isParted, isPartedBelow);
  }

  insertLines(path, node, index, written, isParted, isPartedBelow = isParted) {
    const margin = " ".repeat(columnOf(this.text, node.items[0].start));
    const at = index < node.items.length ? this.lead(path, node, index) : this.text.length;
    const isOfThoseAbove = index > 0 && isPartedBelow && !isParted && isBlankAbove(this.text, at);
    if (index < node.items.length && !isOfThoseAbove) {
      const isBelow = isParted && index > 0 && !isBlankAbove(this.text, at) && !isMidLine(this.text, at);
      const below = isPartedBelow ? "\n" : "";
      const start = isBelow ? lineStart(this.text, at) : at;
      return [{ start, end: at, text: `${isBelow ? `\n${margin}` : ""}${written}\n${below}${margin}` }];
    }
    const end = tailOf(this.text, node, node.items[index - 1]);
    return [{ start: end, end, text: `\n${isParted ? "\n" : ""}${margin}${written}` }];
  }

  insertInFlow(node, index, written) {
    const { items } = node;
    const between = items.length > 1 ? this.text.slice(endOf(node, items[0]), items[1].start) : ", ";
    const gap = /^\s*,\s*$/.test(between) ? between : ", ";
    if (index < items.length)
      return [{ start: items[index].start, end: items[index].start, text: written + gap }];
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

  find(path) {
    const parent = nodeAt(this.root, path.slice(0, -1));
    const item = itemOf(parent, path.at(-1));
    return { parent, item, index: parent.items.indexOf(item) };
  }

  isInFlow(path) {
    return path.some((_, depth) => nodeAt(this.root, path.slice(0, depth))?.flow);
  }

  parts(node) {
    return partedBy(
      this.text,
      node,
      node.items.map((item) => endOf(node, item)),
    );
  }

  lead(path, node, index, isAlone = false) {
    return leadOf(
      this.text,
      node.items[index],
      index > 0 ? endOf(node, node.items[index - 1]) : this.floor(path),
      isAlone,
    );
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
