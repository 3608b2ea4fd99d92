/* The theme's search worker: takes the index, then answers queries. */

const GOOD = 0.9;
let corpus, names, config, speller, phrases, found, fits;

function setUp(data) {
  config = data.config;
  for (const doc of data.docs) if (doc.names >= 0) doc.text += `\n${config.names[doc.names].join(", ")}`;
  corpus = corpusOf(data.docs);
  hear(config.letters);
  names = config.names.map((group) => group.map((name) => {
    const normal = normalise(name), places = cuts(name, normal), { codes } = normal;
    return { key: keyOf(codes), codes, words: places.slice(1).map((end, at) => codes.slice(places[at], end)) };
  }).filter(({ key }) => key[1]));
  const keysOf = (words) => words.map((word) => keyOf(normalise(word).codes));
  config.asking = keysOf(config.asking);
  config.beside = keysOf(config.beside);
  for (const each of config.asked) each.keys = keysOf(each.words);
  phrases = phrasesOf();
}

const needSpeller = () => speller ||= spellerOf(corpus);

const ask = (text) => {
  const query = new Query(text), pages = rankPages(query);
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

function search(text) {
  const { words, chosen } = parse(text.slice(0, 200), config.filters);
  const { query, pages, meant } = answer(words);
  const isNone = query.asked?.nothing && query.open[0] && !pages.some(({ page, known }) => page.boost > ASIDE && query.isTold(known, 0, WEAK));
  const shown = isNone ? [] : answering(pages, chosen);
  const completions = complete(words, phrases);
  return {
    text, items: shown.map((each) => group(each, query)),
    /* words of the query, those that stand together as one first */
    marks: query.units.flatMap((first, at) => query.units.slice(at).map((last) => query.typed(first, last))).filter((each) => each.length > 3).sort((a, b) => b.length - a.length),
    suggest: completions.filter((each) => each.startsWith(words)).slice(0, 1).map((each) => each.slice(words.lastIndexOf(" ") + 1)),
    ...around(words, chosen, shown, [meant ? [meant] : [], completions, shown.length || !query.units.length ? [] : nearest(query, phrases)], isNone ? query.asked.nothing.replace("{words}", query.typed(query.open[0], query.open.at(-1))) : ""),
  };
}

/* The theme numbers its messages: 0 brings the index, 1 says that it is read, 2 asks, 3 answers. */
addEventListener("message", ({ data: { type, data } }) => {
  if (type) return postMessage({ type: 3, data: search(data) });
  setUp(data);
  postMessage({ type: 1 });
  setTimeout(needSpeller, 300);
});
