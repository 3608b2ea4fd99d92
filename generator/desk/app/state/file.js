/* One file on the desk: what it was when it was opened, what it is now, and what somebody else made of it meanwhile. */

import { merge } from "../merging/merging.js";
import { openSource } from "../source.js";
import { valueAt } from "../outline/rows.js";

export class DeskFile {
  #merged = { of: [] };
  #choices = new Map();

  /** `told` is what is known of it, `base` its text and version where it is saved to, `order` the keys of a record. */
  constructor(told, base, order) {
    Object.assign(this, { ...told, base, options: { order, isMarkdown: told.path.endsWith(".md") } });
    /** What stands there by now, where that is another text: `{ text, version }`. */
    this.met = null;
    /** What was proposed of it last. */
    this.proposed = undefined;
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

  /** What both wrote and nothing decides but a person; see `merge`. */
  get clashes() {
    return this.met ? this.#met().clashes : [];
  }

  /** Whether there is something left to choose. */
  get isOpen() {
    return this.clashes.some(({ choice }) => choice === undefined);
  }

  /** Choose between what both wrote: "mine", "theirs", or `{ text }` in place of both. */
  choose(clash, choice) {
    this.#choices = new Map(this.#choices).set(clash.name, { of: saidIn(clash), choice });
  }

  /** Take in what was met; gives what makes the same of any older text of this file. */
  takeIn() {
    const [ground, met, choices] = [this.#met().ground, openSource(this.met.text, this.options), this.#choices];
    const { text } = this.#met();
    this.base = this.met;
    this.met = null;
    this.proposed = undefined;
    this.#choices = new Map();
    this.text = text;
    return (older) => merge(ground, openSource(older, this.options), met, ({ name }) => choices.get(name)?.choice).text;
  }

  /** What comes of this text and the one that was met. */
  #met() {
    const of = [this.text, this.met.text, this.#choices];
    if (of.some((each, at) => each !== this.#merged.of[at])) this.#merged = { of, ...this.#merge() };
    return this.#merged;
  }

  #merge() {
    const [base, met] = [this.base, this.met].map(({ text }) => openSource(text, this.options));
    const decide = (clash) => {
      const chosen = this.#choices.get(clash.name);
      return chosen?.of === saidIn(clash) ? chosen.choice : undefined;
    };
    if (this.met.version === null && this.base.version !== null) {
      const clash = { name: "file", kind: "file", mine: this.text };
      const choice = decide(clash);
      return { ground: base, text: choice === "theirs" ? this.met.text : this.text, clashes: [{ ...clash, choice }] };
    }
    const ground = this.#ground(base, met);
    return { ground, ...merge(ground, this.source, met, decide) };
  }

  /** What both were made of: what was proposed, once all of it stands there. */
  #ground(base, met) {
    if (this.proposed === undefined) return base;
    const proposed = openSource(this.proposed, this.options);
    const { text, clashes } = merge(base, proposed, met);
    return text === met.text && !clashes.length ? proposed : base;
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

/** What is chosen between: of something that both moved where it stands. */
const saidIn = ({ kind, mine, theirs, paths }) => JSON.stringify([mine ?? null, theirs ?? null, kind === "place" && paths]);
