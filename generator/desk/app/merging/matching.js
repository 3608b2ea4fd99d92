/*
 * Which thing of one text became which of another: by its id, by what it says, by where it stands and by how much it is
 * alike. Most steps have no id, so what a person edits, moves or does both to is known again by its words.
 */

import { STEP_LISTS, isRecord } from "../outline/rows.js";
import { same } from "../source-values.js";
import { alike } from "./alike.js";
import { keyOf, otherKey } from "./things.js";

const ALIKE_HERE = 0.45;
const ALIKE_ANYWHERE = 0.65;

/** A map that leads from each thing to its counterpart, both ways. */
export function matched(base, other) {
  const pairs = new Map([
    [base, other],
    [other, base],
  ]);
  const isFree = (thing) => !pairs.has(thing);
  const pair = (one, two) => pairs.set(one, two).set(two, one);
  const lists = () => listsOf(base, pairs);

  /** The likest first, each once. */
  const pairLikest = (ones, others, least) => {
    const scored = ones.flatMap((one) => others.map((two) => ({ one, two, score: one.sort === two.sort ? likeness(one, two) : 0 }))).filter(({ score }) => score >= least);
    for (const { one, two } of scored.sort((a, b) => b.score - a.score)) if (isFree(one) && isFree(two)) pair(one, two);
  };
  const free = (root) => [...root].filter((each) => isFree(each) && each.sort === STEP_LISTS[0]); // nothing else goes from list to list
  const ways = [
    () => {
      for (const [list, now] of lists()) {
        const isSame = (one, two) => pairs.get(one) === two || (isFree(one) && isFree(two) && one.body === two.body && (one.id === two.id || !one.id || !two.id));
        for (const [at, to] of alike(list, now, isSame)) pair(list[at], now[to]);
      }
    },
    () => {
      const named = (root) => Map.groupBy([...root].filter((each) => each.id), (each) => `${each.sort} ${each.id}`);
      const there = named(other);
      for (const [name, [one, ...more]] of named(base)) {
        const [two, ...others] = there.get(name) ?? [];
        if (two && !more.length && !others.length && isFree(one) && isFree(two)) pair(one, two);
      }
    },
    () => {
      const there = Map.groupBy(free(other), (each) => `${each.sort} ${each.body}`);
      for (const one of free(base)) {
        const two = there.get(`${one.sort} ${one.body}`)?.find(isFree);
        if (two) pair(one, two);
      }
    },
    () => gaps(lists(), pairs, (ones, others) => pairLikest(ones, others, ALIKE_HERE)),
    () => pairLikest(free(base), free(other), ALIKE_ANYWHERE),
    () =>
      gaps(lists(), pairs, (ones, others) => {
        if (ones.length === others.length) for (const [at, one] of ones.entries()) if (isRewritten(one, others[at])) pair(one, others[at]);
      }),
  ];
  for (let way = 0; way < ways.length; ) {
    const { size } = pairs;
    ways[way]();
    way = pairs.size > size ? 0 : way + 1; // what stands in a pair may be paired now
  }
  return pairs;
}

/** The lists that are one list in both texts: of pairs, under the same key, or under the other key of steps. */
function listsOf(base, pairs) {
  return [...base].flatMap((one) => {
    const two = pairs.get(one);
    if (!two) return [];
    return [...one.lists].flatMap(([key, list]) => {
      const other = two.lists.has(key) ? key : keyOf(otherKey(JSON.parse(key)));
      const now = two.list(other);
      return now.length && (other === key || !one.lists.has(other)) ? [[list, now]] : [];
    });
  });
}

/** What is unpaired between the same pairs, list by list. */
function gaps(lists, pairs, use) {
  for (const [list, now] of lists) {
    const here = new Set(now);
    const behind = (items, isPaired, named) => {
      let last = null;
      return Map.groupBy(items.filter((each) => {
        each.behind = last;
        if (isPaired(each)) last = named(each);
        return !pairs.has(each);
      }), (each) => each.behind);
    };
    const others = behind(now, (each) => list.includes(pairs.get(each)), (each) => each);
    for (const [last, ones] of behind(list, (each) => here.has(pairs.get(each)), (each) => pairs.get(each))) use(ones, others.get(last) ?? []);
  }
}

/** Whether a thing may be another one of which one field was written anew: forms leave its id and its other fields. */
function isRewritten(one, two) {
  if (!isRecord(one.value) || !isRecord(two.value)) return typeof one.value === typeof two.value;
  return one.id === two.id && Object.keys(one.value).filter((key) => !same(one.value[key], two.value[key] ?? null)).length < 2;
}

/** How much two things are alike, from 0 to 1, by the pairs of letters in their words. */
function likeness(one, two) {
  if (isRecord(one.value) !== isRecord(two.value)) return 0;
  const [left, right] = [one, two].map(lettersOf);
  let shared = 0;
  for (const [pair, count] of left.pairs) shared += Math.min(count, right.pairs.get(pair) ?? 0);
  return (2 * shared) / Math.max(1, left.count + right.count);
}

function lettersOf(thing) {
  if (thing.letters) return thing.letters;
  const text = wordsOf(thing.value).join("\n");
  const pairs = new Map();
  for (let at = 0; at < text.length - 1; at += 1) pairs.set(text.slice(at, at + 2), (pairs.get(text.slice(at, at + 2)) ?? 0) + 1);
  thing.letters = { pairs, count: Math.max(0, text.length - 1) };
  return thing.letters;
}

/** The words of a thing itself, without those of the steps in it. */
const wordsOf = (value) => (typeof value === "string" ? [value] : Object.entries(value).flatMap(([key, each]) => (key === "id" || STEP_LISTS.includes(key) ? [] : wordsOf(each))));
