/* Which pages and passages answer a query, and how well. */

const CONTEXT = 0.4, PHRASE = 4, WHOLE = 6, LEAST = 0.1, WEAK = 0.5, NAMED = 0.75, OFTEN = 0.25, LOWEST = 0.3, CLOSER = 80;

/* What is found of each unit of a query in each passage, as tables with a row of units for each passage:
   `value` of the best place, how `known` it is, how well it is `told`; and of each passage the longest `run` of the
   query and how much of its `title` the query says. */
class Tally {
  constructor(query) {
    const { corpus, units } = query, count = corpus.passages.length;
    this.query = query;
    this.width = units.length;
    this.value = new Float32Array(count * this.width);
    this.known = new Float32Array(count * this.width);
    this.told = new Float32Array(count * this.width);
    this.run = new Float32Array(count);
    this.title = new Float32Array(count);
    this.isTouched = new Uint8Array(count);
    this.touched = [];
    this.counted = 0;
  }

  /* Count what spans were added since the last time. */
  update() {
    const { spans, corpus, units } = this.query;
    while (this.counted < spans.length) this.count(spans[this.counted++], corpus, units);
    return this;
  }

  count(span, corpus, units) {
    const { query, width, value, known, told } = this, { passageOf, weightOf, starts, text } = corpus;
    const before = query.codes[span.from ? units[span.from].start - 1 : -1], after = query.codes[units[span.to - 1].end];
    const size = span.codes.length, first = units[span.from].start, last = units[span.to - 1].end;
    const isLoose = span.isExact && size < 4 && !query.isApart(first, last);
    span.places = span.words ? together(corpus, span.words) : corpus.find(span.codes);
    span.pages = 0;
    let stretch = 0, end = 0, page = -1, passage = 0, weight = 0, most = -1;
    for (const place of span.places) {
      if (place >= end) {
        stretch = corpus.stretchAt(place);
        end = stretch + 1 < starts.length ? starts[stretch + 1] : corpus.length;
        most = -1;
        passage = passageOf[stretch]; weight = weightOf[stretch];
        if (!this.isTouched[passage]) this.isTouched[passage] = this.touched.push(passage);
        if (corpus.pageOf[passage] !== page) page = corpus.pageOf[passage], span.pages++;
      }
      let more = 0;
      if (width > 1 && !span.words) {
        if (text[place - 1] === before) more += extent(corpus, query, place - 1, first - 1, -1);
        if (text[place + size] === after) more += extent(corpus, query, place + size, last, 1);
      }
      if (more <= most) continue;
      most = more;
      const surety = span.isGuess ? span.weight : isLoose && !more ? WEAK : 1, run = span.words ? 0 : size * span.weight + more;
      if (run > this.run[passage]) this.run[passage] = run;
      if (weight >= HEADING) this.title[passage] = Math.max(this.title[passage], Math.min(1, run / (end - starts[stretch] - 1)));
      const worth = Math.min(surety, span.weight) * weight, said = surety * (weight < BODY ? weight / LINKED * NAMED : 1);
      for (let at = passage * width + span.from; at < passage * width + span.to; at++) {
        if (surety > known[at]) known[at] = surety;
        if (said > told[at]) told[at] = said;
        if (worth > value[at]) value[at] = worth;
      }
    }
  }
}

/* How much further text and query agree, up to the end of a unit. */
function extent(corpus, query, place, at, step) {
  let most = 0;
  for (let n = 1; at >= 0 && at < query.codes.length && corpus.text[place] === query.codes[at]; n++, at += step, place += step) {
    if (query.isCut[step > 0 ? at + 1 : at] && corpus.edges[step > 0 ? place + 1 : place] & (EDGE | INSIDE)) most = n;
  }
  return most;
}

/* Places of the rarest of some words, in passages that hold them all. */
function together(corpus, words) {
  const [rarest, ...others] = words.map((word) => corpus.find(word)).sort((a, b) => a.length - b.length);
  const passageAt = (place) => corpus.passageOf[corpus.stretchAt(place)];
  const sets = others.map((places) => (places.length < 5000 ? new Set(places.map(passageAt)) : null));
  return rarest.filter((place) => sets.every((set) => !set || set.has(passageAt(place))));
}

/* How much each unit tells: rare and long ones more. */
function weights({ corpus, units, spans }) {
  return units.map((unit, at) => {
    let most = 0;
    for (const span of spans) if (span.from <= at && at < span.to && !span.isGuess) most = Math.max(most, span.pages);
    return Math.log(1 + (corpus.pages.length + 1) / (most + 0.5)) * Math.sqrt(unit.end - unit.start);
  });
}

