/* What the search adds around the theme's result list: queries to ask, pages to open, filters. Each is a link, so the
   theme's arrow keys reach it; without it the list works all the same. */

const lines = [];
let field, marks;

const make = (kind, className, textContent = "") => Object.assign(document.createElement(kind), { className, textContent });

const press = () => field.dispatchEvent(new KeyboardEvent("keyup"));

/* Let a node say something; words stay whole at the ends of lines. */
function say(node, text) {
  for (const word of text.replace(/\u2060/g, "").replace(/\xa0/g, " ").split("\u200b")) node.append(make("span", word.length < 30 ? "word" : "", word), make("wbr"));
  return node;
}

/* A link. The theme sorts links by the score inside; ours come last. */
function chip(text, href, className = "") {
  const link = make("a", `finder__chip ${className}`);
  link.innerHTML = "<span data-md-score=-1>";
  say(link.firstChild, text);
  link.tabIndex = -1;
  link.href = href;
  return link;
}

/* A link that asks something here: what it is, is known when it is followed. */
function ask(text, query, className) {
  const link = chip(text, `?q=${encodeURIComponent(query())}`, className);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    field.value = query();
    press();
    field.focus();
  });
  return link;
}

/* Let a line have these nodes. What it has already stays, and keeps the focus. */
function fill(line, nodes) {
  const nameOf = (node) => node.href || node.textContent, focused = document.activeElement, old = [...line.children];
  const kept = nodes.map((node) => {
    const own = old.find((each) => nameOf(each) === nameOf(node));
    if (own) own.replaceChildren(...node.childNodes);
    return own || node;
  });
  if (kept.length === old.length && kept.every((each, at) => each === old[at])) return;
  line.replaceChildren(...kept);
  if (old.includes(focused)) (kept.includes(focused) ? focused : field).focus();
}

/* Once the theme is there: this script comes before it. */
addEventListener("DOMContentLoaded", () => {
  field = document.querySelector("[data-md-component=search-query]");
  if (!field || !window.component$) return;
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location), row = make("nav", "finder");
  /* Input methods and dictation write without keys; the theme waits for one. */
  field.addEventListener("input", press);
  window.component$.subscribe(({ ref, text, label, offers, doors, facets, items, marks: told }) => {
    /* Answers to what stands no longer in the field change nothing: a person may be at the chips already. */
    if (!facets || ref.dataset.mdComponent !== "search-result" || text !== field.value) return;
    const lineOf = (name, chips, isSaid) => (chips.length || isSaid ? [say(make("span", "finder__label"), name), ...chips] : []);
    row.ariaLabel = label;
    marks = told;
    [
      ...offers.map(([name, queries]) => lineOf(name, queries.map((each) => ask(each, () => each)))),
      ...doors.map(([name, pages, query]) => lineOf(name, pages.slice(0, 8).map(([each, page]) => chip(each, new URL(page, base) + query)), !query && items[0] && name)),
      facets.flatMap(([name, isChosen, values]) => lineOf(name, values.map(([each, part]) => (isChosen
        ? ask(each, () => ` ${field.value}`.replace(part, "").trim(), "finder__chip--chosen")
        : ask(each, () => field.value.trim() + part))))),
    ].forEach((nodes, at) => {
      if (!lines[at]) row.append((lines[at] = make("div", "finder__line")));
      fill(lines[at], field.value.trim() ? nodes : []);
    });
    /* The theme takes the first and the last child for its own: ours stands between them. */
    if (!row.parentElement) ref.lastElementChild.before(row);
  });
  travel();
  steer();
});
