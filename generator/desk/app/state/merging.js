/*
 * Two people changed one file: fields that only one of them changed are taken, whatever stands next to them; a field that
 * both changed differently is told with both texts, and mine stays in the form until one is chosen.
 */

import { openSource } from "../source.js";
import { isRecord } from "../outline/rows.js";
import { mergeLines } from "./lines.js";

const NOTHING = undefined;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Merge three texts of a file.
 *
 * Gives `{ text, clashes }`; a clash is `{ path, mine, theirs }`, its path null where it is lines and not a field.
 */
export function merge(base, mine, theirs) {
  if (mine === base || mine === theirs) return { text: theirs, clashes: [] };
  const lines = mergeLines(base, mine, theirs);
  if (!lines.clashes.length && !openSource(lines.text).problems.length) return lines;
  const fields = [...differences(openSource(base).value, openSource(mine).value, openSource(theirs).value, [])];
  if (fields.some((each) => each.isWhole)) {
    const whole = fields.filter((each) => each.isWhole && each.isClash);
    if (whole.length) return { text: lines.text, clashes: lines.clashes.map((each) => ({ path: null, ...each })) };
  }
  let source = openSource(theirs);
  for (const { path, mine: value } of fields)
    source = value === NOTHING ? source.remove(path) : source.set(path, value);
  return { text: source.text, clashes: fields.filter((each) => each.isClash) };
}

/** What I changed, field by field; `isClash` where they changed it too, `isWhole` where a list grew or shrank. */
function* differences(base, mine, theirs, path) {
  if (same(mine, base) || same(mine, theirs)) return;
  const all = [base, mine, theirs];
  if (all.every(isRecord)) {
    for (const key of new Set([...Object.keys(base), ...Object.keys(mine)]))
      yield* differences(base[key], mine[key], theirs[key], [...path, key]);
  } else if (all.every(Array.isArray) && base.length === mine.length && base.length === theirs.length) {
    for (const at of base.keys()) yield* differences(base[at], mine[at], theirs[at], [...path, at]);
  } else {
    const isWhole = [base, mine].some(Array.isArray);
    yield { path, mine, theirs, isWhole, isClash: !same(theirs, base) };
  }
}
