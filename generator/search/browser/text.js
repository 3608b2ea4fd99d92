/* How text is compared: one code a letter, without spaces, so that what is written apart and together is the same. */

const LETTERS = new Uint8Array(65536);
const SLASH = 141, DOT = 140, EDGE = 1, WORD = 2, INSIDE = 4;
for (let c = 0x80; c < 65536; c++) if (/[\p{L}\p{N}]/u.test(String.fromCharCode(c))) LETTERS[c] = 150 + c % 100;
for (let c = 0xe01; c < 0xe4f; c++) LETTERS[c] = c - 0xe00;
for (let c = 0; c < 26; c++) LETTERS[97 + c] = 100 + c;
for (let c = 0; c < 10; c++) LETTERS[48 + c] = 130 + c;
for (const c of [0xe2f, 0xe3f, 0xe46]) LETTERS[c] = 0;

const isMark = (c) => c === 0x31 || (c >= 0x34 && c <= 0x3a) || (c >= 0x47 && c <= 0x4e);
const follows = (c) => isMark(c) || c === 0x30 || c === 0x32 || c === 0x33 || c === 0x45;
const leads = (c) => c >= 0x40 && c <= 0x44;
const isDigit = (c) => c >= 130 && c < 140;
const isTone = (c) => c >= 0x48 && c <= 0x4b;
/* 1 Thai, 2 Latin, 3 digits, 4 others, 0 signs inside numbers */
const script = (c) => (c < 100 ? 1 : c < 130 ? 2 : c < 140 ? 3 : c < 150 ? 0 : 4);
const rank = (c) => (isTone(c) ? 1 : c === 0x4c ? 2 : c === 0x4d ? 3 : 0);

/* Codes of a text; `edges` says what each place may be: EDGE of a cluster, WORD boundary, INSIDE a Latin word;
   `map` leads back to the text. One entry more than codes stands at the end of `edges` and `map`. */
function normalise(raw) {
  const codes = [], edges = [], map = [];
  let apart = true;
  const put = (c, at) => {
    const before = codes.length ? codes[codes.length - 1] : 0, kind = script(c);
    const isNew = apart || !before || kind !== script(before);
    let edge = EDGE;
    if (isNew) edge |= WORD;
    else if (kind === 2 || kind === 4) edge = INSIDE;
    else if (kind === 3) edge = 0;
    if (kind === 1 && codes.length && !apart && (follows(c) || leads(before))) edge = 0;
    codes.push(c); edges.push(edge); map.push(at);
    apart = false;
  };
  for (let i = 0; i < raw.length; i++) {
    let c = raw.charCodeAt(i);
    if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
    if (c >= 65 && c <= 90) c += 32;
    else if (c >= 0xe50 && c <= 0xe59) c += 48 - 0xe50;
    else if (c > 0x7f && c < 0xe00) c = raw[i].toLowerCase().charCodeAt(0);
    if (c === 0xad || c === 0xfeff || (c >= 0x200b && c <= 0x200f) || c === 0x2060) continue;
    const code = LETTERS[c];
    if (!code) {
      if (c === 0xe2f && raw.startsWith("ลฯ", i + 1)) i += 2;
      const inNumber = isDigit(codes[codes.length - 1]) && !apart && /[0-9๐-๙]/.test(raw[i + 1]);
      if ((c === 46 || c === 47) && inNumber) put(c === 46 ? DOT : SLASH, i);
      else if (c !== 46 && c !== 0xe2f && c !== 0xe46) apart = true;
      continue;
    }
    if (code === 0x40 && raw.charCodeAt(i + 1) === 0xe40) { put(0x41, i++); continue; }
    if (code < 100 && isMark(code)) {
      const marks = new Set([code]);
      const at = i;
      while (isMark(LETTERS[raw.charCodeAt(i + 1)])) marks.add(LETTERS[raw.charCodeAt(++i)]);
      const am = marks.has(0x4d) && raw.charCodeAt(i + 1) === 0xe32;
      if (am) marks.delete(0x4d);
      for (const mark of [...marks].sort((a, b) => rank(a) - rank(b))) put(mark, at);
      if (am) put(0x33, i++);
      continue;
    }
    if (code === 0x33 && isTone(LETTERS[raw.charCodeAt(i + 1)])) { put(LETTERS[raw.charCodeAt(i + 1)], i); put(code, i++); continue; }
    put(code, i);
  }
  edges.push(EDGE | WORD); map.push(raw.length);
  return { codes, edges, map };
}

const keyOf = (codes) => String.fromCharCode(...codes);

const segmenter = typeof Intl === "object" && Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;

/* Places in the codes where words begin; without a segmenter, every third cluster. */
function cuts(raw, { codes, edges, map }) {
  const starts = new Set([0]);
  if (segmenter) for (const { index } of segmenter.segment(raw)) starts.add(index);
  const places = [];
  for (let i = 0, clusters = 0; i < codes.length; i++) {
    if (edges[i] & EDGE) clusters++;
    const isStart = edges[i] & WORD || (edges[i] & EDGE && (segmenter ? starts.has(map[i]) : clusters > 3));
    if (isStart) places.push(i), (clusters = 1);
  }
  places.push(codes.length);
  return places;
}
