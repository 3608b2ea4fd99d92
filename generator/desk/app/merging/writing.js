/*
 * Writes what was decided into the text of one of the two: what stands there stays as it stands, with its comments; what is
 * missing is put in, what was moved is moved, what goes is taken out.
 */

import { isRecord, valueAt } from "../outline/rows.js";
import { same } from "../source-values.js";
import { alike } from "./alike.js";
import { keyOf, otherKey } from "./things.js";

/** The source of one side, "mine" or "theirs", with all that was decided. */
export function written(source, decided, side) {
  const writing = new Writing(source, decided, side);
  writing.arrange(decided.root);
  writing.tidy(decided.root, []);
  return writing.source;
}

class Writing {
  constructor(source, decided, side) {
    Object.assign(this, { source, decided, side });
    for (const item of decided.all) item.now = item.stands = undefined;
    this.#find(decided.root);
  }

  /** Note where everything stands in the text: `now` are the lists of an item as they are there. */
  #find(item) {
    item.now = new Map();
    for (const [key, list] of item[this.side].lists)
      item.now.set(key, list.map((each) => {
        const inner = this.decided.of(each);
        inner.stands = { holder: item, within: each.within, key };
        this.#find(inner);
        return inner;
      }));
  }

  #pathOf(item) {
    if (!item.stands) return [];
    const { holder, within, key } = item.stands;
    return [...this.#pathOf(holder), ...within, holder.now.get(key).indexOf(item)];
  }

  #edit(name, ...given) {
    this.source = this.source[name](...given);
  }

  /** Put everything into its list and in order. */
  arrange(item) {
    for (const [key, { within, items }] of item.lists) {
      this.#turn(item, within, key);
      const list = item.now.get(key) ?? [];
      item.now.set(key, list);
      const there = items.filter((each) => list.includes(each));
      const still = list.filter((each) => there.includes(each));
      const stays = new Set(alike(there, still).map(([at]) => there[at]));
      for (const [at, each] of items.entries()) {
        if (!stays.has(each)) this.#put(item, within, key, each, at > 0 ? list.indexOf(items[at - 1]) + 1 : 0);
        this.arrange(each);
      }
    }
  }

  #put(holder, within, key, item, at) {
    const list = holder.now.get(key);
    let to = at;
    if (item.stands) {
      const from = this.#pathOf(item);
      const target = [...this.#pathOf(holder), ...within];
      const left = item.stands.holder.now.get(item.stands.key);
      if (left === list && list.indexOf(item) < to) to -= 1;
      left.splice(left.indexOf(item), 1);
      this.#edit("move", from, target, to);
    } else this.#edit("insert", [...this.#pathOf(holder), ...within], to, this.#new(item));
    item.stands = { holder, within, key };
    list.splice(to, 0, item);
  }

  /** What something new says, without what stands elsewhere in the text and is moved there. */
  #new(item, within = [], value = item.made) {
    const listed = item.lists.get(keyOf(within));
    item.now ??= new Map();
    if (listed) {
      const own = listed.items.filter((each) => !each.stands);
      item.now.set(keyOf(within), own);
      const values = own.map((each) => this.#new(each));
      for (const each of own) each.stands = { holder: item, within, key: keyOf(within) };
      return values.length || !listed.items.length ? values : undefined;
    }
    if (!isRecord(value)) return value;
    const made = Object.keys(value).map((key) => [key, this.#new(item, [...within, key], value[key])]);
    return Object.fromEntries(made.filter(([, each]) => each !== undefined));
  }

  /** Steps in a row became steps at once, or back: their list is called otherwise. */
  #turn(item, within, key) {
    const beside = otherKey(within);
    if (!beside || item.now.has(key) || !item.now.has(keyOf(beside)) || item.lists.has(keyOf(beside))) return;
    this.#edit("renameKey", [...this.#pathOf(item), ...beside], within.at(-1));
    item.now.set(key, item.now.get(keyOf(beside)));
    item.now.delete(keyOf(beside));
    for (const each of item.now.get(key)) each.stands = { holder: item, within, key };
  }

  /** Take out what goes, and have everything say what it says. */
  tidy(item, within) {
    const path = [...this.#pathOf(item), ...within];
    const [wanted, now] = [valueAt(item.made, within), this.source.at(path)];
    const listed = item.lists.get(keyOf(within));
    if (same(wanted ?? null, now ?? null)) return;
    if (wanted === undefined) this.#edit("remove", path);
    else if (listed) {
      const list = item.now.get(keyOf(within));
      for (let at = list.length - 1; at >= 0; at -= 1)
        if (!listed.items.includes(list[at])) {
          list.splice(at, 1);
          this.#edit("remove", [...path, at]);
        }
      if (!listed.items.length && this.source.at(path) === undefined) this.#edit("set", path, []);
      for (const each of listed.items) this.tidy(each, []);
    } else if (isRecord(wanted) && Object.keys(wanted).length && (now === undefined || isRecord(now)))
      for (const key of new Set([...Object.keys(now ?? {}), ...Object.keys(wanted)])) this.tidy(item, [...within, key]);
    else this.#edit("set", path, wanted);
  }
}
