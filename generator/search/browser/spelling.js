/* What was meant by words that do not occur: sounds alike, slips, the other keyboard layout. Only a fallback. */

const SOUNDS = [];
const RO = 0x23, AM = 0x33, SLIP = 2 ** 32;

/* Learn the letters, and which sound alike: like the first of their group, which may be none. */
function learn({ alphabet, sounds }) {
  for (const [code, signs] of alphabet) for (const at in signs) LETTERS[signs[at]] = code + +at;
  for (const alike of sounds) for (const letter of alike) SOUNDS[letterOf(letter)] = letterOf(alike[0]);
}

/* How codes sound: what cannot be heard is gone. `map` leads back. */
function soundOf(codes) {
  const folded = [], map = [];
  for (let i = 0; i < codes.length; i++) {
    const c = codes[i], heard = SOUNDS[c] ?? c, isVowel = c === RO && codes[i + 1] === RO;
    if (c === SILENCER) {
      /* with it goes its letter, also from under ิ and ุ */
      for (let drop = codes[i - 1] === 0x34 || codes[i - 1] === 0x38 ? 2 : 1; drop && folded.at(-1); drop--) folded.pop(), map.pop();
    } else if (heard || !c) {
      /* รร and ำ sound as ะ, ำ with ม behind it */
      folded.push(isVowel || c === AM ? 0x30 : heard); map.push(i);
      if (c === AM) folded.push(0x21), map.push(i);
      if (isVowel) i++;
    }
  }
  map.push(codes.length);
  return { codes: folded, map };
}

/* The least number of slips (wrong, missing, extra or swapped letters) between a word and any piece of a text, and
   where that is. Each number holds slips and, below them, the place where the piece begins. */
function closest(word, text, from, to, allowed) {
  let old = Array.from({ length: word.length + 1 }, (_, j) => j * SLIP + from), older = old, best = (allowed + 1) * SLIP, end = from;
  for (let i = from; i < to; i++) {
    const row = [i + 1];
    for (let j = 1; j <= word.length; j++) {
      row[j] = Math.min(
        old[j - 1] + (word[j - 1] === text[i] ? 0 : SLIP), old[j] + SLIP, row[j - 1] + SLIP,
        i > from && word[j - 1] === text[i - 1] && word[j - 2] === text[i] ? older[j - 2] + SLIP : Infinity);
    }
    if (row[word.length] < best) best = row[word.length], end = i + 1;
    older = old; old = row;
  }
  const start = best % SLIP;
  return { slips: (best - start) / SLIP, start, end };
}

/* Finds pieces of a corpus that sound or look like a word: [{codes, likeness}], the likest first. */
function spellerOf({ text, edges }) {
  const { codes: sounds, map } = soundOf(text), pairs = pairsOf(sounds), counts = new Uint8Array((sounds.length >> 2) + 64);

  /* Places where a piece that shares enough pairs of sounds with a word may begin. */
  const seeds = (word, allowed) => {
    const touched = [], ranked = [];
    let used = 0, effort = 0;
    for (const { places, at } of word.slice(1).map((code, at) => ({ at, places: pairs[(word[at] << 8) | code] })).sort((a, b) => a.places.length - b.places.length)) {
      if (used > 2 * allowed + 1 && (effort += places.length) > 60000) break;
      used++;
      for (const place of places) {
        const bucket = (place - at + 63) >> 2;
        if (!counts[bucket]++) touched.push(bucket);
      }
    }
    for (const bucket of touched) {
      const shared = counts[bucket] + Math.max(counts[bucket - 1], counts[bucket + 1]);
      if (shared >= used - 2 * allowed) (ranked[shared] ||= []).push(bucket * 4 - 64);
    }
    for (const bucket of touched) counts[bucket] = 0;
    return ranked.reverse().flat().slice(0, 60);
  };

  /* The codes of a piece of the sounds, widened to edges; none when it runs over the end of a text. */
  const piece = (start, end) => {
    const from = map[start];
    let to = map[end - 1] + 1;
    while (text[to] && !(edges[to] & END)) to++;
    const codes = text.slice(from, to);
    return codes.includes(0) ? [] : codes;
  };

  return (codes) => {
    const word = soundOf(codes).codes, size = word.length, allowed = size < 4 ? 0 : size < 8 ? 1 : size < 14 ? 2 : 3, found = new Map();
    let least = allowed;
    for (const place of size < 3 ? [] : seeds(word, allowed)) {
      const { slips, start, end } = closest(word, sounds, Math.max(0, place - allowed), place + size + allowed + 5, least);
      const codes = slips > least ? [] : piece(start, end);
      if (!codes[0]) continue;
      if (slips < least) found.clear();
      least = slips;
      found.set(keyOf(codes), { codes, likeness: 0.85 - (1.6 * slips) / size });
    }
    return [...found.values()].slice(0, 6);
  };

}

/* What the same keys write on the other layout; `keys`: what they write on the Latin one, and on the Thai one. */
function otherLayout(text) {
  const isThai = +/[ก-๛]/.test(text), { keys } = config.letters;
  return text.replace(/[^ ]/g, (key) => keys[1 - isThai][keys[isThai].indexOf(key)] || key);
}
