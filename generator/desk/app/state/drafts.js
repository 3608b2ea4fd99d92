/* Drafts that survive a closed browser: for each file its text as it is on the desk, and as it was when it was opened. */

const STORE = "drafts";

const promised = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Drafts of one project; `name` tells it from the others that this browser knows. */
export class Drafts {
  #database;

  constructor(name) {
    this.#database = new Promise((resolve, reject) => {
      const opening = indexedDB.open(`khumue-desk ${name}`, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "path" });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  }

  async #store(mode) {
    return (await this.#database).transaction(STORE, mode).objectStore(STORE);
  }

  /** All drafts: `{ path, text, base: { text, version } }`, and `proposed`, the text that was proposed last. */
  async all() {
    return promised((await this.#store("readonly")).getAll());
  }

  async keep(draft) {
    await promised((await this.#store("readwrite")).put(draft));
  }

  async drop(path) {
    await promised((await this.#store("readwrite")).delete(path));
  }
}
