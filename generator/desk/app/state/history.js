/* What was done, so that it can be undone: texts of files before and after. What is typed into one field is one stroke. */

const ONE_STROKE_MS = 4000;
const LONGEST = 200;

export class History {
  #done = [];
  #undone = [];

  /** Note one change; `mark` names the field that is typed into, null for anything else. */
  note(path, before, after, mark, now = Date.now()) {
    const last = this.#done.at(-1);
    this.#undone = [];
    if (mark !== null && last?.mark === mark && now - last.at < ONE_STROKE_MS && last.texts.has(path)) {
      last.texts.get(path).after = after;
      last.at = now;
      return;
    }
    this.#done.push({ texts: new Map([[path, { before, after }]]), mark, at: now });
    if (this.#done.length > LONGEST) this.#done.shift();
  }

  /** Make one stroke of all that was noted since there were `length` of them. */
  join(length) {
    const parts = this.#done.splice(length);
    if (!parts.length) return;
    const texts = new Map();
    for (const part of parts)
      for (const [path, { before, after }] of part.texts)
        texts.set(path, { before: texts.get(path)?.before ?? before, after });
    this.#done.push({ texts, mark: null, at: 0 });
  }

  get length() {
    return this.#done.length;
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /** The texts to go back to, by path. */
  undo() {
    const stroke = this.#done.pop();
    if (!stroke) return null;
    this.#undone.push(stroke);
    return new Map([...stroke.texts].map(([path, { before }]) => [path, said(before)]));
  }

  /** The texts to go forward to, by path. */
  redo() {
    const stroke = this.#undone.pop();
    if (!stroke) return null;
    this.#done.push(stroke);
    return new Map([...stroke.texts].map(([path, { after }]) => [path, said(after)]));
  }

  /**
   * Have every text of a file that a step leads to take in what came from elsewhere, so that no step takes it out again.
   * That takes a while for each, and so is done for those alone to which somebody goes.
   */
  carry(path, take) {
    const made = new Map();
    const taken = (text) => {
      if (!made.has(text)) made.set(text, once(() => take(said(text))));
      return made.get(text);
    };
    for (const { texts } of [...this.#done, ...this.#undone]) {
      const both = texts.get(path);
      if (both) texts.set(path, { before: taken(both.before), after: taken(both.after) });
    }
  }

  /** Forget what a file was; it is another one now. */
  forget(path) {
    const without = (strokes) => strokes.filter((stroke) => !stroke.texts.has(path));
    this.#done = without(this.#done);
    this.#undone = without(this.#undone);
  }
}

/** A text, which may be made only now. */
const said = (text) => (typeof text === "string" ? text : text());

function once(make) {
  let text = null;
  return () => (text ??= make());
}
