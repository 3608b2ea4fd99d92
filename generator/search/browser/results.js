/* What the theme is given to show: pages with their passages, extracts with marks, filters, completions. */

const SECTIONS = 6, OPEN = 2, EXTRACT = 150, TELLING = 12, COMPLETIONS = 5, COUNTED = 50;

const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

/* One page as the theme groups results: the page itself, and those of its passages that answer best. */
function group(result, query, corpus, config) {
  const { page, score, known } = result, passages = result.passages || passagesOf(result), terms = {}, best = passages[0];
  for (const each of passages.slice(0, SECTIONS + 1)) each.spots = spotsOf(query, each.passage);
  const found = passages.filter(({ passage }) => passage.level > 1).slice(0, SECTIONS)
    .filter((each) => each.score >= best.score / 4);
  const isSection = best.passage.level > 1;
  const top = passages.find(({ passage }) => passage.level === 1) || { passage: page.root };
  top.spots = top.spots || spotsOf(query, page.root);
  const root = entry(top, corpus, config, score - (isSection ? 0.01 : 0), terms);
  const sections = found.map((each, at) => entry(each, corpus, config, at < OPEN ? score : score * Math.min(0.99, each.score / best.score), terms));
  const ordered = Object.keys(terms).sort((a, b) => b.length - a.length).slice(0, 8);
  const shared = Object.fromEntries(ordered.map((term) => [term, true]));
  query.units.forEach((unit, at) => {
    if (!known[at] && unit.end - unit.start > 2) shared[query.raw.slice(query.map[unit.start], query.map[unit.end]).trim()] = false;
  });
  for (const each of [root, ...sections]) each.terms = shared;
  return isSection ? [...sections, root] : [root, ...sections];
}

function entry({ passage, spots }, corpus, config, score, terms) {
  const stretches = new Map();
  for (const spot of spots) {
    const { stretch } = spot;
    if (!stretches.has(stretch)) stretches.set(stretch, []);
    stretches.get(stretch).push(spot);
  }
  let heading = null, text = "", most = -1;
  for (const [at, own] of stretches) {
    const stretch = corpus.stretches[at];
    if (stretch.weight > 1) heading = marked(stretch, own, Infinity, terms);
    else {
      const worth = stretch.weight * new Set(own.map((spot) => spot.place >> 3)).size;
      if (worth > most) most = worth, text = marked(stretch, own, EXTRACT, terms);
    }
  }
  if (!text) text = marked({ start: 0, raw: passage.text.split("\n").find((block) => block.length > TELLING) || "" }, [], EXTRACT, terms);
  const section = passage.section && passage.section.level > 1 ? `${escape(passage.section.title)} › ` : "";
  const shown = { location: passage.location, title: section + (heading || escape(passage.title)), text, score, terms: {} };
  if (passage.people.length) shown.tags = passage.people.map((person) => escape(config.people[person]));
  return shown;
}

