/* The theme's search worker: takes the index, then answers queries. */

const GOOD = 0.9;
let corpus, names, asking, asked, beside, config, speller, phrases, admits, fits;

function setUp(data) {
  config = data.config;
  for (const doc of data.docs) if (doc.names >= 0) doc.text += `\n${config.names[doc.names].join(", ")}`;
  corpus = new Corpus(data.docs);
  hear(config.letters);
  names = config.names.map((group) => group.map((name) => {
    const normal = normalise(name), places = cuts(name, normal), { codes } = normal;
    return { key: keyOf(codes), codes, words: places.slice(1).map((end, at) => codes.slice(places[at], end)) };
  }).filter(({ key }) => key[1]));
  const keysOf = (words) => words.map((word) => keyOf(normalise(word).codes));
  asking = keysOf(config.asking);
  beside = keysOf(config.beside);
  asked = config.asked.map(([kind, words, title, none, nothing]) => ({ kind, keys: keysOf(words), title, none, nothing }));
  phrases = phrasesOf(corpus, config.names);
}

const needSpeller = () => speller ||= spellerOf(corpus);

const ask = (text) => {
  const query = new Query(text, corpus, names, asking), pages = rankPages(query);
  return { query, pages, coverage: pages.find(({ page }) => page.boost > ASIDE)?.coverage || 0 };
};

/* Ranked pages for a text; what is in doubt is mended, or was typed on the other layout. */
function answer(text) {
  const answered = ask(text), { query, pages, coverage } = answered, major = pages.find(({ page }) => page.boost > MINOR);
  const isDoubtful = query.units.map(({ start, end }, at) => !(major ? major.known[at] > WEAK : corpus.find(query.codes.slice(start, end)).length));
  if (coverage < (/[ก-๛]/.test(text) ? WEAK : GOOD)) {
    const meant = otherLayout(text, config.letters.keys), turned = ask(meant);
    if (turned.coverage > GOOD && turned.query.codes.length >= 2 * turned.query.units.length) return { ...turned, meant };
  }
  if (!isDoubtful.includes(true)) return answered;
  query.mend(needSpeller(), isDoubtful);
  return { query, pages: rankPages(query) };
}

/* The words of a query without what it says of them: "…" is exact, -… is left out. */
function strictly(text) {
  const exact = [], left = [];
  const words = text.replace(/(?:(^|\s)-)?["“”]([^"“”]+)["“”]|(?:^|\s)-(\S+)/g, (_, minus, phrase, word) => {
    const isExact = phrase && minus === undefined;
    (isExact ? exact : left).push(phrase || word);
    return ` ${isExact ? phrase : ""} `;
  }).trim();
  /* the passages that say a text, and their pages */
  const [needed, refused] = [exact, left].map((texts) => texts.map((each) => normalise(each).codes).filter(({ length }) => length)
    .map((codes) => new Set(corpus.find(codes).flatMap((place) => { const { passage } = corpus.stretches[corpus.stretchOf[place]]; return [passage, passage.page]; }))));
  admits = (root) => needed.every((each) => each.has(root.page)) && !refused.some((each) => each.has(root));
  fits = (passage) => (!needed.length || needed.some((each) => each.has(passage))) && !refused.some((each) => each.has(passage));
  return { words, exact };
}

/* How much of what a question is about a page tells, by letters. */
function tells({ units, open }, known) {
  const sum = (worth) => open.reduce((all, unit) => all + (unit.end - unit.start) * worth(unit), 0);
  return sum((unit) => known[units.indexOf(unit)]) / sum(() => 1);
}

function search(text) {
  const { words: typed, chosen } = withoutFilters(text.slice(0, 200), config.filters);
  const { words, exact } = strictly(typed);
  const { query, pages, meant } = answer(words);
  const isNone = query.asked?.nothing && query.open.length && !pages.some(({ page, known }) => page.boost > ASIDE && tells(query, known) > 0.7);
  const shown = isNone ? [] : answering(pages, chosen);
  const completions = complete(words, phrases);
  return {
    text, note: isNone ? query.asked.nothing.replace("{words}", query.typed(query.subject[0], query.subject.at(-1))) : "", items: shown.map((each) => group(each, query)),
    suggest: completions.filter((each) => each.startsWith(words)).slice(0, 1).map((each) => each.slice(words.lastIndexOf(" ") + 1)),
    ...around(words, chosen, shown, [meant ? [meant] : [], completions, shown.length || !query.units.length ? [] : nearest(query, phrases)]),
  };
}

/* The theme numbers its messages: 0 brings the index, 1 says that it is read, 2 asks, 3 answers. */
addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    setUp(data);
    postMessage({ type: 1 });
    setTimeout(needSpeller, 300);
  } else if (type === 2) postMessage({ type: 3, data: search(data) });
});
