/* How text is compared: one code a letter, without spaces, so that what is written apart and together is the same. */

/* What a place may be: an edge, a word's boundary, both; words begin at a START. What is found may end at any END: an edge,
   or inside a word of letters (4). */
const EDGE = 1, WORD = 2, START = 3, END = 5, SILENCER = 0x4c;
/* The code of every letter, from the index: Thai ones below 100, Latin ones from 100, digits from 130, others from 150;
   0 for all that is no letter of the site. */
const LETTERS = {};
const letterOf = (sign) => LETTERS[sign] || 0;

const leads = (c) => c >= 0x40 && c <= 0x44;
const follows = (c) => c >= 0x30 && c < 0x4f && !leads(c);
/* 1 Thai, 2 other letters, 3 digits and the point between them, 0 other signs inside numbers */
const script = (c) => (c < 100 ? 1 : c < 130 || c > 149 ? 2 : c < 141 ? 3 : 0);

/* Codes of a text; `edges` says what each place may be: EDGE of a cluster, WORD boundary, 4 inside a word of letters;
   `map` leads back to the text. One entry more than codes stands at the end of `edges` and `map`. */
function normalise(raw) {
  const codes = [], edges = [], map = [], text = raw.replace(/เเ/g, "แ\xad");
  let isApart = true;
  const put = (c, at) => {
    const before = codes.at(-1), kind = script(c);
    if (isApart || kind !== script(before)) edges.push(START);
    else if (kind === 1) edges.push(follows(c) || leads(before) ? 0 : EDGE);
    else edges.push(kind === 2 ? 4 : 0);
    codes.push(c); map.push(at);
    /* A letter that is not heard belongs to what is before it. */
    const silenced = edges.length - (follows(before) ? 3 : 2);
    if (c === SILENCER) edges[silenced] = edges[silenced] & WORD && START;
    isApart = false;
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i], code = letterOf(sign), at = i;
    if (follows(code)) {
      /* Marks and vowels behind a letter, each once and in one order; ํ and า are ำ. */
      const marks = new Set([code]);
      while (follows(letterOf(text[i + 1]))) marks.add(letterOf(text[++i]));
      if (marks.has(0x32) && marks.delete(0x4d)) marks.delete(0x32), marks.add(0x33);
      for (const mark of [...marks].sort()) put(mark, at);
    } else if (code) put(code, i);
    else if (/[./]/.test(sign) && !isApart && script(codes.at(-1)) === 3 && script(letterOf(text[i + 1])) === 3) put(sign.charCodeAt(0) + 94, i);
    else if (!/[.ฯๆ\p{Cf}]/u.test(sign)) isApart = true;
  }
  edges.push(START); map.push(raw.length);
  return { codes, edges, map };
}

const sliceOf = (codes, { start, end }) => codes.slice(start, end);
const keyOf = (codes) => String.fromCharCode(...codes);
const keys = {};
/* The same of a word that queries may say; each is looked at once. */
const keyFor = (word) => (keys[word] ||= keyOf(normalise(word).codes));

const segmenter = Intl.Segmenter && new Intl.Segmenter("th", { granularity: "word" });

/* Where each word of a text begins and ends in its codes; without a segmenter, only what spaces and signs tell.
   What is told to be whole is one word: it is cut as one of a script that ends where Thai begins. */
function cuts(raw, { edges, map }) {
  const text = raw.replace(RegExp(config.letters.whole, "g"), (letters) => letters.replace(/./g, "가"));
  const starts = new Set(segmenter && Array.from(segmenter.segment(text), ({ index }) => index));
  const places = [...edges.keys()].filter((i) => edges[i] & WORD || (edges[i] & EDGE && starts.has(map[i])));
  return places.slice(1).map((end, at) => ({ start: places[at], end }));
}
