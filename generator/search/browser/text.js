/* How text is compared: one code a letter, without spaces, so that what is written apart and together is the same. */

/* What a place may be: an edge, a word's boundary, both; words begin at a START. What is found may end at any END: an edge,
   or inside a word of letters (4). */
const EDGE = 1, WORD = 2, START = 3, END = 5, SILENCER = 0x4c;
/* Thai letters below 100, Latin ones from 100, digits from 130, others from 150; 0 for all that is no letter. */
const LETTERS = Uint8Array.from({ length: 65536 }, (_, at) => {
  const sign = String.fromCharCode(at), c = sign.toLowerCase().charCodeAt(0);
  if (!/[\p{L}\p{N}\p{Mn}]/u.test(sign) || /[ฯๆ]/.test(sign)) return 0;
  return (c ^ 0xe50) < 10 ? (c ^ 0xe50) + 130 : c < 58 ? c + 82 : c < 123 ? c + 3 : c > 0xe00 && c < 0xe50 ? c - 0xe00 : 150 + c % 100;
});

const leads = (c) => c >= 0x40 && c <= 0x44;
const follows = (c) => c >= 0x30 && c < 0x4f && !leads(c);
/* 1 Thai, 2 other letters, 3 digits and the point between them, 0 other signs inside numbers */
const script = (c) => (c < 100 ? 1 : c < 130 || c > 149 ? 2 : c < 141 ? 3 : 0);
const codeAt = (raw, at) => LETTERS[raw.charCodeAt(at)];

/* Codes of a text; `edges` says what each place may be: EDGE of a cluster, WORD boundary, 4 inside a word of letters;
   `map` leads back to the text. One entry more than codes stands at the end of `edges` and `map`. */
function normalise(raw) {
  const codes = [], edges = [], map = [], text = raw.replace(/เเ/g, "แ\xad").replace(/ฯลฯ/g, "   ");
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
    const code = codeAt(text, i), at = i, sign = text[i];
    if (follows(code)) {
      /* Marks and vowels behind a letter, each once and in one order; ํ and า are ำ. */
      const marks = new Set([code]);
      while (follows(codeAt(text, i + 1))) marks.add(codeAt(text, ++i));
      if (marks.has(0x32) && marks.delete(0x4d)) marks.delete(0x32), marks.add(0x33);
      for (const mark of [...marks].sort()) put(mark, at);
    } else if (code) put(code, i);
    else if (/[./]/.test(sign) && !isApart && script(codes.at(-1)) === 3 && script(codeAt(text, i + 1)) === 3) put(sign.charCodeAt(0) + 94, i);
    else if (!/[.ฯๆ\p{Cf}]/u.test(sign)) isApart = true;
  }
  edges.push(START); map.push(raw.length);
  return { codes, edges, map };
}

const keyOf = (codes) => String.fromCharCode(...codes);

const segmenter = Intl.Segmenter && new Intl.Segmenter("th", { granularity: "word" });

/* Places in the codes where words begin, and their end; without a segmenter, only what spaces and signs tell. Letters with
   a full stop behind each are one word. */
function cuts(raw, { edges, map }) {
  const text = raw.replace(/([ก-ฮ]\.){2,}/g, (letters) => letters.replace(/./g, 0)).replace(/([ก-๛]{2})\./g, "$1 ");
  const starts = new Set(segmenter && Array.from(segmenter.segment(text), ({ index }) => index));
  return [...edges.keys()].filter((i) => edges[i] & WORD || (edges[i] & EDGE && starts.has(map[i])));
}
