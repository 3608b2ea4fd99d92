/* Which pages and passages answer a query, and how well. */

/* What a heading gives at least; loose words; pages that only point elsewhere; how far apart the words of a name may
   stand. A number of one use stands there, with what it is for. */
const SAID = 2, WEAK = 0.5, LEAST = 0.1, REACH = 80, POINT = 140;

/* Count where a span stands in the tables of its query: a row of units for each passage, and after them for each page,
   with the `value` of the best place and how well it is `told`; and of each row the longest `run` of the query, in its
   titles alone too (`headed`). */
function count(query, span) {
  const { value, told, run, headed, units: { length: width } } = query, { stretchOf } = corpus, { from, to } = span, size = sizeOf(span);
  span.places = together(span.words);
  span.pages = 0;
  let stretch, page, most;
  for (const place of span.places) {
    if (stretch !== stretchOf[place]) stretch = stretchOf[place], most = -1;
    const { weight, passage: { id: passage, page: { row } } } = stretch;
    if (page !== row) page = row, span.pages++;
    const more = further(query, span, place), surety = span.isLoose && !more ? WEAK : span.surety;
    if (more <= most) continue;
    most = more;
    /* links and names tell less */
    const length = size * span.weight + more, worth = span.weight * surety * weight, tells = surety * (weight < BODY ? 0.6 : 1);
    if (weight > BODY && headed[passage] < length) headed[passage] = length;
    for (const row of [page, passage]) {
      if (run[row] < length) run[row] = length;
      for (let cell = row * width + from; cell < row * width + to; cell++) {
        if (value[cell] < worth) value[cell] = worth;
        if (told[cell] < tells) told[cell] = tells;
      }
    }
  }
}

/* How many codes of the query a span answers as one piece. */
const sizeOf = ({ words }) => (words[1] ? 0 : words[0].length);

/* How much further text and query agree on both sides of a span's place, up to the ends of units. */
const further = (query, span, place) => extent(query, place - 1, span.start - 1, -1) + extent(query, place + sizeOf(span), span.end, 1);

function extent({ codes, isCut }, place, at, step) {
  let most = 0;
  for (let n = 1; at >= 0 && at < codes.length && corpus.text[place] === codes[at]; n++, at += step, place += step) {
    if (isCut[at + (step > 0)] && corpus.edges[place + (step > 0)] & END) most = n;
  }
  return most;
}

/* Places of the rarest of some words, in passages that hold them all, near it. */
function together(words) {
  const [rarest, ...others] = words.map((word) => corpus.find(word)).sort((a, b) => a.length - b.length);
  const isNear = (places, place, { start, end }) => places[atLeast(places, Math.max(start, place - REACH))] < Math.min(end, place + REACH);
  return others[0] ? rarest.filter((place) => others.every((places) => isNear(places, place, corpus.stretchOf[place].passage))) : rarest;
}

/* Those of some results that are any, best first. What is only an aside comes last. */
const ordered = (results) => results.filter(({ score }) => score).sort((a, b) => (a.page.boost < ASIDE) - (b.page.boost < ASIDE) || b.score - a.score);

/* The pages that answer a query, best first: [{page, score, coverage, known, all}]. Which page answers best, all units
   tell; which of its passages, those that its title leaves open. */
