/* What the theme is given to show: pages with their passages, extracts with marks, filters, completions. */

const EXTRACT = 150, COMPLETIONS = 4, ASIDE = 0.05;

const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/* One page as the theme groups results: the page itself, and those of its passages that answer best. */
function group({ page, score, known, passages }, query) {
  const terms = {}, root = entry(query, page.root, score), { asked, value, units } = query, [anchor, isOwn, ...lines] = page.root.answers?.[asked?.kind] || [];
  const sections = passages.filter((each) => each.passage.level > 1 && each.score >= passages[0].score / 4).slice(0, 6)
    .map(({ passage }, at) => entry(query, passage, at < 2 ? score : 0));
  const entries = [...sections, root], location = `${root.location}#${anchor}`;
  /* what a page answers as a whole: who, where the query asks no more than that; or that nothing is said */
  if (anchor && (isOwn || query.isTold(value, page.root.id * units.length, 4)) && !passages.some(({ passage }) => passage.also === asked.kind)) {
    entries.splice(0, sections.length, { location, title: asked.title, text: lines.map(safe).join("<br>") || asked.none, score }, ...sections.filter((each) => each.location !== location));
  }
  /* units that the page has not, as words of the query: with those typed to them that it has not either */
  const missing = {};
  let from;
  query.units.forEach((unit, at) => {
    if (known[at]) return;
    if (known[at - 1] !== 0 || query.edges[unit.start] & WORD) from = unit;
    missing[from.start] = query.typed(from, unit);
  });
  for (const word of Object.values(missing)) if (word[2]) terms[word] = false;
  for (const each of entries) each.terms = terms;
  return entries;
}

function entry(query, passage, score) {
  const { section } = passage, spots = spotsOf(query, passage);
  let heading = safe(passage.title), text = "", most = -1;
  for (const stretch of new Set(spots.map((each) => each.stretch))) {
    const own = spots.filter((each) => each.stretch === stretch), worth = stretch.weight * new Set(own.map(({ place }) => place >> 3)).size;
    if (stretch.weight > BODY) heading = marked(stretch, own, Infinity);
    else if (worth > most) most = worth, text = marked(stretch, own, EXTRACT);
  }
  if (!text) text = marked({ start: 0, raw: passage.text.split("\n").find((block) => block.length > 12) || "" }, [], EXTRACT);
  const title = (section?.level > 1 ? `${safe(section.title)} › ` : "") + heading, said = (title + text).replace(/<.?mark>/g, "");
  const tags = passage.people.map((person) => safe(config.people[person])).filter((name) => !said.includes(name));
  return { location: passage.location, title, text, score, tags: tags[0] && tags };
}

/* A stretch, or an extract of it from a little before most of its spots, with the spots marked. */
function marked({ start, raw }, spots, size) {
  const { map, edges } = normalise(raw), marks = Array(raw.length).fill(0), breaks = map.filter((_, at) => edges[at] & EDGE);
  for (const { place, size: length } of spots) {
    const end = place - start + length;
    let to = map[end];
    while (to > map[end - 1] + 1 && !LETTERS[raw.charCodeAt(to - 1)]) to--;
    marks.fill(1, map[place - start], to);
  }
  const runs = [...marks.join("").matchAll(/1+/g)].map((run) => [run.index, run.index + run[0].length]);
  let begin = 0, most = 0;
  for (const [from] of runs) {
    const length = marks.slice(from, from + size).filter((each) => each).length;
    if (length > most) most = length, begin = from;
  }
  const breakAt = (at) => breaks.filter((each) => each <= at).pop() || 0;
  const first = breakAt(Math.min(begin - 30, raw.length - size)), last = breakAt(first + size);
  let html = first ? "…" : "", at = first;
  for (const [from, to] of runs) {
    if (from < at || from >= last) continue;
    html += `${safe(raw.slice(at, from))}<mark>${safe(raw.slice(from, Math.min(to, last)))}</mark>`;
    at = Math.min(to, last);
  }
  return html + safe(raw.slice(at, last)) + (last < raw.length ? "…" : "");
}

/* The query's words, and the values of the filters written in it as name:value with _ for spaces, in their order. From
   then on only what `fits` is found: "…" must stand there, -… must not. */
