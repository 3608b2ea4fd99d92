/* One file on the desk: what it was when it was opened, and what it is now. */

import { openSource } from "../source.js";
import { valueAt } from "../outline/rows.js";

export class DeskFile {
  /** `told` is what is known of it, `base` its text and version in the working copy, `order` the keys of a record. */
  constructor(told, base, order) {
    Object.assign(this, { ...told, base, clashes: [], options: { order, isMarkdown: told.path.endsWith(".md") } });
    this.text = base.text;
  }

  set text(text) {
    this.source = openSource(text, this.options);
  }

  get text() {
    return this.source.text;
  }

  get isChanged() {
    return this.text !== this.base.text;
  }

  /** The Markdown under the head. */
  get body() {
    return this.source.body;
  }

  set body(body) {
    this.source = this.source.setBody(body);
  }

  /** The field at a place that the checker names. */
  pathAt(line, column) {
    return this.source.pathAt(line, column);
  }

  /** Put a problem's repair in place of the letters that it is about: in their field where they are all of it. */
  mend({ line, column, length, field, fix }) {
    const lines = this.text.split("\n");
    const letters = [...(lines[line - 1] ?? "")];
    const wrong = letters.slice(column - 1, column - 1 + length).join("");
    if (field?.length && valueAt(this.source.value, field) === wrong) {
      this.source = this.source.set(field, fix.text);
      return;
    }
    letters.splice(column - 1, length, fix.text);
    lines[line - 1] = letters.join("");
    this.text = lines.join("\n");
  }
}
