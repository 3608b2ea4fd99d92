/*
 * What a file says after two people changed it: for every thing whether it is there, where it stands and what it says. What
 * only one of them changed is taken; what contradicts is asked.
 */

import { pointersOf } from "../outline/pointers.js";
import { STEP_LISTS, isRecord, valueAt } from "../outline/rows.js";
import { same } from "../source-values.js";
import { mergeLines } from "./lines.js";
import { matched } from "./matching.js";
import { ordered } from "./ordering.js";
import { keyOf, otherKey } from "./things.js";

const [MINE, THEIRS] = ["mine", "theirs"];
const other = (side) => (side === MINE ? THEIRS : MINE);
const isListOf = (value) => value === undefined || value === "" || Array.isArray(value);

/** A thing in the three texts, as far as it stands in them. */
class Item {
  constructor(base, mine, theirs) {
    Object.assign(this, { base, mine, theirs, fates: new Map(), lists: new Map() });
  }

  /** What it says somewhere in itself, in one of the texts. */
  at(side, within) {
    return this[side] && valueAt(this[side].value, within);
  }

  /** A name that stays while what both say is decided. */
  get name() {
    const side = ["base", THEIRS, MINE].find((each) => this[each]);
    return `${side} ${JSON.stringify(this[side].path)}`;
  }
}

export class Deciding {
  #items = new Map();

  /** Roots of things of three texts; `ask(clash)` gives "mine", "theirs" or `{ text }`. */
  constructor(base, mine, theirs, ask) {
    const [toMine, toTheirs] = [mine, theirs].map((each) => matched(base, each));
    Object.assign(this, { ask, pairs: { mine: toMine, theirs: toTheirs } });
    for (const each of base) this.#add(new Item(each, toMine.get(each), toTheirs.get(each)));
    const added = [...theirs].filter((each) => !toTheirs.has(each));
    for (const each of added) this.#add(new Item(undefined, undefined, each));
    for (const each of mine) if (!toMine.has(each)) this.#addMine(each, added);
    this.root = this.#items.get(base);
    this.all = [...new Set(this.#items.values())];
    for (const item of this.all) item.place = this.#placeOf(item);
    for (const item of this.all) this.#settle(item);
    this.root.made = this.#made(this.root);
  }

  /** What was decided of a thing. */
  of(thing) {
    return this.#items.get(thing);
  }

  #add(item) {
    for (const side of ["base", MINE, THEIRS]) if (item[side]) this.#items.set(item[side], item);
  }

  /** Something that I added: the very thing that they added there too, or one of its own. */
  #addMine(mine, added) {
    const holder = this.#items.get(mine.holder);
    const twin = added.find((each) => {
      const item = this.#items.get(each);
      if (item.mine || each.key !== mine.key || this.#items.get(each.holder) !== holder) return false;
      if (named(mine) && named(mine) === named(each)) return true;
      const isThere = !isRecord(mine.value) || this.#behind(mine, MINE) === this.#behind(each, THEIRS);
      return mine.body === each.body && mine.id === each.id && isThere;
    });
    const item = twin ? this.#items.get(twin) : new Item();
    item.mine = mine;
    this.#add(item);
  }

  /** The nearest thing before one that both texts have. */
  #behind(thing, side) {
    return this.pairs[side].get(thing.holder.list(thing.key).slice(0, thing.index).findLast((each) => this.pairs[side].has(each)));
  }