function parse(text, filters) {
  const chosen = [], rules = [];
  found = {};
  const rule = (text, isOut) => {
    const { codes } = normalise(text);
    if (codes[0]) rules.push([isOut, new Set(corpus.find(codes).map((place) => corpus.stretchOf[place].passage))]);
  };
  const words = text.replace(/["“]([^"”]+)["”]/g, (_, phrase) => (rule(phrase), ` ${phrase} `)).split(/\s+/).filter((part) => {
    const [, name, value] = /^(.+?):(.+)/.exec(part) || [], at = filters.indexOf(name);
    if (part[0] === "-") return rule(part, true);
    if (at < 0) return true;
    chosen[at] = value.replace(/_/g, " ");
    return false;
  }).join(" ").trim();
  fits = (passage) => rules.every(([isOut, said]) => (isOut ? !said.has(passage) && !said.has(passage.page.root) : said.has(passage)));
  return { words, chosen };
}

/* What a passage counts as, in the order of the filters: group of pages, kind, people. */
const facetsOf = ({ page, kind, people }) => [page.groups, kind ? [kind] : [], people.map((each) => config.people[each])];

/* The pages to show, with the passages that every chosen filter lets through. What is only an aside comes last. */
const answering = (pages, chosen) => pages.map((page) => {
  const { all } = page, passages = all.filter(({ passage }) => facetsOf(passage).every((values, at) => !chosen[at] || values.includes(chosen[at])));
  return { ...page, passages, score: passages.length && page.score * passages[0].score / all[0].score };
}).filter(({ score }) => score).sort((a, b) => (a.page.boost < ASIDE) - (b.page.boost < ASIDE) || b.score - a.score)
  .filter(({ score }, _, [best]) => score >= best.score * LEAST).slice(0, 30);

/* What is shown around the result list; see `list.js`. */
function around(text, chosen, pages, offers, note) {
  const { words, filters } = config, partOf = (name, value) => ` ${name}:${value.replace(/\s+/g, "_")}`;
  return {
    label: words.filters,
    offers: offers.map((queries, at) => [words.offers[at], queries]),
    doors: [[words.beside, words.sites, `?q=${encodeURIComponent(text)}`], [note + words.areas, pages[0] ? [] : words.groups, ""]],
    facets: filters.map((name, at) => {
      const counts = new Map(), own = chosen[at];
      for (const { passages } of pages) for (const value of new Set(passages.flatMap(({ passage }) => facetsOf(passage)[at]))) counts.set(value, (counts.get(value) || 0) + 1);
      const values = [...counts].filter(([, count]) => count < pages.length).sort((a, b) => b[1] - a[1]).slice(0, COMPLETIONS);
      return [name, own, own ? [[`${own} ×`, partOf(name, own)]] : values[1] ? values.map(([value, count]) => [`${value} (${count})`, partOf(name, value)]) : []];
    }).sort((a, b) => !a[1] - !b[1]),
  };
}

/* What a person may be about to type: titles, headings and names, normalised once. */
function phrasesOf() {
  const phrases = new Map();
  const add = (raw, weight) => {
    const text = raw.replace(/^[\d.]+\s+/, "").trim();
    if (text.length < 3 || text.length > 70 || phrases.has(text)) return;
    const { codes } = normalise(text);
    phrases.set(text, { text, codes, key: keyOf(codes), weight });
  };
  for (const page of corpus.pages) add(page.title, 3);
  for (const names of config.names) for (const name of names) add(name, 2);
  for (const { title } of corpus.passages) add(title, 1);
  return [...phrases.values()];
}

/* Phrases that hold what is typed: those that begin with it letter for letter first. */
function complete(text, phrases) {
  const typed = text.trimStart(), key = keyOf(normalise(typed).codes);
  const worth = (phrase) => phrase.weight + (phrase.text.startsWith(typed) ? 9 : 0);
  return key.length < 2 ? [] : phrases.filter((phrase) => phrase.key.includes(key) && phrase.key !== key && worth(phrase) > 1)
    .sort((a, b) => worth(b) - worth(a) || a.key.length - b.key.length).slice(0, COMPLETIONS).map(({ text }) => text);
}

/* Phrases that sound much like a query that nothing answers: long ones less. */
function nearest(query, phrases) {
  const word = soundOf(query.codes).codes, farFrom = (codes) => (closest(word, codes, 0, codes.length, word.length).slips + (codes.length - word.length) / 4) / word.length;
  return phrases.filter(({ weight }) => weight > 1).map(({ text, codes }) => [text, farFrom(soundOf(codes).codes)])
    .filter(([, far]) => far < 0.3).sort((a, b) => a[1] - b[1]).slice(0, COMPLETIONS).map(([text]) => text);
}
