/* A query, cut into words, with everything that each word or run of words may be called. */

const SYNONYM = 0.8;

class Query {
  constructor(raw) {
    Object.assign(this, normalise(raw), { raw, spans: [] });
    this.key = keyOf(this.codes);
    this.units = cuts(raw, this);
    const telling = this.without(config.asking);
    if (telling[0]) this.units = telling;
    this.size = this.units.flatMap((unit) => sliceOf(this.codes, unit)).length;
    this.isCut = this.edges.map((_, at) => this.units.some(({ start, end }) => start === at || end === at));
    /* a short one that is not typed apart is loose */
    this.units.forEach((unit, at) => { this.mean([at, at + 1], [sliceOf(this.codes, unit)], 1, 1, unit.end - unit.start < 4 && !(this.edges[unit.start] & this.edges[unit.end] & WORD)); });
    this.rename();
    /* the kind of passages that is looked for most, and the one that this query asks for */
    this.wanted = config.wants.findLast(([word]) => this.said(word)[0])?.[1];
    /* what is asked, and the units that say of what */
    this.asked = config.asked.findLast(({ words, verbs }) => [words, verbs].every((list) => !list[0] || list.some((word) => this.said(word)[0]))) || { kind: "", words: [], verbs: [] };
    this.open = this.asked.kind ? this.without([...this.asked.words, ...this.asked.verbs, ...config.asking, ...config.beside]) : [];
    const rows = corpus.passages.length + corpus.pages.length;
    [this.value, this.told, this.run, this.headed] = [1, 1, 1, 1].map(() => new Float32Array(rows * this.units.length));
  }

  /* Let units be answered by words that stand in one passage, in so far as they mean the same (`weight`) and it is sure
     that they were meant; words that are `isLoose` count less where nothing else of the query stands beside them. */
  mean([from, to], words, weight, surety, isLoose) {
    this.spans.push({ from, to, words, weight, surety, isLoose, start: this.units[from].start, end: this.units[to - 1].end });
  }

  /* The units of which more is left than what is said by some words. */
  without(words) {
    const pieces = words.flatMap((word) => this.said(word));
    return this.units.filter(({ start, end }) => {
      while (start < end && pieces.some((piece) => piece.start <= start && start < piece.end)) start++;
      return start < end;
    });
  }

  /* Whether a row of a tally tells all that a question is about. */
  isTold(worth, row, least) {
    return this.units.every((unit, at) => !this.open.includes(unit) || worth[row + at] > least);
  }

  /* Units and what is between them, as typed. */
  typed(first, last) {
    return this.raw.slice(this.map[first.start], this.map[last.end]).trim();
  }

  /* Where the query says a word, from edge to edge. */
  said(word) {
    const found = [], key = keyFor(word);
    for (let start = -1; (start = this.key.indexOf(key, start + 1)) >= 0;) {
      const end = start + key.length;
      if (this.edges[start] & this.edges[end] & EDGE) found.push({ start, end });
    }
    return found;
  }

  /* Where the query says a name, it may as well mean the others of the group; the longest name counts. */
  rename() {
    const said = [];
    for (const group of names) for (const name of group) for (const { start, end } of this.said(name.name)) {
      const range = this.units.flatMap((unit, at) => (unit.start + unit.end > 2 * start && unit.start + unit.end < 2 * end ? [at] : []));
      if (range.length && (end - start > 3 || this.units[range[0]].start === start || this.edges[end] & WORD)) said.push({ start, end, name, group, range: [range[0], range[0] + range.length] });
    }
    for (const { start, end, name, group, range } of said) {
      if (!said.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start)) this.others(range, name.key, group, SYNONYM, 1);
    }
  }

  /* Let units mean the other names of a group, or less surely all of their words in one passage. */
  others(range, key, group, weight, surety) {
    for (const name of group.slice(0, 2)) if (name.key !== key) {
      this.mean(range, [name.codes], weight, surety);
      this.mean(range, name.words, weight * SYNONYM, surety);
    }
  }

  /* Let the units that are in doubt, with their neighbours, mean what sounds or looks alike. */
  mend(alike, isDoubtful) {
    const { units } = this, tried = new Set(), isJoined = (at) => units[at - 1] && units[at] && !(this.edges[units[at].start] & WORD);
    for (let from = 0, to; from < units.length; from = to) {
      to = from + 1;
      if (!isDoubtful[from]) continue;
      while (isDoubtful[to] && isJoined(to)) to++;
      const before = isJoined(from) ? from - 1 : from, after = isJoined(to) ? to + 1 : to;
      for (const [first, last] of [[from, to], [before, to], [from, after], [before, after]]) {
        const codes = this.codes.slice(units[first].start, units[last - 1].end);
        const key = keyOf(codes);
        if (tried.has(key)) continue;
        tried.add(key);
        for (const { codes: other, likeness } of alike(codes)) {
          const key = keyOf(other);
          /* a short word sounds like many */
          this.mean([first, last], [other], likeness, codes[4] ? likeness : likeness * WEAK);
          for (const group of names) if (group.some((name) => name.key === key)) this.others([first, last], key, group, likeness * SYNONYM, likeness * SYNONYM);
        }
      }
    }
  }
}
