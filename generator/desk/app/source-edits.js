// The splices of one edit: what is put in, taken out or written over in the text, as near to its neighbours' manner as
// can be. Whether the text then says what it should, whoever asks must look; every answer is a list of ways to try.

import { Additions } from "./source-additions.js";
import {
  commentBehind,
  endOf,
  headEnd,
  isBlankAbove,
  isBlankBelow,
  isMidLine,
  reindented,
  tailOf,
} from "./source-extents.js";
import { isStructure } from "./source-printing.js";
import { inline } from "./source-scalars.js";
import { columnOf, lineEnd, lineStart } from "./source-text.js";
import { nodeAt } from "./source-tree.js";
import { changesInPlace } from "./source-words-in-place.js";

const NAME = /^[a-z][a-z0-9-]*$/;

export class Edits extends Additions {
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
    if (root)
      return [
        {
          start: root.start,
          end: root.flow || root.kind === "scalar" ? root.end : this.tail(root),
          text: lines,
        },
      ];
    const isOwnLine = this.to === this.from || text[this.to - 1] === "\n";
    return [{ start: this.to, end: this.to, text: `${isOwnLine ? "" : "\n"}${lines}\n` }];
  }

  replaceWhole(path, parent, item, value, isInFlow) {
    const node = item.value;
    if (isInFlow) {
      const { style } = node;
      const written = isStructure(value)
        ? this.printer.flow(value, path)
        : inline(value, { style, isInFlow, ...this.printer.bare(value, path) });
      if (item.colon === null)
        return [{ start: endOf(parent, item), end: endOf(parent, item), text: `: ${written}` }];
      const gap = node.start === node.end ? " " : "";
      return [{ start: node.start, end: node.end, text: gap + written }];
    }
    const start = headEnd(parent, item);
    if (start === null) return [];
    const isBlock = node.kind !== "scalar" && !node.flow;
    const isIndented = node.style === "literal" || node.style === "folded";
    const comment = isIndented
      ? commentBehind(this.text, node.start + 1)
      : commentBehind(this.text, isBlock ? start : endOf(parent, item));
    const hints = { style: node.style, comment, flow: this.wantsFlow(node, value) };
    const written = this.printer.behind(
      value,
      columnOf(this.text, item.start),
      parent.kind === "map" ? "key" : "dash",
      path,
      hints,
    );
    const end = isBlock
      ? tailOf(this.text, parent, item)
      : lineEnd(this.text, Math.max(endOf(parent, item), start));
    return [{ start, end, text: written }];
  }

  // whether a list is written in brackets for what stood there before; undefined where that says nothing
  wantsFlow(node, value) {
    if (node.kind !== "scalar") return node.items.length > 0 ? node.flow : undefined;
    const isOfNames =
      Array.isArray(value) && value.every((each) => typeof each === "string" && NAME.test(each));
    return isOfNames && node.value !== "" ? true : undefined;
  }

  /** Ways to take out what stands at a path beside others. */
  remove(path) {
    const { parent, item, index } = this.find(path);
    if (parent.items.length === 1) return this.replace(path.slice(0, -1), parent.kind === "seq" ? [] : {});
    return parent.flow ? [this.removeFromFlow(parent, index)] : this.removeLines(path, parent, item, index);
  }

  removeFromFlow(node, index) {
    const { items } = node;
    const isLast = index === items.length - 1;
    const start = isLast ? endOf(node, items[index - 1]) : items[index].start;
    return [{ start, end: isLast ? endOf(node, items[index]) : items[index + 1].start, text: "" }];
  }

  // of two runs of empty lines that come together one goes too, unless it is part of a text above
  removeLines(path, node, item, index) {
    const { text } = this;
    const start = this.lead(path.slice(0, -1), node, index);
    const end = tailOf(text, node, item);
    if (isMidLine(text, start)) {
      const next = node.items[index + 1] ? this.lead(path.slice(0, -1), node, index + 1) : end;
      if (text.slice(end, next).trim() === "") return [[{ start, end: next, text: "" }]];
      return [[{ start: start - /[ ]*$/.exec(text.slice(0, start))[0].length, end, text: "" }]];
    }
    const lines = { start: lineStart(text, start), end: Math.min(end + 1, text.length) };
    const isFirst = index === 0 && node.items.length > 1;
    const isParted = (isBlankAbove(text, start) || isFirst) && isBlankBelow(text, end);
    const ways = isParted ? [this.withBlanks(lines), lines] : [lines];
    return ways.map((each) => [{ ...this.withoutLastEnd(each), text: "" }]);
  }

  withBlanks({ start, end }) {
    const { text } = this;
    const below = end + /^(?:[ \t]*\n)*(?:[ \t]*$(?![\s\S]))?/.exec(text.slice(end))[0].length;
    return below < text.length
      ? { start, end: below }
      : { start: start - /(?:(?<=^|\n)[ \t]*\n)*$/.exec(text.slice(0, start))[0].length, end: below };
  }

  // a file whose last line has no end keeps it so
  withoutLastEnd({ start, end }) {
    const isUnended = end === this.text.length && !this.text.endsWith("\n") && start > 0;
    return { start: isUnended ? start - 1 : start, end };
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
    const isBegun = target?.items?.length > 0;
    if (parent.flow || (isBegun && target.flow) || this.isInFlow(from) || this.isInFlow(toPath)) return [];
    const isOnly = parent.items.length === 1;
    const start = this.lead(from.slice(0, -1), parent, index, isOnly);
    const chunk = this.text.slice(start, tailOf(this.text, parent, item));
    const outs = isOnly ? this.replace(from.slice(0, -1), []) : this.removeLines(from, parent, item, index);
    const into = this.moveInto(
      toPath,
      toIndex,
      target === parent && toIndex >= index,
      chunk,
      columnOf(this.text, item.start),
    );
    return into === null ? [] : outs.map((out) => [...out, ...into]);
  }

  moveInto(toPath, toIndex, isBehind, chunk, column) {
    const target = nodeAt(this.root, toPath);
    const owner = toPath.length > 0 ? nodeAt(this.root, toPath.slice(0, -1)) : undefined;
    if (target?.items?.length > 0) {
      const moved = reindented(chunk, column, columnOf(this.text, target.items[0].start));
      return this.insertLines(
        toPath,
        target,
        isBehind ? toIndex + 1 : toIndex,
        moved,
        this.parts(target).all,
      );
    }
    if (owner?.kind !== "map" || owner.items.length === 0) return null;
    const inner = columnOf(this.text, owner.items[0].start) + this.printer.manner.seq;
    const lines = `\n${" ".repeat(inner)}${reindented(chunk, column, inner)}`;
    if (target) {
      const { item: place } = this.find(toPath);
      return place.colon === null ? null : [{ start: place.colon, end: place.value.end, text: lines }];
    }
    const key = toPath.at(-1);
    const index = this.placeOfKey(toPath.slice(0, -1), owner, key);
    return this.insertEntry(toPath.slice(0, -1), owner, index, `${this.printer.key(key)}:${lines}`);
  }

  /** Ways to give a value another key. */
  renameKey(path, key) {
    const { item, parent } = this.find(path);
    const { style, start, end } = item.keyNode;
    const isQuoted = style === "single" || style === "double";
    return [[{ start, end, text: isQuoted ? inline(key, { style }) : this.printer.key(key, parent.flow) }]];
  }
}