/* The pages that answer a query, best first: [{page, score, coverage, known, tally, scores}]. */
function rankPages(query) {
  const tally = (query.tally ||= new Tally(query)).update(), { corpus } = query, { width } = tally, weight = weights(query);
  const all = weight.reduce((sum, each) => sum + each, 0) || 1, size = query.codes.length || 1;
  let results = wholes(tally, weight, all, size).filter(({ coverage }) => coverage > LOWEST).sort((a, b) => b.score - a.score);
  const least = results.length ? results[0].score * LEAST * LEAST : 0;
  results = results.slice(0, CLOSER).filter(({ score }) => score >= least);
  const scores = new Float32Array(corpus.passages.length);
  for (const result of results) {
    const { page } = result;
    let best = 0;
    for (let id = page.first; id < page.last; id++) {
      if (!tally.isTouched[id]) continue;
      scores[id] = scorePassage(tally, corpus, id, weight, all, size);
      if (scores[id] > best) best = scores[id];
    }
    result.score = (result.score + best) * (1 + tally.title[page.root.id]) * page.boost;
    result.scores = scores;
  }
  return results.sort((a, b) => b.score - a.score);
}

/* Pages as wholes: what all their passages say together. */
function wholes(tally, weight, all, size) {
  const { corpus } = tally.query, { width, value, known, told } = tally, pages = new Map();
  for (const id of tally.touched) {
    const number = corpus.pageOf[id];
    let page = pages.get(number);
    if (!page) pages.set(number, (page = { value: new Float32Array(width), known: new Float32Array(width), told: new Float32Array(width), many: new Uint16Array(width), run: 0 }));
    for (let at = 0, from = id * width; at < width; at++, from++) {
      if (!known[from]) continue;
      if (value[from] > page.value[at]) page.value[at] = value[from];
      if (told[from] > page.told[at]) page.told[at] = told[from];
      if (known[from] > page.known[at]) page.known[at] = known[from];
      page.many[at]++;
    }
    if (tally.run[id] > page.run) page.run = tally.run[id];
  }
  return [...pages].map(([number, found]) => {
    let sum = 0, covered = 0, sure = 0;
    for (let at = 0; at < width; at++) {
      sum += weight[at] * (found.value[at] + OFTEN * Math.log2(1 + found.many[at]) * found.known[at]);
      covered += weight[at] * found.told[at];
      sure += weight[at] * found.known[at];
    }
    const phrase = Math.min(1, found.run / size);
    return { page: corpus.pages[number], score: sum * (covered / all) ** 2 * closeness(phrase, corpus.pages[number]), coverage: sure / all, known: found.known, tally };
  });
}

/* What it is worth that the words of a query stand together, from none of it to all. */
function closeness(phrase, page) {
  return 1 + PHRASE * phrase * phrase + (phrase > 0.99 && page.boost > MINOR ? WHOLE : 0);
}

/* A passage alone, in the light of its section's heading and its page's title. */
function scorePassage({ value, told, run, width, query }, corpus, id, weight, all, size) {
  const passage = corpus.passages[id], root = passage.page.root.id;
  const section = passage.section ? passage.section.id : root;
  const lit = passage.level === 8 ? 0 : CONTEXT, ownRun = run[id];
  let sum = 0, covered = 0, added = 0, said = 0;
  for (let at = 0; at < width; at++) {
    const own = value[id * width + at], around = Math.max(value[section * width + at], value[root * width + at]);
    sum += weight[at] * Math.max(own, lit * around);
    covered += weight[at] * Math.max(told[id * width + at], 0.9 * told[section * width + at], (value[root * width + at] < HEADING ? 0.6 : 0.9) * told[root * width + at]);
    if (own || value[root * width + at]) said += query.units[at].end - query.units[at].start;
    if (own >= HEADING && value[root * width + at] < HEADING) added++;
  }
  const phrase = Math.min(1, (added && id !== root ? Math.max(ownRun, Math.min(said, ownRun + run[root])) : ownRun) / size);
  return sum * (covered / all) ** 3 * closeness(phrase, passage.page);
}

/* The passages of a page that answer, best first: [{passage, score, spots}]. */
function passagesOf({ page, tally, scores }) {
  const found = [];
  for (let id = page.first; id < page.last; id++) if (scores[id]) found.push({ passage: tally.query.corpus.passages[id], score: scores[id] });
  return found.sort((a, b) => b.score - a.score);
}

/* Where a query's words stand in a passage: [{stretch, place, size}]. */
function spotsOf(query, passage) {
  const { corpus } = query, spots = [];
  for (const span of query.spans) {
    const first = query.units[span.from].start, last = query.units[span.to - 1].end;
    const isLoose = span.isExact && span.codes.length < 4 && query.units.length > 1 && !query.isApart(first, last);
    const isThere = !span.words || (span.places[atLeast(span.places, passage.start)] || Infinity) < passage.end;
    for (const codes of span.places.length && isThere ? span.words || [span.codes] : []) {
      const places = corpus.find(codes), size = codes.length;
      for (let i = atLeast(places, passage.start); i < places.length && places[i] < passage.end; i++) {
        const place = places[i];
        if (isLoose && !extent(corpus, query, place - 1, first - 1, -1) && !extent(corpus, query, place + size, last, 1)) continue;
        spots.push({ stretch: corpus.stretchAt(place), place, size });
      }
    }
  }
  return spots;
}

/* The first of ascending numbers that is not below a limit. */
function atLeast(numbers, limit) {
  let low = 0, high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1; else high = middle;
  }
  return low;
}
