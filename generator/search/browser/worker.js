/* The theme's search worker: takes the index, then answers queries. */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const GOOD = 0.9, PAGES = 30, LONGEST = 200;
let corpus, names, asking, config, speller = null, phrases = [], areas = [];

function setUp(data) {
  config = data.config;
  corpus = new Corpus(data.docs);
  names = config.names.map((group) => group.map((name) => ({ key: keyOf(normalise(name).codes), codes: normalise(name).codes })).filter((name) => name.codes.length > 1));
  asking = new Set(config.asking.map((word) => keyOf(normalise(word).codes)));
  phrases = phrasesOf(corpus, config.names);
  const first = new Map();
  for (const { groups: [name], root } of corpus.pages) if (name && !first.has(name)) first.set(name, root.location);
  areas = [...first];
}

const needSpeller = () => speller || (speller = new Speller(corpus));

/* Ranked pages for a text; what is in doubt is mended, then typed on the other layout. */
function answer(text) {
  let query = new Query(text, corpus, names, asking), pages = rankPages(query);
  if (!query.units.length || (pages.length && pages[0].coverage > GOOD && pages[0].page.boost > MINOR)) return { query, pages };
  if (!pages.length || pages[0].coverage < (/[ก-๛]/.test(text) ? WEAK : GOOD)) {
    const other = otherLayout(text), turned = new Query(other, corpus, names, asking), turnedPages = turned.codes.length > 1 ? rankPages(turned) : [];
    if (turnedPages.length && turnedPages[0].coverage > GOOD && turned.codes.length >= 2 * turned.units.length) return { query: turned, pages: turnedPages, meant: other };
  }
  const major = pages.find(({ page }) => page.boost > MINOR);
  let doubtful = query.units.map(({ start, end }, at) => (major ? major.known[at] <= WEAK : !corpus.tells(query.codes.slice(start, end))));
  if (!doubtful.includes(true)) doubtful = doubtful.map(() => true);
  query.mend(needSpeller(), doubtful, names);
  return { query, pages: rankPages(query) };
}

function search(text) {
  const { words, chosen } = withoutFilters(text.slice(0, LONGEST), config.filters);
  const { query, pages, meant } = answer(words);
  const facets = countFacets(pages, config.filters);
  const kept = filtered(pages, chosen, config.filters);
  const least = kept.length ? kept[0].score * LEAST : 0;
  const shown = kept.filter((each) => each.score >= least).slice(0, PAGES);
  const completions = complete(words, phrases);
  return {
    items: shown.map((each) => group(each, query, corpus, config)),
    suggest: completions.filter((each) => each.startsWith(words)).slice(0, 1).map((each) => each.slice(words.lastIndexOf(" ") + 1)),
    completions, facets, chosen, meant, words: config.words, areas: shown.length ? [] : areas,
    nearest: shown.length || !query.units.length ? [] : nearest(query, phrases),
  };
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    setUp(data);
    postMessage({ type: READY });
    setTimeout(needSpeller, 300);
  } else if (type === QUERY) postMessage({ type: RESULT, data: search(data) });
});