  #stands(thing) {
    const holder = this.#items.get(thing.holder);
    const within = this.#turned(holder, thing.within);
    return { holder, within, key: keyOf(within) };
  }

  /** The list of steps that takes the place of another where one of the two made steps in a row of such at once, or back. */
  #turned(holder, within) {
    const beside = otherKey(within);
    if (!beside || !holder.base?.lists.has(keyOf(within)) || holder.base.lists.has(keyOf(beside))) return within;
    const isTurned = [MINE, THEIRS].some((side) => holder[side]?.lists.has(keyOf(beside)) && !holder[side].lists.has(keyOf(within)));
    return isTurned ? beside : within;
  }

  #placeOf(item) {
    if (item === this.root) return null;
    const [base, mine, theirs] = ["base", MINE, THEIRS].map((side) => item[side] && this.#stands(item[side]));
    if (!mine || !theirs) return mine ?? theirs ?? base;
    if (!base || isPlace(mine, base) || isPlace(mine, theirs)) return theirs;
    return isPlace(theirs, base) || this.#moved(item) === MINE ? mine : theirs;
  }

  /** What is chosen of something that both moved. */
  #moved(item) {
    return this.ask({ name: `place ${item.name}`, kind: "place", ...placesOf(item) });
  }

  /** Have something that is there stand in something that is there, and nothing in itself. */
  #settle(item) {
    if (!this.#lives(item)) return;
    const places = [THEIRS, MINE, "base"].filter((side) => item[side]).map((side) => this.#stands(item[side]));
    while (!this.#reaches(item, new Set()) && places.length) item.place = places.shift();
    for (let holder = item.place?.holder; holder && !this.#lives(holder); holder = holder.place?.holder) holder.lives = true;
  }

  #reaches(item, passed) {
    if (!item.place) return true;
    if (passed.has(item) || !this.#lives(item.place.holder)) return false;
    return this.#reaches(item.place.holder, passed.add(item));
  }

  #lives(item) {
    item.lives ??= this.#fateOf(item);
    return item.lives;
  }

  #fateOf(item) {
    const { base, mine, theirs } = item;
    if (mine && theirs) return true;
    if (!mine && !theirs) return false;
    const [side, gone] = mine ? [MINE, THEIRS] : [THEIRS, MINE];
    const place = this.#stands(item[side]);
    const { holder } = place;
    const lost = holder.base && holder[gone] && this.#lostIn(holder, place.within, gone);
    if (lost) return this.#fateOfField(holder, lost) === side;
    if (!base) return this.#lives(holder);
    if (holder === this.#items.get(base.holder)) {
      if (!holder[gone]) return this.#lives(holder);
      const there = holder.at(gone, place.within);
      if (there !== undefined && !Array.isArray(there)) return true; // the field is asked as a whole
    }
    const isMoved = !isPlace(place, this.#stands(base));
    if (!isMoved && !this.#adds(base, item[side]) && !this.#isLedTo(item[side], side)) return false;
    return this.ask({ name: `thing ${item.name}`, kind: "thing", ...placesOf(item), mine: mine?.value, theirs: theirs?.value, base: base.value }) === side;
  }

  /** Whether one of them leads to a thing from where nothing led to it. */
  #isLedTo({ id }, side) {
    const [before, now] = ["base", side].map((each) => pointersOf(this.root[each].value).filter(({ go }) => id && go === id).length);
    return now > before;
  }

  /** The part of a path to a list that somebody took out. */
  #lostIn(holder, within, gone) {
    for (let length = 1; length <= within.length; length += 1) {
      const part = within.slice(0, length);
      if (holder.at("base", part) !== undefined && holder.at(gone, part) === undefined) return part;
    }
    return null;
  }

  /** Whose word holds on a field that one took out: theirs who changed it is asked, else it goes. */
  #fateOfField(item, within) {
    const key = keyOf(within);
    if (!item.fates.has(key)) {
      const gone = item.at(MINE, within) === undefined ? MINE : THEIRS;
      item.fates.set(key, this.#adds(item.base, item[other(gone)], within) ? this.#askField(item, within) : gone);
    }
    return item.fates.get(key);
  }

  #askField(item, within) {
    const [base, mine, theirs] = ["base", MINE, THEIRS].map((side) => item.at(side, within));
    return this.ask({ name: `field ${item.name} ${keyOf(within)}`, kind: "field", ...placesOf(item), within, base, mine, theirs });
  }

  /** Whether a thing says something in one text that it does not say in the base. */
  #adds(base, now, within = []) {
    const [was, is] = [base, now].map((each) => valueAt(each.value, within));
    if (Array.isArray(is))
      return now.list(keyOf(within)).some((each) => {
        const before = this.#items.get(each)?.base;
        return !before || before.holder !== base || (before.key !== each.key && !STEP_LISTS.includes(within.at(-1))) || this.#adds(before, each);
      });
    if (isRecord(is)) return !isRecord(was) || Object.keys(is).some((key) => this.#adds(base, now, [...within, key]));
    return is !== was;
  }

  #made(item) {
    const sides = [MINE, THEIRS].filter((side) => item[side]);
    item.made = sides.length === 2 ? this.#merged(item, []) : this.#taken(item, [], item[sides[0] ?? "base"].value);
    return item.made;
  }

  /** What both say at a place in a thing. */
  #merged(item, within) {
    const [was, mine, theirs] = ["base", MINE, THEIRS].map((side) => item.at(side, within));
    if (this.#turned(item, within) !== within) return undefined;
    if (was !== undefined && (mine === undefined) !== (theirs === undefined)) {
      const side = mine === undefined ? THEIRS : MINE;
      return this.#fateOfField(item, within) === side ? this.#taken(item, within, item.at(side, within)) : undefined;
    }
    if (Array.isArray(mine) || Array.isArray(theirs)) if ([mine, theirs].every(Array.isArray) || [was, mine, theirs].every(isListOf)) return this.#list(item, within, isThere(was, mine, theirs) && [mine, theirs].some(isEmpty));
    if (isRecord(mine) && isRecord(theirs)) return this.#record(new Set([...Object.keys(theirs), ...Object.keys(mine)]), (key) => this.#merged(item, [...within, key]));
    if (mine === undefined || same(mine, theirs) || same(mine, was)) return theirs === undefined ? undefined : this.#taken(item, within, theirs);
    if (theirs === undefined || same(theirs, was)) return this.#taken(item, within, mine);
    return mergedText(was, mine, theirs) ?? this.#chosen(item, within, mine, theirs);
  }

  #chosen(item, within, mine, theirs) {
    const choice = this.#askField(item, within);
    return choice === MINE ? mine : choice === THEIRS ? theirs : choice.text;
  }

  /** What one of them says at a place in a thing, with what stands in its lists by now. */
  #taken(item, within, value) {
    if (Array.isArray(value)) return this.#list(item, within, isEmpty(value));
    if (!isRecord(value) || !Object.keys(value).length) return value;
    return this.#record(Object.keys(value), (key) => this.#taken(item, [...within, key], value[key]));
  }

  #record(keys, saidOf) {
    return Object.fromEntries([...keys].map((key) => [key, saidOf(key)]).filter(([, value]) => value !== undefined));
  }

  #list(item, within, isKept) {
    const key = keyOf(within);
    const here = this.all.filter((each) => each.place?.holder === item && each.place.key === key && this.#lives(each));
    const of = (side) => here.filter((each) => each[side] && isPlace(this.#stands(each[side]), each.place)).sort((one, two) => one[side].index - two[side].index);
    const [base, mine, theirs] = ["base", MINE, THEIRS].map(of);
    const extra = here.filter((each) => !mine.includes(each) && !theirs.includes(each));
    const items = ordered(base, mine, theirs, extra, (each) => this.#moved(each));
    if (!items.length && !isKept) return undefined;
    item.lists.set(key, { within, items });
    return items.map((each) => this.#made(each));
  }
}

const isPlace = (one, two) => one.holder === two.holder && one.key === two.key;
const placesOf = ({ mine, theirs }) => ({ paths: { mine: mine?.path, theirs: theirs?.path } });

const isEmpty = (value) => Array.isArray(value) && !value.length;

/** Whether a list without items is written, by whether it was there in each text. */
const isThere = (...values) => {
  const [was, mine, theirs] = values.map((each) => each !== undefined);
  return mine === was ? theirs : mine;
};

/** What tells apart what two people may have added both; steps have ids of chance. */
function named({ value, sort, id }) {
  if (!isRecord(value) || sort === STEP_LISTS[0]) return "";
  return id || [value.replace, value.remove].find((each) => typeof each === "string") || "";
}

/** Texts of several lines of which each changed others; undefined where it is not so. */
function mergedText(was, mine, theirs) {
  if (![was, mine, theirs].every((each) => typeof each === "string" && each.includes("\n"))) return undefined;
  let isClear = true;
  const text = mergeLines(was, mine, theirs, () => (isClear = false));
  return isClear ? text : undefined;
}
