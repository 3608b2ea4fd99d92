/* The theme's search worker: takes the index, then answers queries. */

const GOOD = 0.9;
let corpus, names, config, speller, phrases, fits, found = {};

function setUp(data) {
  config = data.config;
  learn(config.letters);
  for (const doc of data.docs) if (doc.names >= 0) doc.text += `\n${config.names[doc.names].join(", ")}`;
  corpus = corpusOf(data.docs);
  names = config.names.map((group) => group.map((name) => {
    name = plain(name);
    const normal = normalise(name), { codes } = normal;
    return { name, key: keyOf(codes), codes, words: cuts(name, normal).map((word) => sliceOf(codes, word)) };
  }).filter(({ key }) => key[1]));
  phrases = phrasesOf();
}

const spell = () => (speller ||= spellerOf(corpus));

const ask = (text) => {
  const query = new Query(text), pages = rankPages(query);
  return { query, pages, coverage: pages.find(({ page }) => page.boost > ASIDE)?.coverage || 0 };
};

/* Ranked pages for a text; what is in doubt is mended, or was typed on the other layout. */
function answer(text) {
  const answered = ask(text), { query, coverage } = answered, major = answered.pages.find(({ page }) => page.boost > MINOR);
  const isDoubtful = query.units.map((unit, at) => !(major ? major.known[at] > WEAK : corpus.find(sliceOf(query.codes, unit))[0]));
  if (coverage < (/[ก-๛]/.test(text) ? WEAK : GOOD)) {
    const meant = otherLayout(text), turned = ask(meant);
    if (turned.coverage > GOOD && turned.query.codes.length >= 2 * turned.query.units.length) return { ...turned, meant };
  }
  if (!isDoubtful.includes(true)) return answered;
  query.mend(spell(), isDoubtful);
  const pages = rankPages(query), [near] = nearest(query, 0.2);
  /* what sounds like a title or a name is meant, rather than pages that tell little */
  return query.named[0] || pages[0]?.coverage > 0.6 || !near ? { query, pages } : ask(near);
}

/* What is said where a site may have, or surely has, nothing of what a query is about: no passage tells much of it; words
   that none of its `own` pages has count twice. */
function absence(query, pages, own, about) {
  const weights = query.weights.map((weight, at) => (about.includes(query.units[at]) ? weight : 0));
  const best = Math.max(0, ...pages.flatMap(({ page, all }) => all.map(({ passage }) => scoreOf(query, weights, page, passage).coverage).filter((told) => told > GOOD || page.boost > ASIDE)));
  let lacking = 0, all = 0;
  weights.forEach((weight, at) => { all += weight; lacking += weight * (own.some(({ known }) => known[at] > 0.4) ? 1 : 2); });
  const left = best - 0.42 * lacking / all, isDoubted = left < 0.15 && !nearest(query, 0.25)[0], isSure = isDoubted && left < -WEAK;
  return [config.words.nothing[isDoubted + isSure], about, isSure];
}

function search(text) {
  const { words, chosen } = parse(text.slice(0, 200), config.filters);
  const { query, pages, meant } = answer(words), { asked, open, units } = query, about = query.without([...config.slight, ...asked.words, ...asked.verbs]), own = pages.filter(({ page }) => page.boost > ASIDE);
  const [note, lacked, isSure] = asked.nothing && open[0] && !own.some(({ known }) => query.isTold(known, 0, WEAK)) ? [asked.nothing, open, true] : absence(query, pages, own, about);
  const shown = isSure ? [] : answering(pages, chosen), completions = complete(words);
  return {
    text, items: shown.map((each) => group(each, query)),
    /* what makes nouns of words; words of the query, those that stand together as one first */
    marks: [config.letters.joints, ...units.flatMap((first, at) => units.slice(at).map((last) => query.typed(first, last))).filter((each) => each[3]).sort((a, b) => b.length - a.length)],
    suggest: completions.filter((each) => each.startsWith(words)).slice(0, 1).map((each) => each.slice(words.lastIndexOf(" ") + 1)),
    ...around(text, words, chosen, shown, [meant ? [meant] : [], completions, shown[0] || !units[0] ? [] : nearest(query)], note.replace("{words}", () => query.typed(lacked[0], lacked.at(-1)))),
  };
}

/* The theme numbers its messages: 0 brings the index, 1 says that it is read, 2 asks, 3 answers. */
addEventListener("message", ({ data: { type, data } }) => {
  if (type) return postMessage({ type: 3, data: search(data) });
  setUp(data);
  postMessage({ type: 1 });
  setTimeout(spell, 300);
});
