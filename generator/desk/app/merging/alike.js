/* What two lists have in common, in order: pairs of indexes of a longest common sequence. */

/** Pairs `[index of one, index of other]` of items that are alike; those at both ends are paired first. */
export function alike(one, other, same = (left, right) => left === right) {
  let start = 0;
  while (start < one.length && start < other.length && same(one[start], other[start])) start += 1;
  let [endOne, endOther] = [one.length, other.length];
  while (endOne > start && endOther > start && same(one[endOne - 1], other[endOther - 1])) {
    endOne -= 1;
    endOther -= 1;
  }
  const [height, width] = [endOne - start, endOther - start];
  const lengths = Array.from({ length: height + 1 }, () => new Uint32Array(width + 1));
  for (let row = height - 1; row >= 0; row -= 1)
    for (let column = width - 1; column >= 0; column -= 1)
      lengths[row][column] = same(one[start + row], other[start + column]) ? lengths[row + 1][column + 1] + 1 : Math.max(lengths[row + 1][column], lengths[row][column + 1]);
  const pairs = Array.from({ length: start }, (_, at) => [at, at]);
  for (let row = 0, column = 0; row < height && column < width; ) {
    if (same(one[start + row], other[start + column])) pairs.push([start + row++, start + column++]);
    else if (lengths[row + 1][column] >= lengths[row][column + 1]) row += 1;
    else column += 1;
  }
  for (let at = endOne; at < one.length; at += 1) pairs.push([at, endOther + at - endOne]);
  return pairs;
}
