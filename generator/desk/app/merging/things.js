/* The items of every list in a value, each knowing what it stands in: steps, outcomes, forms, definitions, words of a list. */

import { STEP_LISTS, isRecord } from "../outline/rows.js";

/** What stands in a list; the whole of a file is a thing that stands in nothing. */
export class Thing {
  /** `within` are the keys from what holds it to its list. */
  constructor(value, holder = null, within = [], index = 0) {
    Object.assign(this, { value, holder, within, index, lists: new Map() });
    this.key = keyOf(within);
    this.#gather(value, []);
  }

  #gather(value, within) {
    if (Array.isArray(value)) this.lists.set(keyOf(within), value.map((item, at) => new Thing(item, this, within, at)));
    else if (isRecord(value)) for (const key of Object.keys(value)) this.#gather(value[key], [...within, key]);
  }

  get path() {
    return this.holder ? [...this.holder.path, ...this.within, this.index] : [];
  }

  /** What kind of list it stands in: steps may go from any list of steps to any other, all else stays in lists of its name. */
  get sort() {
    return sortOf(this.within.at(-1));
  }

  get id() {
    return isRecord(this.value) && typeof this.value.id === "string" ? this.value.id : "";
  }

  /** What it says but for its id. */
  get body() {
    this.said ??= JSON.stringify(isRecord(this.value) ? { ...this.value, id: undefined } : this.value);
    return this.said;
  }

  /** Itself and everything in it. */
  *[Symbol.iterator]() {
    yield this;
    for (const list of this.lists.values()) for (const each of list) yield* each;
  }

  list(key) {
    return this.lists.get(key) ?? [];
  }
}

export const keyOf = (within) => JSON.stringify(within);
const sortOf = (name) => (STEP_LISTS.includes(name) ? STEP_LISTS[0] : name);

/** The key of the other list of steps beside one; null of any other list. */
export function otherKey(within) {
  const at = STEP_LISTS.indexOf(within.at(-1));
  return at < 0 ? null : [...within.slice(0, -1), STEP_LISTS[1 - at]];
}
