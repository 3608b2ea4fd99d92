/* What was meant by words that do not occur: sounds alike, slips, the other keyboard layout. Only a fallback. */

const SOUNDS = new Uint8Array(256).map((_, code) => code);
for (const alike of "ขฃคฅฆ ชฉฌ ซศษส ดฎตฏ ถฐทธฑฒ นณญ พผภ ฟฝ รลฬ หฮ ะาั ิี ึื ุู ใไ".split(" ")) {
  for (const letter of alike) SOUNDS[letter.charCodeAt(0) - 0xe00] = alike.charCodeAt(0) - 0xe00;
}
for (const silent of "่้๊๋็ฺํ๎") SOUNDS[silent.charCodeAt(0) - 0xe00] = 0;
const EFFORT = 60000, CANDIDATES = 60, SILENCER = 0x4c, RO = 0x23, MO = 0x21, AM = 0x33, A = SOUNDS[0x32];

/* How codes sound: what cannot be heard is gone. `map` leads back. */
function fold(codes, length) {
  const folded = [], map = [];
  for (let i = 0; i < length; i++) {
    const c = codes[i];
    if (c === SILENCER) {
      const vowel = folded.length && (folded[folded.length - 1] === SOUNDS[0x34] || folded[folded.length - 1] === SOUNDS[0x38]);
      for (let drop = vowel ? 2 : 1; drop && folded[folded.length - 1]; drop--) folded.pop(), map.pop();
      continue;
    }
    let sound = SOUNDS[c];
    if (!sound && c) continue;
    if (c === AM) { folded.push(A, MO); map.push(i, i); continue; }
    if (c === RO && codes[i + 1] === RO) { sound = A; i++; }
    folded.push(sound); map.push(c === RO && sound === A ? i - 1 : i);
  }
  map.push(length);
  return { codes: Uint8Array.from(folded), map: Uint32Array.from(map), length: folded.length };
}

const soundOf = (codes) => fold(codes, codes.length);

/* The least number of slips (wrong, missing, extra or swapped letters) between a word and any piece of a text; more
   than `allowed` are not told apart. */
function closest(word, text, from, to, allowed) {
  const m = word.length;
  let [old, older, row] = [[], [], []], [oldStart, olderStart, start] = [[], [], []];
  for (let j = 0; j <= m; j++) old[j] = j, oldStart[j] = from;
  let best = { slips: allowed + 1, start: from, end: from };
  for (let i = from; i < to; i++) {
    const letter = text[i], before = i > from ? text[i - 1] : 0;
    row[0] = 0; start[0] = i + 1;
    for (let j = 1; j <= m; j++) {
      let cost = old[j - 1] + (word[j - 1] === letter ? 0 : 1), begin = j === 1 ? i : oldStart[j - 1];
      if (old[j] + 1 < cost) cost = old[j] + 1, begin = oldStart[j];
      if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1, begin = start[j - 1];
      if (before && j > 1 && word[j - 1] === before && word[j - 2] === letter && older[j - 2] + 1 < cost) {
        cost = older[j - 2] + 1; begin = j === 2 ? i - 1 : olderStart[j - 2];
      }
      row[j] = cost; start[j] = begin;
    }
    if (row[m] < best.slips) best = { slips: row[m], start: start[m], end: i + 1 };
    [older, old, row] = [old, row, older];
    [olderStart, oldStart, start] = [oldStart, start, olderStart];
  }
  return best;
}

class Speller {
  constructor(corpus) {
    this.corpus = corpus;
    this.folded = fold(corpus.text, corpus.length);
    this.pairs = pairsOf(this.folded.codes, this.folded.length);
    this.known = new Map();
    this.counts = new Uint8Array((this.folded.length >> 2) + 64);
  }

  /* Pieces of the text that sound or look like a word: [{codes, likeness}], the likest first. */
  alike(codes) {
    const key = keyOf(codes);
    if (!this.known.has(key)) this.known.set(key, this.search(codes));
    return this.known.get(key);
  }

