/* Which pages and passages answer a query, and how well. */

const SAID = 2, CONTEXT = 0.5, PHRASE = 4, WHOLE = 6, LEAST = 0.1, WEAK = 0.5, NAMED = 0.75, OFTEN = 0.25, LOWEST = 0.3, CLOSER = 50;

/* Count where a span stands in the tables of its query: a row of units for each passage, and after them for each page,
   with the `value` of the best place, how well it is `told` and in how many passages (`many`); and of each row the
   longest `run` of the query. */
function count(query, span) {
  const { corpus, value, told, many, run, units: { length: width } } = query, { stretchOf, weightOf, passageOf, pageOf } = corpus, { from, to } = span, size = sizeOf(span);
  span.places = together(corpus, span.words);
  span.pages = 0;
  let stretch, page, most;
  for (const place of span.places) {
    if (stretch !== stretchOf[place]) stretch = stretchOf[place], most = -1;
    if (page !== pageOf[stretch]) page = pageOf[stretch], span.pages++;
    const more = further(query, span, place), surety = span.isLoose && !more ? WEAK : span.surety, weight = weightOf[stretch], passage = passageOf[stretch];
    if (more <= most) continue;
    most = more;
    for (const row of [page, passage]) {
      run[row] = Math.max(run[row], size * span.weight + more);
      for (let at = from; at < to; at++) {
        const cell = row * width + at;
        if (row === page && !told[passage * width + at]) many[cell]++;
        value[cell] = Math.max(value[cell], Math.min(surety, span.weight) * weight);
        told[cell] = Math.max(told[cell], surety * (weight < BODY ? weight / LINKED * NAMED : 1));
      }
    }
  }
}

/* How many codes of the query a span answers as one piece. */
const sizeOf = ({ words }) => (words.length > 1 ? 0 : words[0].length);

/* How much further text and query agree on both sides of a span's place, up to the ends of units. */
const further = (query, span, place) => extent(query, place - 1, span.start - 1, -1) + extent(query, place + sizeOf(span), span.end, 1);

function extent({ corpus, codes, isCut }, place, at, step) {
  let most = 0;
  for (let n = 1; at >= 0 && at < codes.length && corpus.text[place] === codes[at]; n++, at += step, place += step) {
    if (isCut[step > 0 ? at + 1 : at] && corpus.edges[step > 0 ? place + 1 : place] & (EDGE | INSIDE)) most = n;
  }
  return most;
}

/* Places of the rarest of some words, in passages that hold them all. */
function together(corpus, words) {
  const [rarest, ...others] = words.map((word) => corpus.find(word)).sort((a, b) => a.length - b.length);
  const isIn = (places, { start, end }) => places[atLeast(places, start)] < end;
  return others.length ? rarest.filter((place) => others.every((places) => isIn(places, corpus.stretches[corpus.stretchOf[place]].passage))) : rarest;
}

/* The pages that answer a query, best first: [{page, score, coverage, known, all}]. */
function rankPages(query) {
  const { corpus, units: { length: width } } = query, order = (a, b) => b.score - a.score;
  while (query.counted < query.spans.length) count(query, query.spans[query.counted++]);
  /* rare and long units tell more */
  const weights = query.units.map(({ start, end }, at) => {
    const pages = query.spans.map((span) => (span.from <= at && at < span.to && span.surety === 1 ? span.pages : 0));
    return Math.log(1 + (corpus.pages.length + 1) / (Math.max(...pages) + 0.5)) * Math.sqrt(end - start);
  });
  const pages = corpus.pages.map((page) => scoreOf(query, weights, page, corpus.passages.length + page.number)).filter(({ score }) => score);
  /* what answers little is an answer only where all others are asides */
  const enough = pages.filter(({ coverage }) => coverage > LOWEST);
  return (enough[0] && enough.every(({ page }) => page.boost < ASIDE) ? pages : enough).sort(order).slice(0, CLOSER).map((result) => {
    const { page, row } = result, all = corpus.passages.slice(page.root.id, page.last).map((passage) => scoreOf(query, weights, page, passage.id, passage)).filter(({ score }) => score).sort(order);
    return { ...result, score: (result.score + all[0].score) * boostOf(query.run, page), known: query.told.subarray(row * width, (row + 1) * width), all };
  }).sort(order);
}

/* How much a page counts: one whose title the query says, more, unless it only points elsewhere. */
const boostOf = (run, { boost, root: { id, size } }) => (boost > LEAST ? boost ** Math.max(0, 1 - run[id] / size) : boost);

/* How well a row answers: a page as a whole, or a passage in the light of its section's heading and its page's title. A
   heading that says what is left of a query beside the title stands in the full light of it. */
function scoreOf({ value, told, many, run, size, wanted, units: { length: width } }, weights, page, row, passage) {
  const own = row * width, title = page.root.id * width, head = (passage?.section || page.root).id * width, isSaid = (at) => value[at] > SAID;
  const lit = weights.every((_, at) => isSaid(own + at) || isSaid(title + at)) && weights.some((_, at) => !isSaid(title + at)) ? 1 : CONTEXT;
  let sum = 0, covered = 0, whole = 0, isThere = 0;
  weights.forEach((weight, at) => {
    sum += weight * (Math.max(value[own + at], lit * value[head + at], lit * value[title + at]) + OFTEN * Math.log2(1 + many[own + at]) * told[own + at]);
    covered += weight * Math.max(told[own + at], 0.9 * told[head + at], 0.9 * told[title + at]);
    whole += weight;
    isThere ||= told[own + at];
  });
  const phrase = Math.min(1, run[row] / size), coverage = covered / whole;
  return { page, row, passage, coverage, score: isThere && (1 + wanted.includes(passage?.kind) / 2) * sum * coverage ** (passage ? 3 : 2) * (1 + PHRASE * phrase * phrase + (phrase > 0.99 && boostOf(run, page) > MINOR ? WHOLE : 0)) };
}

/* Where a query's words stand in a passage: [{stretch, place, size}]. */
function spotsOf(query, { start, end }) {
  const spots = [];
  for (const span of query.spans) for (const codes of span.places[atLeast(span.places, start)] < end ? span.words : []) {
    const places = query.corpus.find(codes);
    for (let i = atLeast(places, start); places[i] < end; i++) {
      const place = places[i], size = codes.length;
      if (!span.isLoose || further(query, span, place)) spots.push({ stretch: query.corpus.stretchOf[place], place, size });
    }
  }
  return spots;
}
