/* The texts of a site, end to end, and where every pair of letters stands in them. */

/* What a title counts by its level: of a page, of headings, of a block, of what only points elsewhere. */
const MINOR = 0.5, BODY = 1;
const LEVELS = [0, 6, 3, 3, 3, 3, 3, 1.8, 0.25];

/* Everywhere a text of codes has a pair of letters: `starts[pair]` is where its `places` begin. */
function pairsOf(text) {
  const starts = new Uint32Array(65537);
  const visit = (see) => { for (let i = 1; i < text.length; i++) if (text[i - 1] && text[i]) see((text[i - 1] << 8) | text[i], i - 1); };
  visit((pair) => starts[pair + 1]++);
  for (let i = 0; i < 65536; i++) starts[i + 1] += starts[i];
  const next = starts.slice(), places = new Uint32Array(starts[65536]);
  visit((pair, place) => { places[next[pair]++] = place; });
  return { starts, places };
}

/* The first of ascending numbers that is not below a limit. */
function atLeast(numbers, limit) {
  let low = 0, high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1; else high = middle;
  }
  return low;
}

/* What is known of a site while its queries are answered.
   docs: {location, title, text} of pages, each before its passages, and what the index builder adds to them. */
function corpusOf(docs) {
  const pages = [], passages = [], stretchOf = [], letters = [], edges = [];
  const add = (raw, weight, passage) => {
    const normal = normalise(raw), stretch = { start: letters.length, raw, weight, passage };
    normal.edges.forEach((edge, at) => { letters.push(normal.codes[at] || 0); edges.push(edge); stretchOf.push(stretch); });
  };
  let page, section;
  for (const doc of docs) {
    const passage = { level: 1, kind: doc.level ? page.kind : "", linked: "", people: [], groups: [], boost: 1, ...doc, id: passages.length, section, start: letters.length };
    if (passage.level === 1) pages.push((page = { ...passage, row: docs.length + pages.length, root: passage }));
    if (passage.level < 7) passage.section = null, section = passage;
    passage.page = page;
    add(passage.title, LEVELS[passage.level], passage);
    passage.size = letters.length - passage.start;
    for (const block of passage.text.split("\n")) add(block, BODY, passage);
    for (const block of passage.linked.split("\n")) add(block, 0.35, passage);
    passage.end = letters.length;
    page.last = passages.push(passage);
  }
  const text = Uint8Array.from(letters), { starts, places } = pairsOf(text);

  const look = (codes) => {
    const size = codes.length, needs = script(codes[0]) === 1 ? EDGE : WORD;
    let from = codes[0] << 8, to = from + 256, shift = 0;
    for (let i = 1; i < size; i++) {
      const pair = (codes[i - 1] << 8) | codes[i];
      if (starts[pair + 1] - starts[pair] < starts[to] - starts[from]) from = pair, to = pair + 1, shift = i - 1;
    }
    const found = Array.from(places.subarray(starts[from], starts[to]), (place) => place - shift)
      .filter((place) => edges[place] & needs && edges[place + size] & END && codes.every((code, i) => text[place + i] === code));
    return found.sort((a, b) => a - b);
  };

  /* `find`: where codes stand in the text, beginning and ending at edges; kept as long as one query is answered. */
  return { pages, passages, stretchOf, text, edges, find: (codes) => found[keyOf(codes)] ||= look(codes) };
}
