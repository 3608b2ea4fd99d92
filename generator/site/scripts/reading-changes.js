/* What became of a procedure between the text that a reader confirmed and the one on the page: which fields and steps
   are new, changed, moved or gone, each with the lines that differ. Whether a part differs is known by its mark, which
   the generator makes of the content; its words are those of the page, so that what only looks otherwise is no change. */
(() => {
  "use strict";

  const NUMBERED = /^step-\d+(-\d+)*$/;
  const ALIKE = 0.5;
  const [NAME, LABEL, MARK, LINES] = [0, 1, 2, 3];

  function pairsOf(text) {
    const letters = text.replace(/\s+/g, "");
    return new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)));
  }

  function likeness(one, other) {
    const [some, others] = [one, other].map((row) => pairsOf(row[LINES][0] ?? ""));
    if (!some.size || !others.size) return 0;
    const shared = [...some].filter((each) => others.has(each)).length;
    return (2 * shared) / (some.size + others.size);
  }

  /* Which step was which: by its id; without one by what it tells, then by words that are nearly the same. */
  function matched(before, after, renamed) {
    const old = new Map();
    const left = new Set(before);
    const take = (row, found) => {
      if (!found || old.has(row)) return;
      old.set(row, found);
      left.delete(found);
    };
    const find = (test) => [...left].find(test);
    const nameOf = (row) => renamed[row[NAME]] ?? row[NAME];
    for (const row of after) if (!NUMBERED.test(row[NAME])) take(row, find((each) => nameOf(each) === row[NAME]));
    for (const row of after) take(row, old.has(row) ? null : find((each) => each[MARK] === row[MARK]));
    for (const row of after) {
      if (old.has(row)) continue;
      const [likest] = [...left]
        .map((each) => [likeness(each, row), each])
        .filter(([alike]) => alike >= ALIKE)
        .sort(([one], [other]) => other - one);
      take(row, likest?.[1]);
    }
    return { old, left };
  }

  /* The places in the longest part of a list that only rises: steps that kept their order among each other. */
  function rising(places) {
    const best = places.map(() => ({ length: 1, from: -1 }));
    places.forEach((place, at) => {
      for (let each = 0; each < at; each += 1) {
        if (places[each] < place && best[each].length >= best[at].length) {
          best[at] = { length: best[each].length + 1, from: each };
        }
      }
    });
    const kept = new Set();
    let at = best.findIndex(({ length }) => length === Math.max(...best.map((each) => each.length)));
    for (; at >= 0; at = best[at].from) kept.add(at);
    return kept;
  }

  function without(lines, others) {
    const rest = [...others];
    return lines.filter((line) => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
  }

  /* The lines that differ; none where those of then were not kept. */
  function words(before, after) {
    return before[LINES].length && { was: without(before[LINES], after[LINES]), now: without(after[LINES], before[LINES]) };
  }

  function fieldChanges(before, after) {
    const found = new Map(before.map((row) => [row[NAME], row]));
    const changes = [];
    for (const row of after) {
      const old = found.get(row[NAME]);
      found.delete(row[NAME]);
      if (!old) changes.push({ kind: "new", row });
      else if (old[MARK] !== row[MARK]) changes.push({ kind: "changed", row, ...words(old, row) });
    }
    for (const row of found.values()) changes.push({ kind: "cut", row });
    return changes.map((each) => ({ ...each, what: "field", label: each.row[LABEL], place: each.row[NAME] }));
  }

  function stepChanges(before, after, renamed) {
    const { old, left } = matched(before, after, renamed);
    const stayed = after.filter((row) => old.has(row));
    const kept = rising(stayed.map((row) => before.indexOf(old.get(row))));
    const changes = [];
    for (const row of after) {
      const then = old.get(row);
      const told = { row, what: "step", number: row[LABEL], place: row[NAME], text: row[LINES][0] ?? "" };
      if (!then) {
        changes.push({ ...told, kind: "new" });
        continue;
      }
      if (!kept.has(stayed.indexOf(row))) {
        changes.push({ ...told, kind: "moved", before: then[LABEL] });
      }
      if (then[MARK] !== row[MARK]) changes.push({ ...told, kind: "changed", ...words(then, row) });
    }
    for (const row of left) {
      changes.push({ row, what: "step", kind: "cut", number: row[LABEL], place: "", text: row[LINES][0] ?? "" });
    }
    return changes;
  }

  window.khumueReadingChanges = (before, after, renamed) => [
    ...fieldChanges(before.fields, after.fields),
    ...stepChanges(before.steps, after.steps, renamed),
  ];
})();
