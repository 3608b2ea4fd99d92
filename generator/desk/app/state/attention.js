/* What the desk has a person look at: who listens to it, what is said, what is asked, and where the keys are led. */

const NOTICED_MS = 6000;

export class Attention {
  #listeners = new Set();
  #noticed = null;
  #noticing = 0;

  constructor() {
    Object.assign(this, { notice: null, dialog: null, here: null, leading: false });
  }

  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell() {
    if (this.notice !== this.#noticed) {
      this.#noticed = this.notice;
      clearTimeout(this.#noticing);
      if (this.notice && !this.notice.isBad) this.#noticing = setTimeout(() => this.say(""), NOTICED_MS);
    }
    for (const listener of this.#listeners) listener();
  }

  /** Change something of what is seen, and tell of it. */
  seen(change) {
    change();
    this.tell();
  }

  /** Say why something was not done. */
  failed(error) {
    this.seen(() => (this.notice = { text: error.message, isBad: true }));
  }

  say(text, isBad = false) {
    this.seen(() => (this.notice = text ? { text, isBad } : null));
  }

  /** Ask a person something: the name of a dialog, and what it has to know. */
  ask(dialog) {
    this.seen(() => (this.dialog = dialog));
  }

  answered() {
    this.seen(() => (this.dialog = null));
  }

  /** Lead the eyes and the keys to a field; `said` is read aloud. */
  lead(path, said = "") {
    this.seen(() => Object.assign(this, { here: [...path], leading: true, notice: said ? { text: said } : this.notice }));
  }
}
