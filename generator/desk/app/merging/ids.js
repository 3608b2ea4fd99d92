/*
 * Ids that the desk made for steps, in a text that meets another one: what both named bears their name, and what they named
 * so is not called the same.
 */

import { freeId, idsOf, pointersOf } from "../outline/pointers.js";
import { rowsOf } from "../outline/rows.js";
import { withSet } from "../source-values.js";
import { matched } from "./matching.js";
import { Thing } from "./things.js";

/** The value of mine, in which no id means anything else than in theirs. */
export function withClearIds(base, mine, theirs) {
  const [was, now, there] = [base, mine, theirs].map((each) => new Map([...each].filter(({ id, sort }) => id && sort === "steps").map((each) => [each.id, each])));
  if (![...now.keys()].some((id) => !was.has(id) || !there.has(id))) return mine;
  const [toMine, toTheirs] = [mine, theirs].map((each) => matched(base, each));
  const taken = new Set([...idsOf(mine.value), ...idsOf(theirs.value)]);
  const named = new Map();
  for (const [id, thing] of now) {
    const before = toMine.get(thing);
    const counterpart = before && toTheirs.get(before);
    if (before?.id === id || (!counterpart && !there.has(id))) continue;
    if (counterpart?.id && counterpart.id !== before.id && !now.has(counterpart.id)) named.set(id, counterpart.id);
    else if (there.has(id) && there.get(id) !== counterpart && (before || there.get(id).body !== thing.body)) named.set(id, freeId("step", taken));
    taken.add(named.get(id));
  }
  if (!named.size) return mine;
  let { value } = mine;
  for (const { path, go } of pointersOf(value)) if (named.has(go)) value = withSet(value, path, named.get(go));
  for (const { path, step } of rowsOf(value)) if (named.has(step.id)) value = withSet(value, [...path, "id"], named.get(step.id));
  return new Thing(value);
}
