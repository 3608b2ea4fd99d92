/* The texts of a site, end to end, and where every pair of letters stands in them. */

/* What a title counts by its level: of a page, of headings, of a block, of what only points elsewhere. */
const MINOR = 0.5, HEADING = 3, BODY = 1, LINKED = 0.35;
const LEVELS = [0, 6, HEADING, HEADING, HEADING, HEADING, HEADING, 1.8, 0.25];

/* Everywhere a text of codes has a pair of letters: `starts[pair]` is where its `places` begin. */
function pairsOf(text, length) {
  const starts = new Uint32Array(65537);
  const visit = (see) => { for (let i = 0; i + 1 < length; i++) if (text[i] && text[i + 1]) see((text[i] << 8) | text[i + 1], i); };
  visit((pair) => starts[pair + 1]++);
  for (let i = 0; i < 65536; i++) starts[i + 1] += starts[i];
  const next = starts.slice(), places = new Uint32Array(starts[65536]);
  visit((pair, i) => { places[next[pair]++] = i; });
  return { starts, places };
}

class Corpus {
  /* docs: {location, title, text} of pages, each before its passages, and what the index builder adds to them. */
  constructor(docs) {
    this.pages = [];
    this.passages = [];
    this.stretches = [];
    const codes = [], edges = [];
    const add = (raw, weight, passage) => {
      const normal = normalise(raw);
      if (!normal.codes.length) return;
      this.stretches.push({ start: codes.length, length: normal.codes.length, raw, weight, passage });
      for (let i = 0; i < normal.codes.length; i++) codes.push(normal.codes[i]), edges.push(normal.edges[i]);
      codes.push(0); edges.push(EDGE | WORD);
    };
    let page = null, section = null;
    for (const { location, title, text, level = 1, kind = "", linked = "", people = [], groups = [], boost = 1 } of docs) {
      const passage = { id: this.passages.length, location, title, text, level, kind, people, section, start: codes.length };
      if (level === 1) {
        page = { number: this.pages.length, title, boost, groups, root: passage, first: passage.id };
        this.pages.push(page);
      }
      if (level < 7) passage.section = null, section = passage;
      passage.page = page;
      this.passages.push(passage);
      add(title, LEVELS[level], passage);
      for (const block of text.split("\n")) add(block, BODY, passage);
      for (const block of linked.split("\n")) add(block, LINKED, passage);
      passage.end = codes.length;
      page.last = this.passages.length;
    }
    this.length = codes.length;
    this.text = Uint8Array.from(codes);
    this.edges = Uint8Array.from(edges);
    this.starts = Uint32Array.from(this.stretches, ({ start }) => start);
    this.passageOf = Int32Array.from(this.stretches, (stretch) => stretch.passage.id);
    this.pageOf = Int32Array.from(this.passages, (passage) => passage.page.number);
    this.weightOf = Float32Array.from(this.stretches, (stretch) => stretch.weight);
    this.pairs = pairsOf(this.text, this.length);
    this.found = new Map();
  }

  /* The stretch that a place is in. */
  stretchAt(place) {
    let low = 0, high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= place) low = middle; else high = middle - 1;
    }
    return low;
  }

  /* Where codes stand in the text, beginning and ending at edges. */
  find(codes) {
    const key = keyOf(codes);
    let found = this.found.get(key);
    if (!found) {
      if (this.found.size > 500) this.found.clear();
      this.found.set(key, (found = this.look(codes)));
    }
    return found;
  }

  /* Whether a page that tells something itself has some codes. */
  tells(codes) {
    return this.find(codes).some((place) => this.stretches[this.stretchAt(place)].passage.page.boost > MINOR);
  }

  look(codes) {
    const { text, edges, pairs } = this, size = codes.length, found = [];
    if (!size) return found;
    const needs = script(codes[0]) === 1 ? EDGE : WORD, ends = EDGE | INSIDE;
    let from = codes[0] << 8, to = from + 256, shift = 0;
    for (let i = 0; i + 1 < size; i++) {
      const pair = (codes[i] << 8) | codes[i + 1];
      if (i === 0 || pairs.starts[pair + 1] - pairs.starts[pair] < pairs.starts[to] - pairs.starts[from]) {
        from = pair; to = pair + 1; shift = i;
      }
    }
    next: for (let i = pairs.starts[from]; i < pairs.starts[to]; i++) {
      const place = pairs.places[i] - shift;
      if (place < 0 || !(edges[place] & needs) || !(edges[place + size] & ends)) continue;
      for (let k = 0; k < size; k++) if (text[place + k] !== codes[k]) continue next;
      found.push(place);
    }
    if (size === 1) found.sort((a, b) => a - b);
    return found;
  }
}
