/* Three texts merged by lines: what only one side changed is taken, what both changed differently is asked. */

import { alike } from "./alike.js";

/**
 * Merge by lines.
 *
 * `ask(mine, theirs, at)` gives the text to take where both changed the same lines, `at` the line of the base at which
 * that begins.
 */
export function mergeLines(base, mine, theirs, ask) {
  const [ground, left, right] = [base, mine, theirs].map((text) => text.split(/(?<=\n)/));
  const [inLeft, inRight] = [left, right].map((lines) => new Map(alike(ground, lines)));
  const merged = [];
  let [atGround, atLeft, atRight] = [0, 0, 0];
  const take = (toGround, toLeft, toRight) => {
    const [was, ours, others] = [ground.slice(atGround, toGround), left.slice(atLeft, toLeft), right.slice(atRight, toRight)].map((lines) => lines.join(""));
    merged.push(ours === was || ours === others ? others : others === was ? ours : ask(ours, others, atGround));
  };
  for (let line = 0; line < ground.length; line += 1) {
    if (!inLeft.has(line) || !inRight.has(line)) continue;
    take(line, inLeft.get(line), inRight.get(line));
    merged.push(ground[line]);
    [atGround, atLeft, atRight] = [line + 1, inLeft.get(line) + 1, inRight.get(line) + 1];
  }
  take(ground.length, left.length, right.length);
  return merged.join("");
}
