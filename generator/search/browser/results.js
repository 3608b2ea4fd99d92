/* What the theme is given to show: pages with their passages, extracts with marks, filters, completions. */

const EXTRACT = 170, COMPLETIONS = 4, ASIDE = 0.05, OUTCOME = "outcome";

/* One page as the theme groups results: the page itself, and those of its passages that answer best. */
function group({ page, score, known, passages }, query) {
  const terms = {}, root = entry(query, page, score), { asked, open, value, units } = query, [anchor, isOwn, ...lines] = page.answers?.[asked.kind] || [];
  /* where the title says all, what only names it tells nothing more */
  const sections = passages.filter((each) => each.isMeant || each.passage.level > 1 && each.score >= passages[0].score / 4 && units.some((_, at) => value[each.row * units.length + at] > WEAK || value[page.id * units.length + at] < SAID))
    .sort((a, b) => b.isMeant - a.isMeant).slice(0, 6).map(({ passage }, at) => entry(query, passage, at < 2 ? score : 0));
  const isStep = ({ kind, level }) => level > 6 && kind === config.wants[0]?.[1];
  /* what follows on the step that is asked about: any step, or the next that answers what is asked, before it where none is behind it */
  const [step] = passages.map(({ passage }) => passage).filter(isStep), isNext = asked.kind === "next", { isMeant } = passages[0];
  const next = step && !(isNext ? step.also.includes(OUTCOME) && !step.silent : isMeant || anchor) && [...corpus.passages.slice(step.id + 1, page.last), ...(isNext ? [] : corpus.passages.slice(page.id, step.id))].find((each) => isStep(each) && (isNext || each.also.includes(asked.kind)));
  /* what a page answers as a whole: who, where the query asks no more than that; or that nothing is said */
  const isAnswer = anchor && (isOwn && !isMeant || query.isTold(value, page.id * units.length, 4)) && (lines[0] || !passages.some(({ isMeant }) => isMeant));
  const first = next ? { ...entry(query, next, score), ...(isNext && { text: `${marked(asked.title)} “${marked(step.title)}”` }) }
    : isAnswer && { location: `${root.location}#${anchor}`, title: marked(asked.title), text: (lines[0] ? lines : [asked.none]).map((raw) => marked(raw)).join("<br>"), score };
  /* units that the page has not, as words of the query: with those typed to them that it has not either */
  const missing = units.filter((unit, at) => !known[at] && (!asked.kind || open.includes(unit)));
  for (const word of query.raw.replace(/./g, (sign, at) => (missing.some(({ start, end }) => at >= query.map[start] && at < query.map[end]) ? sign : " ")).split(/ +/)) if (word[2]) terms[word] = false;
  return [first, ...sections.filter((each) => each.location !== first?.location), root].filter(Boolean).map((each) => ({ ...each, terms }));
}

function entry(query, passage, score) {
  const { section } = passage, spots = spotsOf(query, passage);
  let heading = marked(passage.title), text = "", most = -1;
  for (const stretch of new Set(spots.map((each) => each.stretch))) {
    const own = spots.filter((each) => each.stretch === stretch), worth = stretch.weight * new Set(own.map(({ place }) => place >> 3)).size;
    if (stretch.weight > BODY) heading = marked(stretch.raw, own, Infinity, stretch.start);
    else if (worth > most) most = worth, text = marked(stretch.raw, own, EXTRACT, stretch.start);
  }
  /* what tells nothing itself shows what stands below it */
  if (!text) text = marked(passage.text.split("\n").find((block) => block.length > 20) || corpus.passages.slice(passage.id + 1, passage.id + 3).filter((each) => each.section === passage && fits(each)).map((each) => each.title).join(" "), [], EXTRACT);
  const told = passage.site || passage.silent && query.asked.kind === OUTCOME && query.asked.none;
  if (told) text = marked(told);
  const title = (section?.level > 1 ? `${marked(section.title)} › ` : "") + heading, said = plain(/who/.test(query.asked.kind) ? heading : heading + text);
  const tags = passage.people.filter((person) => !said.includes(plain(config.people[person]))).map((person) => marked(config.people[person]));
  return { location: passage.location, title, text, score, tags: tags[0] && tags };
}

/* A stretch, or an extract of it around most of its spots, in whole words. Marked are those that the spots
   cover. Texts tell where words end: at a space, at \u200b, where a line may end too, and at \u2060 and \xa0, where none may. */
function marked(raw, spots = [], size = Infinity, start = 0) {
  const { map } = normalise(raw), hits = new Set(spots.flatMap(({ place, size }) => map.slice(place - start, place - start + size)));
  const breaks = [0, ...Array.from(raw.matchAll(/[ \u200b]/g), ({ index }) => index + 1), raw.length], breakAt = (at) => breaks.filter((each) => each <= at).pop() || 0;
  /* how much of the query stands behind a place */
  const told = (from) => new Set(spots.filter(({ place }) => place >= from && place < from + size * 0.6).map((each) => each.from)).size;
  const begin = spots.reduce((best, { place }) => (told(place) > told(best) ? place : best), spots[0]?.place), first = breakAt(Math.min(map[begin - start] - 40, raw.length - size)), last = breakAt(first + size + 20);
  let done = first, html = first ? "…" : "";
  for (const part of raw.slice(first, last).split(/(?<=[ \u200b])/)) {
    const words = part.replace(/([\p{L}\p{N}][\p{L}\p{M}\p{N}.]*)|[&<\u2060\u200b]/gu, (sign, word, index) => {
      const own = map.filter((each) => each >= done + index && each < done + index + sign.length);
      return !word ? sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "" : own[0] >= 0 && own.every((each) => hits.has(each)) ? `<mark>${word}</mark>` : word;
    }).trim();
    html += (part.length > 2 && part.length < 30 ? `<span class=word>${words}</span>` : words) + (/ $/.test(part) ? " " : "<wbr>");
    done += part.length;
  }
  return html.replace(/(<wbr>| )$/, "") + (last < raw.length ? "…" : "");
}