/* A stretch, or an extract of it around most of its spots, with the spots marked. */
function marked({ start, raw }, spots, size, terms) {
  const { map } = normalise(raw);
  const ranges = [];
  for (const { place, size: length } of spots) ranges.push([map[place - start], endOf(raw, map, place - start + length)]);
  ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const joined = [];
  let last = [0, -1];
  for (const range of ranges) {
    if (range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else joined.push((last = range));
  }
  for (const [from, to] of joined) for (const word of raw.slice(from, to).split(/\s+/)) if (word) terms[word] = true;
  let begin = 0, most = -1;
  for (const [from] of joined) {
    const inside = joined.filter(([a, b]) => a >= from && b <= from + size);
    const length = inside.reduce((sum, [a, b]) => sum + b - a, 0);
    if (length > most) most = length, begin = from;
  }
  const shown = clipped(raw, begin, size);
  let html = shown.from ? "…" : "", at = shown.from;
  for (const [from, to] of joined) {
    if (to <= at || from >= shown.to) continue;
    html += `${escape(raw.slice(at, Math.max(at, from)))}<mark>${escape(raw.slice(Math.max(at, from), Math.min(to, shown.to)))}</mark>`;
    at = Math.min(to, shown.to);
  }
  return html + escape(raw.slice(at, shown.to)) + (shown.to < raw.length ? "…" : "");
}

/* Where codes that end before `end` end in the text: after the last one and its marks, not after spaces or signs. */
function endOf(raw, map, end) {
  let to = map[end];
  while (to > map[end - 1] + 1 && !LETTERS[raw.charCodeAt(to - 1)]) to--;
  return to;
}

/* A window of a text that begins a little before a place and ends between clusters. */
function clipped(raw, place, size) {
  if (raw.length <= size) return { from: 0, to: raw.length };
  const fit = (at) => { while (at > 0 && at < raw.length && !isBreak(raw, at)) at--; return at; };
  const from = fit(Math.max(0, Math.min(place - 30, raw.length - size)));
  return { from, to: fit(Math.min(raw.length, from + size)) };
}

function isBreak(raw, at) {
  const after = LETTERS[raw.charCodeAt(at)], before = LETTERS[raw.charCodeAt(at - 1)];
  return !(after < 100 && after && (follows(after) || leads(before))) && !(after >= 100 && before >= 100);
}

/* The query's words, and the filters written in it as name:value with _ for spaces. */
function withoutFilters(text, filters) {
  const chosen = {};
  const words = text.split(/\s+/).filter((part) => {
    const at = part.indexOf(":"), name = part.slice(0, at);
    if (at > 0 && part.length > at + 1 && filters.includes(name)) return void (chosen[name] = part.slice(at + 1).replace(/_/g, " "));
    return true;
  }).join(" ");
  return { words, chosen };
}

/* What a passage counts as, in the order of the filters: group of pages, kind, people. */
function facetsOf({ page, kind, people }) {
  return [page.groups, kind ? [kind] : [], people.map((each) => config.people[each])];
}

function countFacets(pages, filters) {
  const counts = filters.map(() => new Map()), least = pages.length ? pages[0].score * LEAST : 0;
  for (const { page, score, scores } of pages.slice(0, COUNTED)) {
    if (score < least) break;
    const values = filters.map(() => new Set());
    for (let id = page.first; id < page.last; id++) {
      if (scores[id]) facetsOf(corpus.passages[id]).forEach((own, at) => own.forEach((value) => values[at].add(value)));
    }
    values.forEach((own, at) => own.forEach((value) => counts[at].set(value, (counts[at].get(value) || 0) + 1)));
  }
  return filters.map((name, at) => ({ name, values: [...counts[at]].sort((a, b) => b[1] - a[1]).slice(0, 8) }));
}

/* Pages with only the passages that every chosen filter lets through. */
function filtered(pages, chosen, filters) {
  const entries = Object.entries(chosen);
  if (!entries.length) return pages;
  return pages.map((page) => {
    const all = passagesOf(page), passages = all.filter(({ passage }) => entries.every(([name, value]) => facetsOf(passage)[filters.indexOf(name)].includes(value)));
    return { ...page, passages, score: passages.length ? page.score * passages[0].score / all[0].score : 0 };
  }).filter(({ passages }) => passages.length).sort((a, b) => b.score - a.score);
}

/* What a person may be about to type: titles, headings and names, normalised once. */
function phrasesOf(corpus, groups) {
  const phrases = new Map();
  const add = (raw, weight) => {
    const text = raw.replace(/^[\d.]+\s+/, "").trim();
    if (text.length < 3 || text.length > 70 || phrases.has(text)) return;
    const { codes } = normalise(text);
    phrases.set(text, { text, codes, key: keyOf(codes), weight });
  };
  for (const page of corpus.pages) add(page.title, 3);
  for (const names of groups) for (const name of names) add(name, 2);
  for (const { title } of corpus.passages) add(title, 1);
  return [...phrases.values()];
}

/* Phrases that go on from what is typed, and that still begin with it letter for letter. */
function complete(text, phrases) {
  const typed = text.replace(/^\s+/, "");
  const { codes } = normalise(typed), key = keyOf(codes);
  if (codes.length < 2) return [];
  const found = phrases.filter((phrase) => phrase.key.startsWith(key) && phrase.key !== key && phrase.text.startsWith(typed));
  const more = found.length < COMPLETIONS ? phrases.filter((phrase) => !phrase.key.startsWith(key) && phrase.key.includes(key) && phrase.weight > 1) : [];
  const order = (a, b) => b.weight - a.weight || a.codes.length - b.codes.length;
  return [...found.sort(order), ...more.sort(order)].slice(0, COMPLETIONS).map((phrase) => phrase.text);
}

/* Phrases that sound most like a query that nothing answers. */
function nearest(query, phrases) {
  const word = soundOf(query.codes).codes;
  return phrases.filter(({ weight }) => weight > 1).map((phrase) => {
    const sound = soundOf(phrase.codes).codes;
    const [short, long] = word.length < sound.length ? [word, sound] : [sound, word];
    return { text: phrase.text, far: closest(short, long, 0, long.length, short.length).slips / short.length };
  }).sort((a, b) => a.far - b.far).slice(0, COMPLETIONS).filter(({ far }) => far < 0.75).map(({ text }) => text);
}
