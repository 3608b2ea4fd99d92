/* Answers queries with MiniSearch, set up for Thai as well as its options allow. */
const words = new Intl.Segmenter("th", { granularity: "word" });
const tokenize = (text) => [...words.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

fetch("../search/search_index.json").then((response) => response.json()).then(({ docs }) => {
  const engine = new MiniSearch({ fields: ["page", "title", "text"], tokenize });
  const pages = new Map();
  docs.forEach(({ location, title }) => { if (!location.includes("#")) pages.set(location, title); });
  engine.addAll(docs.map(({ location, title, text, linked = "" }, id) => ({
    id, page: pages.get(location.split("#")[0]), title, text: `${text} ${linked}`,
  })));
  window.ask = (query) => {
    const start = performance.now(), found = new Map();
    for (const { id } of engine.search(query, { prefix: true, fuzzy: 0.2, boost: { page: 6, title: 3 } })) {
      const [path, anchor] = docs[id].location.split("#"), page = new URL(`../${path}`, location).href;
      if (!found.has(path)) found.set(path, { title: pages.get(path), page, sections: [] });
      if (anchor) found.get(path).sections.push(`${page}#${anchor}`);
    }
    return { found: [...found.values()].slice(0, 20), milliseconds: performance.now() - start };
  };
});