/* A text as it was written. */
const plain = (text) => text.replace(/<[^>]+>|[\u200b\u2060]/g, "").replace(/\s/g, " ");

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
  fits = (passage) => rules.every(([isOut, said]) => (isOut ? !said.has(passage) && !said.has(passage.page) : said.has(passage)));
  return { words, chosen };
}

/* What a passage counts as, in the order of the filters: group of pages, kind, people. */
const facetsOf = ({ page, kind, people }) => [page.groups, kind ? [kind] : [], people.map((each) => plain(config.people[each]))];

/* The pages to show, with the passages that every chosen filter lets through. */
const answering = (pages, chosen) => ordered(pages.map((page) => {
  const { all } = page, passages = all.filter(({ passage }) => facetsOf(passage).every((values, at) => !chosen[at] || values.includes(chosen[at])));
  return { ...page, passages, score: passages.length && page.score * passages[0].score / all[0].score };
})).filter(({ score }, _, [best]) => score >= best.score * LEAST).slice(0, 30);

/* What is shown around the result list; see `list.js`. */
function around(typed, text, chosen, pages, offers, note) {
  const { words, filters } = config, lineOf = (name, links) => [marked(name), links.map(([text, ...rest]) => [marked(text), ...rest])], partOf = (name, value) => ` ${name}:${value.replace(/\s+/g, "_")}`, asking = (query) => `?q=${encodeURIComponent(query)}`;
  return {
    label: words.filters,
    offers: offers.map((queries, at) => lineOf(words.offers[at], queries.map((each) => [each, asking(each)]))),
    doors: [[...lineOf(words.beside, words.sites), asking(text)], [...lineOf(pages[0] ? note : (note && `${note}\n`) + words.areas, pages[0] ? [] : words.groups), ""]],
    facets: [...filters.keys()].sort((a, b) => !chosen[a] - !chosen[b]).map((at) => {
      const counts = new Map(), own = chosen[at], name = filters[at];
      for (const { passages } of pages) for (const value of new Set(passages.flatMap(({ passage }) => facetsOf(passage)[at]))) counts.set(value, (counts.get(value) || 0) + 1);
      const values = [...counts].filter(([, count]) => count < pages.length).sort((a, b) => b[1] - a[1]).slice(0, COMPLETIONS);
      return lineOf(name, own ? [[`${own} ×`, asking(` ${typed}`.replace(partOf(name, own), "").trim()), "finder__chip--chosen"]] : values[1] ? values.map(([value, count]) => [`${value} (${count})`, asking(typed.trim() + partOf(name, value))]) : []);
    }),
  };
}

/* What a person may be about to type: titles, headings and names, normalised once. */
function phrasesOf() {
  const phrases = new Map();
  const add = (raw, weight) => {
    const text = plain(raw).replace(/^[\d.]+\s*/, "").trim();
    if (!text[2] || text[70] || phrases.has(text)) return;
    const { codes } = normalise(text);
    phrases.set(text, { text, codes, key: keyOf(codes), weight });
  };
  for (const page of corpus.pages) add(page.title, 3);
  /* of names only those of what there is */
  for (const group of names) if (group.slice(0, 2).some(({ codes }) => corpus.find(codes)[0])) for (const { name } of group) add(name, 2);
  for (const { title } of corpus.passages) add(title, 1);
  return [...phrases.values()];
}

/* Phrases that hold what is typed: those that begin with it letter for letter first. */
function complete(typed) {
  const key = keyOf(normalise(typed).codes);
  const worth = (phrase) => phrase.weight + (phrase.text.startsWith(typed) ? 9 : 0);
  return phrases.filter((phrase) => key[1] && phrase.key.includes(key) && phrase.key !== key && worth(phrase) > 1)
    .sort((a, b) => worth(b) - worth(a) || a.key.length - b.key.length).slice(0, COMPLETIONS).map(({ text }) => text);
}

/* Phrases that sound much like a query that nothing answers: long ones less. */
function nearest(query, most = 0.3) {
  const word = soundOf(query.codes).codes, farFrom = (codes) => (closest(word, codes, 0, codes.length, word.length).slips + (codes.length - word.length) / 4) / word.length;
  return phrases.filter(({ weight }) => weight > 1).map(({ text, codes }) => [text, farFrom(soundOf(codes).codes)])
    .filter(([, far]) => far < most).sort((a, b) => a[1] - b[1]).slice(0, COMPLETIONS).map(([text]) => text);
}
