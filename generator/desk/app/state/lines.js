/* Three texts of one file merged by lines: what only one side changed is taken, what both changed differently is told. */

/** Pairs of alike lines of two lists, by their longest common sequence. */
function alike(one, other) {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let endOne = one.length;
  let endOther = other.length;
  while (endOne > start && endOther > start && one[endOne - 1] === other[endOther - 1]) {
    endOne -= 1;
    endOther -= 1;
  }
  const pairs = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  const height = endOne - start;
  const width = endOther - start;
  const table = new Uint32Array((height + 1) * (width + 1));
  for (let row = height - 1; row >= 0; row -= 1)
    for (let column = width - 1; column >= 0; column -= 1)
      table[row * (width + 1) + column] =
        one[start + row] === other[start + column]
          ? table[(row + 1) * (width + 1) + column + 1] + 1
          : Math.max(table[(row + 1) * (width + 1) + column], table[row * (width + 1) + column + 1]);
  for (let row = 0, column = 0; row < height && column < width; ) {
    if (one[start + row] === other[start + column]) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (table[(row + 1) * (width + 1) + column] >= table[row * (width + 1) + column + 1]) row += 1;
    else column += 1;
  }
  for (let at = endOne; at < one.length; at += 1) pairs.push([at, endOther + at - endOne]);
  return pairs;
}

/**
 * Merge by lines.
 *
 * Gives `{ text, clashes }`: where both changed the same lines, `text` holds mine, and `clashes` both sides, with the line
 * before them and where that begins.
 */
export function mergeLines(base, mine, theirs) {
  const [ground, left, right] = [base, mine, theirs].map((text) => text.split(/(?<=\n)/));
  const inLeft = new Map(alike(ground, left));
  const inRight = new Map(alike(ground, right));
  const merged = [];
  const clashes = [];
  let [atGround, atLeft, atRight] = [0, 0, 0];
  const take = (toGround, toLeft, toRight) => {
    const [was, ours, others] = [ground.slice(atGround, toGround), left.slice(atLeft, toLeft), right.slice(atRight, toRight)].map((lines) => lines.join(""));
    const before = merged.at(-1) ?? "";
    const start = merged.join("").length - before.length;
    if (ours === was) merged.push(others);
    else {
      merged.push(ours);
      if (others !== was && others !== ours) clashes.push({ before, start, mine: ours, theirs: others });
    }
  };
  for (let line = 0; line < ground.length; line += 1) {
    if (!inLeft.has(line) || !inRight.has(line)) continue;
    take(line, inLeft.get(line), inRight.get(line));
    merged.push(ground[line]);
    [atGround, atLeft, atRight] = [line + 1, inLeft.get(line) + 1, inRight.get(line) + 1];
  }
  take(ground.length, left.length, right.length);
  return { text: merged.join(""), clashes };
}

/** Where my lines of a clash stand in a text now, nearest to where they stood; -1 where they were changed since. */
export function placeOfClash(text, { before, start, mine }) {
  let nearest = -1;
  for (let at = text.indexOf(before + mine); at >= 0; at = text.indexOf(before + mine, at + 1))
    if (nearest < 0 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  return nearest < 0 ? -1 : nearest + before.length;
}
