/* One file on the desk: what it was when it was opened, and what it is now; of Markdown its head is what fields change. */

import { openSource } from "../source.js";

const HEAD = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m;
const NO_HEAD = /^(?!\uFEFF?---)/;

/** The YAML of a file, and what stands around it. */
function parted(path, text) {
  const head = path.endsWith(".md") && !NO_HEAD.test(text) ? HEAD.exec(text) : null;
  if (!head) return path.endsWith(".md") ? ["", "", text] : ["", text, ""];
  return [head[1], head[2], text.slice(head[1].length + head[2].length)];
}

export class DeskFile {
  #before = "";
  #after = "";

  /** `options` go to the engine that changes YAML. */
  constructor(told, base, options) {
    Object.assign(this, { ...told, base, options, clashes: [] });
    this.text = base.text;
  }

  set text(text) {
    const [before, yaml, after] = parted(this.path, text);
    this.#before = before;
    this.#after = after;
    this.source = openSource(yaml, this.options);
  }

  get text() {
    return this.#before + this.source.text + this.#after;
  }

  get isChanged() {
    return this.text !== this.base.text;
  }

  /** The Markdown under the head. */
  get body() {
    return this.#after.replace(/^---[ \t]*(?:\r?\n|$)/, "");
  }

  set body(body) {
    this.#after = this.#after.slice(0, this.#after.length - this.body.length) + body;
  }

  /** How many lines stand before the YAML. */
  get #above() {
    return this.#before ? 1 : 0;
  }

  /** The field at a place that the checker names; null below the head. */
  pathAt(line, column) {
    const inside = line - this.#above;
    if (inside < 1 || (this.path.endsWith(".md") && inside > this.source.text.split("\n").length)) return null;
    return this.source.pathAt(inside, column) ?? [];
  }

  /** Put a problem's repair in place of the letters that it is about: in their field where they are all of it. */
  mend({ line, column, length, field, fix }) {
    const lines = this.text.split("\n");
    const letters = [...(lines[line - 1] ?? "")];
    const wrong = letters.slice(column - 1, column - 1 + length).join("");
    const value = field && this.source.value !== undefined ? field.reduce((here, key) => here?.[key], this.source.value) : undefined;
    if (value === wrong) {
      this.source = this.source.set(field, fix.text);
      return;
    }
    letters.splice(column - 1, length, fix.text);
    lines[line - 1] = letters.join("");
    this.text = lines.join("\n");
  }

  placeOf(path) {
    const place = this.source.place(path);
    return place && { ...place, line: place.line + this.#above };
  }
}