function rankPages(query) {
  const { value, units: { length: width } } = query;
  for (const span of query.spans) if (!span.places) count(query, span);
  /* rare and long units tell more */
  const weights = query.weights = query.units.map(({ start, end }, at) => {
    const pages = query.spans.map((span) => (span.from <= at && at < span.to && span.surety === 1 ? span.pages : 0));
    /* what a question is about tells most */
    return (query.open[0] && !query.open.includes(query.units[at]) ? 0.4 : 1) * Math.log(1 + (corpus.pages.length + 1) / (Math.max(...pages) + 0.5)) * Math.sqrt(end - start);
  });
  const fitting = ({ id, last }) => corpus.passages.slice(id, last).filter(fits);
  /* a number with a point before a title is that page and no other */
  const numbered = query.spans.flatMap(({ words: [codes], surety, places }) => (surety === 1 && codes.includes(POINT) ? places : []));
  const named = query.named = corpus.pages.filter(({ start }) => numbered.includes(start));
  const pages = ordered((named[0] ? named : corpus.pages).filter((page) => fitting(page)[0]).map((page) => scoreOf(query, weights, page)));
  /* what answers little is an answer only where all others are asides; so many are looked at closely */
  const enough = pages.filter(({ coverage }) => named[0] || coverage > 0.3);
  const results = ordered((enough[0] && enough.every(({ page }) => page.boost < ASIDE) ? pages : enough).slice(0, 50).map((result) => {
    const { page, row } = result;
    /* of passages, what the page's title says already counts little */
    const ranked = (weights, base) => ordered(fitting(page).map((passage) => scoreOf(query, weights, page, passage, base)));
    const all = ranked(weights.map((weight, at) => weight * (value[page.id * width + at] > SAID ? 0.2 : 1)), query.headed[page.id]), [best] = ranked(weights);
    return { ...result, isNamed: best?.isNamed, score: best ? (result.score + best.score) * boostOf(query, page, best.isWhole) : 0, known: query.told.subarray(row * width, (row + 1) * width), all };
  }));
  /* an abbreviation alone asks what it is short for; where that is told, other sites tell no more */
  const isTold = results.some((each) => each.isNamed);
  return ordered(results.map((each) => ({ ...each, score: each.isNamed ? results[0].score + 1 : isTold && each.page.site ? each.score * LEAST : each.score })));
}

/* How much a page counts: one whose title, or heading beside it, says the query, or that is of the kind asked for, more. */
const boostOf = ({ headed, wanted }, { boost, kind, id, size }, isWhole) => boost ** Math.max(0, 1 - Math.max(isWhole || kind === wanted ? 0.65 : 0, boost > LEAST ? headed[id] / size : 0));

/* How well a row answers: a page as a whole, or a passage in the light of its section's heading and its page's title. A
   heading that says what is left of a query beside the title is the whole answer, and stands in the full light of it.
   What of the query is no longer than `base` is no phrase. */
function scoreOf(query, weights, page, passage, base = 0) {
  const { value, told, run, headed, size, wanted, asked: { kind: asked }, units: { length: width } } = query;
  const row = passage ? passage.id : page.row, own = row * width, title = page.id * width, head = (passage?.section || page).id * width, isSaid = (at) => value[at] > SAID;
  const isWhole = passage && weights.every((_, at) => isSaid(own + at) || isSaid(title + at)) && weights.some((_, at) => !isSaid(title + at)), light = isWhole ? 1 : 0.5;
  const toldAbove = (at) => value[at] > BODY && told[at];
  const isMeant = passage?.also.includes(asked);
  let sum = 0, covered = 0, whole = 0, isThere = 0;
  weights.forEach((weight, at) => {
    sum += weight * Math.max(value[own + at], light * value[head + at], light * value[title + at]);
    covered += weight * Math.max(told[own + at], toldAbove(head + at), toldAbove(title + at));
    whole += weight;
    isThere ||= told[own + at] || isMeant;
  });
  const coverage = covered / whole, share = (of) => Math.min(1, headed[row] / of);
  const phrase = isWhole ? 1 : run[row] <= base ? 0 : Math.min(1, run[row] / size), exact = passage ? share(passage.size) * share(size) : 0, kind = !passage ? 1 : isMeant ? 12 : passage.kind === wanted ? 4 : passage.kind === config.wants[0]?.[1] ? 1.4 : 1;
  /* a title adds that says no more than the query; a phrase adds, as a whole once more */
  const score = isThere && kind * sum * coverage ** (passage ? 3 : 2) * (1 + 0.8 * exact * exact) * (1 + 7 * phrase * phrase + (run[row] >= size && page.boost > MINOR ? 8 : 0));
  return { page, row, passage, isMeant, isWhole, isNamed: passage?.short && passage.size > size && headed[row] > passage.size - 2, coverage, score };
}

/* Where a query's words stand in a passage: [{stretch, place, size}]; short words of a name that stand apart are none. */
function spotsOf(query, { start, end }) {
  const spots = [];
  for (const span of query.spans) for (const codes of span.places[atLeast(span.places, start)] < end ? span.words : []) {
    const places = corpus.find(codes);
    for (let i = atLeast(places, start); places[i] < end; i++) {
      const place = places[i], size = codes.length;
      if (span.words[1] ? size > 3 : !span.isLoose || further(query, span, place)) spots.push({ stretch: corpus.stretchOf[place], place, size, from: span.from });
    }
  }
  return spots;
}