  search(codes) {
    const word = soundOf(codes).codes, m = word.length;
    const allowed = m < 4 ? 0 : m < 8 ? 1 : m < 14 ? 2 : 3;
    if (m < 3) return [];
    const found = new Map();
    for (const place of this.seeds(word, allowed)) {
      const from = Math.max(0, place - allowed - 1), to = Math.min(this.folded.length, place + m + allowed + 5);
      const { slips, start, end } = closest(word, this.folded.codes, from, to, allowed);
      if (slips > allowed) continue;
      const piece = this.piece(start, end);
      if (!piece) continue;
      const key = keyOf(piece), likeness = 0.85 - (1.6 * slips) / m;
      if (!found.has(key) || found.get(key).likeness < likeness) found.set(key, { codes: piece, likeness, slips });
    }
    const best = [...found.values()].sort((a, b) => b.likeness - a.likeness || a.codes.length - b.codes.length);
    return best.filter(({ slips }) => slips <= best[0].slips).slice(0, 6);
  }

  /* Places where a piece that shares enough pairs of sounds with a word may begin. */
  seeds(word, allowed) {
    const { starts, places } = this.pairs, { counts } = this, touched = [], pairs = [];
    for (let j = 0; j + 1 < word.length; j++) pairs.push([(word[j] << 8) | word[j + 1], j]);
    const often = ([pair]) => starts[pair + 1] - starts[pair];
    pairs.sort((a, b) => often(a) - often(b));
    let used = 0, budget = EFFORT;
    for (const [pair, j] of pairs) {
      if (used > 2 * allowed + 1 && (budget -= often([pair])) < 0) break;
      used++;
      for (let i = starts[pair]; i < starts[pair + 1]; i++) {
        const bucket = (places[i] - j + 64) >> 2;
        if (!counts[bucket]) touched.push(bucket);
        if (counts[bucket] < 255) counts[bucket]++;
      }
    }
    const needed = Math.max(1, used - 2 * allowed);
    const sums = new Uint16Array(touched.length), tallies = new Uint32Array(512);
    for (let i = 0; i < sums.length; i++) {
      const bucket = touched[i];
      sums[i] = counts[bucket] + Math.max(counts[bucket - 1] || 0, counts[bucket + 1] || 0);
      tallies[sums[i]]++;
    }
    let least = 511, candidates = 0;
    while (least > needed && candidates + tallies[least] < CANDIDATES) candidates += tallies[least--];
    const best = [];
    for (let i = 0; i < sums.length; i++) {
      if (sums[i] > least || (sums[i] === least && best.length < 2 * CANDIDATES)) best.push(touched[i] * 4 - 64);
      counts[touched[i]] = 0;
    }
    return best;
  }

  /* The codes of a folded piece, widened to edges; null when it runs over the end of a text. */
  piece(start, end) {
    const { text, edges } = this.corpus, { map } = this.folded;
    let from = map[start], to = map[end - 1] + 1;
    while (from > 0 && text[from - 1] && !(edges[from] & EDGE) && map[start] - from < 3) from--;
    while (to < text.length && text[to] && !(edges[to] & (EDGE | INSIDE))) to++;
    const codes = text.subarray(from, to);
    return codes.length && !codes.includes(0) ? [...codes] : null;
  }
}

/* What the keys that write the signs of ASCII, from ! to ~, write on the Thai layout. */
const KEYS = "+.๒๓๔฿ง๖๗๕๙มขใฝจๅ/-ภถุึคตซวฒชฬฦ๑ฤฺฉฏฎโฌ็ณ๋ษศ?์ฯญ๐ฑฆธ๊ฮ\")ํ(บฃลู๘_ฟิแกำดเ้ร่าสทืนยๆพหะีอไปัผฐฅ,%";

/* What the same keys write on the other layout. */
function otherLayout(text) {
  const isThai = /[ก-๛]/.test(text);
  return text.replace(/[^ ]/gu, (key) => (isThai ? KEYS.includes(key) && String.fromCharCode(KEYS.indexOf(key) + 33) : KEYS[key.charCodeAt(0) - 33]) || key);
}
