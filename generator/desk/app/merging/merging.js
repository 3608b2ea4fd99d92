/*
 * Two people changed one file: three texts become one. What only one of them changed is taken, whatever stands beside it;
 * what contradicts is asked, and mine holds until it is answered. One way for every place to save to.
 */

import { SourceError } from "../source.js";
import { same } from "../source-values.js";
import { Deciding } from "./deciding.js";
import { withClearIds } from "./ids.js";
import { mergeLines } from "./lines.js";
import { Thing } from "./things.js";
import { written } from "./writing.js";

/**
 * Merge three sources.
 *
 * Gives `{ text, clashes }`. `decide(clash)` gives "mine", "theirs", `{ text }` in place of both, or undefined where
 * that is open. A clash is told by its `name`, which stays; its `kind`: "field" of something, "thing" that one took out
 * and the other changed, "place" to which both moved it, "body" of a page, "lines" of a file that cannot be read;
 * what each says (`base`, `mine`, `theirs`; undefined where it is gone); where it stands in each (`paths`, with
 * `within` of a field); and the `choice`.
 */
export function merge(base, mine, theirs, decide = () => undefined) {
  if (mine.text === base.text || mine.text === theirs.text) return { text: theirs.text, clashes: [] };
  if (theirs.text === base.text) return { text: mine.text, clashes: [] };
  const clashes = new Map();
  const ask = (clash) => {
    if (!clashes.has(clash.name)) clashes.set(clash.name, { ...clash, choice: decide(clash) });
    return clashes.get(clash.name).choice ?? "mine";
  };
  const text = byThings(base, mine, theirs, ask) ?? (clashes.clear(), byLines([base, mine, theirs].map((each) => each.text), "lines", ask));
  return { text, clashes: [...clashes.values()].sort(byPlace) };
}

/** In the order in which things stand in the file. */
function byPlace(one, other) {
  const [left, right] = [one, other].map(({ paths, within = [] }) => [...(paths?.theirs ?? paths?.mine ?? []), ...within]);
  const at = left.findIndex((key, depth) => key !== right[depth]);
  return at < 0 ? 0 : typeof left[at] === "number" && typeof right[at] === "number" ? left[at] - right[at] : 0;
}

/** The text of both by what they say; null where one of them cannot be read. */
function byThings(base, mine, theirs, ask) {
  const all = [base, mine, theirs];
  if (all.some((each) => each.problems.length)) return null;
  const [was, ours, others] = all.map((each) => new Thing(each.value));
  const decided = new Deciding(was, withClearIds(was, ours, others), others, ask);
  const body = byLines(all.map((each) => each.body), "body", ask);
  const isIt = (source) => source && source.body === body && same(source.value, decided.root.made);
  const quick = quickly(base, mine, theirs);
  if (isIt(quick)) return quick.text;
  const ways = [];
  for (const [side, source] of [["theirs", theirs], ["mine", mine]]) {
    const made = tried(source, decided, side, body);
    if (isIt(made)) ways.push({ text: made.text, anew: linesAnew(made.text, mine.text, theirs.text) });
    if (ways[0]?.anew === 0) break; // else what is written anew may stand in the other as it was
  }
  return ways.sort((one, other) => one.anew - other.anew)[0]?.text ?? null;
}

/** How many lines of a text stand in neither of two others. */
function linesAnew(text, ...others) {
  const [now, ...seen] = [text, ...others].map((each) => Map.groupBy(each.split("\n"), (line) => line));
  const most = (line) => Math.max(...seen.map((each) => each.get(line)?.length ?? 0));
  return [...now].reduce((sum, [line, all]) => sum + Math.max(0, all.length - most(line)), 0);
}

function tried(source, decided, side, body) {
  try {
    const made = written(source, decided, side);
    return made.body === body ? made : made.setBody(body);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

function byLines([base, mine, theirs], kind, ask) {
  return mergeLines(base, mine, theirs, (ours, others, at) => {
    const choice = ask({ name: `${kind} ${at}`, kind, mine: ours, theirs: others });
    return choice === "mine" ? ours : choice === "theirs" ? others : choice.text;
  });
}

/** All lines of both, where none of them meet: so the comments of both stay. */
function quickly(base, mine, theirs) {
  let isClear = true;
  const text = mergeLines(base.text, mine.text, theirs.text, () => (isClear = false));
  const source = isClear ? mine.of(text) : null;
  return source?.problems.length ? null : source;
}
