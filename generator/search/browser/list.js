/* What the search adds around the theme's result list: completions, nearest terms, filters. Each is a link, so the
   theme's arrow keys reach it; without it the list works all the same. */

const field = document.querySelector("[data-md-component=search-query]");
const base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location);
const row = document.createElement("nav");

function ask(text) {
  field.value = text;
  field.dispatchEvent(new KeyboardEvent("keyup"));
  field.focus();
}

/* A link to a query, or to a page. The theme sorts links by the score inside; ours come last. */
function chip(text, query, page, isChosen) {
  const link = document.createElement("a"), inside = document.createElement("span");
  inside.textContent = text;
  inside.dataset.mdScore = "-1";
  link.append(inside);
  link.tabIndex = -1;
  link.className = isChosen ? "finder__chip finder__chip--chosen" : "finder__chip";
  link.href = page === undefined ? `?q=${encodeURIComponent(query)}` : new URL(page, base);
  if (page === undefined) link.dataset.query = query;
  return link;
}

function line(label, chips) {
  if (!chips.length) return;
  const own = document.createElement("div"), name = document.createElement("span");
  own.className = "finder__line";
  name.className = "finder__label";
  name.textContent = label;
  own.append(name, ...chips);
  row.append(own);
}

/* The query with a filter put in, or taken out. */
function filtered(name, value, isChosen) {
  const words = field.value.split(/\s+/).filter((part) => part && !part.startsWith(`${name}:`));
  return [...words, ...(isChosen ? [] : [`${name}:${value.replace(/\s+/g, "_")}`])].join(" ");
}

function show({ items, words, facets, chosen, completions, nearest, areas, meant }) {
  row.replaceChildren();
  if (!field.value.trim()) return;
  line(words.meant, meant ? [chip(meant, meant)] : []);
  line(words.complete, completions.map((each) => chip(each, each)));
  line(words.nearest, nearest.map((each) => chip(each, each)));
  if (!items.length) line(words.areas, areas.map(([name, page]) => chip(name, "", page)));
  for (const { name, values } of facets) {
    const isUsed = name in chosen;
    if (!isUsed && (items.length < 2 || values.length < 2)) continue;
    const own = isUsed ? values.filter(([value]) => value === chosen[name]) : values;
    const shown = own.length || !isUsed ? own : [[chosen[name], 0]];
    line(name, shown.map(([value, count]) => chip(isUsed ? `${value} ×` : `${value} ${count}`, filtered(name, value, isUsed), undefined, isUsed)));
  }
}

if (field && window.component$) {
  row.className = "finder";
  row.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-query]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    ask(link.dataset.query);
  });
  /* Input methods and dictation write without keys; the theme waits for one. */
  field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup")));
  window.component$.subscribe(({ ref, facets, ...result }) => {
    if (!facets || ref.dataset.mdComponent !== "search-result") return;
    if (!row.parentElement) ref.append(row);
    row.setAttribute("aria-label", result.words.filters);
    show({ facets, ...result });
  });
}
