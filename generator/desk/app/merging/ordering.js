/* The order of a list that two people changed: what only one of them moved goes where it was put, and what each added stays behind what it was put behind. */

import { alike } from "./alike.js";

/**
 * One order out of two.
 *
 * @param base, mine, theirs what stands in the list in each text; of each only what stays in it.
 * @param extra what comes from elsewhere and stands in none of them.
 * @param ask gives "mine" or "theirs" for something that both moved to different places.
 */
export function ordered(base, mine, theirs, extra, ask) {
  const [byMe, byThem] = [mine, theirs].map((list) => movedIn(base, list));
  const isMine = (item) => byMe.has(item) && (!byThem.has(item) || (!isBesideTheSame(item, mine, theirs) && ask(item) === "mine"));
  const order = theirs.filter((item) => !isMine(item));
  const own = new Set(mine);
  const isIn = (item) => order.includes(item);
  for (const [at, item] of mine.entries()) {
    if (isIn(item)) continue;
    const before = mine.slice(0, at).findLast(isIn);
    const after = mine.slice(at + 1).find((each) => isIn(each) && !byThem.has(each));
    const isLost = before !== undefined && byThem.has(before) && !byMe.has(before) && after !== undefined;
    let to = isLost ? order.indexOf(after) : before === undefined ? 0 : order.indexOf(before) + 1;
    if (!isLost) while (to < order.length && !own.has(order[to]) && !base.includes(order[to])) to += 1; // theirs first
    order.splice(to, 0, item);
  }
  return [...order, ...extra];
}

/** What was moved within a list: all that is out of line with how most of it stood. */
export function movedIn(base, list) {
  const stayed = base.filter((item) => list.includes(item));
  const now = list.filter((item) => base.includes(item));
  const still = new Set(alike(stayed, now).map(([at]) => stayed[at]));
  return new Set(now.filter((item) => !still.has(item)));
}

function isBesideTheSame(item, mine, theirs) {
  const beside = (list, by) => list[list.indexOf(item) + by];
  return [-1, 1].some((by) => beside(mine, by) === beside(theirs, by));
}
