/* The texts of a site, end to end, and where every pair of letters stands in them. */

/* What a title counts by its level: of a page, of headings, of a block, of what only points elsewhere. */
const MINOR = 0.5, BODY = 1;
const LEVELS = [0, 6, 3, 3, 3, 3, 3, 1.8, 0.25];

/* Everywhere a text of codes has a pair of letters. */
function pairsOf(text) {
  const pairs = Array.from({ length: 65536 }, () => []);
  for (let i = 1; i < text.length; i++) if (text[i - 1] && text[i]) pairs[(text[i - 1] << 8) | text[i]].push(i - 1);
  return pairs;
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
    const passage = { level: 1, kind: doc.level ? page.kind : "", linked: "", people: [], groups: [], also: [], boost: 1, ...doc, id: passages.length, section, start: letters.length };
    if (passage.level === 1) passage.row = docs.length + pages.push((page = passage)) - 1;
    if (passage.level < 7) passage.section = null, section = passage;
    passage.page = page;
    add(passage.title, LEVELS[passage.level], passage);
    passage.size = letters.length - passage.start;
    for (const block of passage.text.split("\n")) add(block, BODY, passage);
    for (const block of passage.linked.split("\n")) add(block, 0.35, passage);
    passage.end = letters.length;
    page.last = passages.push(passage);
  }
  const pairs = pairsOf(letters);

  const look = (codes) => {
    const [first, ...others] = codes, needs = script(first) === 1 ? EDGE : WORD;
    let rarest = others[0] ? 0 : pairs.slice(first << 8, (first + 1) << 8).flat().sort((a, b) => a - b), shift = 0;
    others.forEach((code, i) => {
      const places = pairs[(codes[i] << 8) | code];
      if (!rarest || places.length < rarest.length) rarest = places, shift = i;
    });
    return rarest.map((place) => place - shift)
      .filter((place) => edges[place] & needs && edges[place + codes.length] & END && codes.every((code, i) => letters[place + i] === code));
  };

  /* `find`: where codes stand in the text, beginning and ending at edges; kept as long as one query is answered. */
  return { pages, passages, stretchOf, text: letters, edges, find: (codes) => found[keyOf(codes)] ||= look(codes) };
}
