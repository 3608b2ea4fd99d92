/* A query, cut into words, with everything that each word or run of words may be called. */

const SYNONYM = 0.8, ERA = 543;
const NOMINAL = ["การ", "งาน", "ความ"].map((each) => normalise(each).codes);

/* A name without the word that only makes a noun of it. */
function bare(codes) {
  const prefix = NOMINAL.find((each) => codes.length - each.length > 3 && each.every((code, i) => codes[i] === code));
  return prefix ? codes.slice(prefix.length) : codes;
}

class Query {
  /* `names`: groups of names for the same thing, each name normalised; `asking`: keys of words that only ask. */
  constructor(raw, corpus, names, asking) {
    this.raw = raw;
    this.corpus = corpus;
    const normal = normalise(raw);
    this.codes = normal.codes;
    this.edges = normal.edges;
    this.map = normal.map;
    this.key = keyOf(this.codes);
    const places = cuts(raw, normal);
    this.units = [];
    for (let i = 0; i + 1 < places.length; i++) this.cut(places[i], places[i + 1]);
    const telling = this.units.filter(({ start, end }) => !asking.has(keyOf(this.codes.slice(start, end))));
    if (telling.length) this.units = telling;
    this.isCut = Uint8Array.from([...this.codes, 0], (_, at) => this.units.some(({ start, end }) => start === at || end === at));
    this.spans = this.units.map((unit, at) => ({ from: at, to: at + 1, codes: this.codes.slice(unit.start, unit.end), weight: 1, isExact: true }));
    this.rename(names);
    this.units.forEach((unit, at) => this.years(unit, at));
  }

  /* Take a unit; a long one that occurs nowhere is cut into the longest pieces that do. */
  cut(start, end) {
    const { codes, edges, corpus } = this;
    if (end - start < 6 || corpus.find(codes.slice(start, end)).length) return void this.units.push({ start, end });
    for (let stop = end - 1; stop > start + 2; stop--) {
      if (edges[stop] & EDGE && corpus.find(codes.slice(start, stop)).length) {
        this.units.push({ start, end: stop });
        return this.cut(stop, end);
      }
    }
    this.units.push({ start, end });
  }

  /* Whether both ends of a piece are ends of words typed apart. */
  isApart(start, end) {
    return this.edges[start] & this.edges[end] & WORD;
  }

  /* Units that a piece covers: [from, to]. */
  covered(start, end) {
    const inside = (unit) => Math.min(unit.end, end) - Math.max(unit.start, start) > (unit.end - unit.start) / 2;
    const from = this.units.findIndex(inside);
    let to = from;
    while (to >= 0 && to < this.units.length && inside(this.units[to])) to++;
    return from < 0 ? null : [from, to];
  }

  /* Where the query says a name, it may as well mean the others of the group; the longest name counts. */
  rename(names) {
    const said = [];
    for (const group of names) for (const name of group) {
      const size = name.codes.length;
      for (let at = this.key.indexOf(name.key); at >= 0; at = this.key.indexOf(name.key, at + 1)) {
        const end = at + size, isThai = script(name.codes[0]) === 1 && this.edges[at] & this.edges[end] & EDGE;
        const isWord = size > 3 || this.units.some((unit) => unit.start === at);
        if (this.isApart(at, end) || (isThai && isWord)) said.push({ at, end, name, group });
      }
    }
    for (const { at, end, name, group } of said) {
      if (said.some((other) => other.at <= at && other.end >= end && other.end - other.at > end - at)) continue;
      const range = this.covered(at, end), others = range ? group.filter((other) => other !== name).map(({ codes }) => bare(codes)) : [];
      const isTold = others.some((codes) => this.corpus.tells(codes));
      for (const codes of others) this.mean(range, codes, SYNONYM, isTold);
    }
  }

  years({ start, end }, at) {
    const digits = this.codes.slice(start, end);
    if (!digits.every(isDigit)) return;
    const year = Number(digits.map((each) => each - 130).join(""));
    const others = year > 2400 && year < 2700 ? [year - ERA] : year > 1857 && year < 2157 ? [year + ERA] : [];
    if (digits.length === 2 && year > 39) others.push(2500 + year);
    for (const other of others) this.mean([at, at + 1], normalise(String(other)).codes, SYNONYM, true);
  }

  /* Let some units mean other codes too; where these stand nowhere, all of their words in one passage. */
  mean([from, to], codes, weight, isWhole) {
    this.spans.push({ from, to, codes, weight });
    if (isWhole) return;
    const normal = { codes, edges: codes.map(() => EDGE), map: codes.map((_, i) => i) };
    const text = codes.map((code) => (code < 100 ? String.fromCharCode(code + 0xe00) : "")).join("");
    if (text.length !== codes.length) return;
    const places = cuts(text, normal), words = [];
    for (let i = 0; i + 1 < places.length; i++) words.push(codes.slice(places[i], places[i + 1]));
    this.spans.push({ from, to, codes, words, weight: weight * 0.8 });
  }

  /* Let the units that are in doubt, with their neighbours, mean what sounds or looks alike. */
  mend(speller, isDoubtful, names) {
    const regions = [], isApart = (at) => this.edges[this.units[at].start] & WORD;
    this.units.forEach((_, at) => {
      if (!isDoubtful[at]) return;
      const last = regions[regions.length - 1];
      if (last && last[1] === at && !isApart(at)) last[1] = at + 1;
      else regions.push([at, at + 1]);
    });
    for (const [from, to] of regions) {
      const wide = [from, to];
      if (from > 0 && !isApart(from)) wide[0]--;
      if (to < this.units.length && !isApart(to)) wide[1]++;
      const ranges = new Map([[wide[0], to], [from, wide[1]], wide, [from, to]].map((range) => [range.join(), range]));
      for (const range of ranges.values()) {
        const codes = this.codes.slice(this.units[range[0]].start, this.units[range[1] - 1].end);
        for (const { codes: other, likeness } of speller.alike(codes)) {
          if (keyOf(other) === keyOf(codes)) continue;
          const key = keyOf(other), guess = (meant, weight) => this.spans.push({ from: range[0], to: range[1], codes: meant, weight, isGuess: true });
          guess(other, likeness);
          for (const group of names) if (group.some((name) => name.key === key)) for (const name of group) if (name.key !== key) guess(bare(name.codes), likeness * SYNONYM);
        }
      }
    }
  }
}
