/* What the search adds around the theme's result list: queries to ask, pages to open, filters. Each is a link, so the
   theme's arrow keys reach it; without it the list works all the same. */

let field, marks;

const press = () => field.dispatchEvent(new KeyboardEvent("keyup"));

/* A link to a page, or with ? to what is asked here. The theme sorts links by the score inside; ours come last. */
const chip = ([words, href, className]) => make("a", { className: `finder__chip ${className || ""}`, href, tabIndex: -1, innerHTML: `<span data-md-score=-1>${words}</span>` });

/* Let a line have these nodes. One that says the same stays as it is; who is at a link stays at it, or goes to the field. */
function fill(line, nodes) {
  const { activeElement } = document, isHere = line.contains(activeElement), said = (all) => Array.from(all, ({ href, textContent }) => href + textContent).join();
  if (said(nodes) === said(line.children)) return;
  line.replaceChildren(...nodes);
  if (isHere) (nodes.find(({ href }) => href === activeElement.href) || field).focus();
}

/* Once the theme is there: this script comes before it. */
addEventListener("DOMContentLoaded", () => {
  field = one("[data-md-component=search-query]");
  if (!field || !window.component$) return;
  const row = make("nav", { className: "finder", innerHTML: "<div class=finder__line></div>".repeat(6) });
  row.addEventListener("click", (event) => {
    const link = event.target.closest("[href^='?']");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    field.value = decodeURIComponent(link.search.slice(3));
    press();
    field.focus();
  });
  /* Input methods and dictation write without keys; the theme waits for one. */
  field.addEventListener("input", press);
  window.component$.subscribe(({ ref, text, label, offers, doors, facets, items, marks: told }) => {
    /* Answers to what stands no longer in the field change nothing: a person may be at the chips already. */
    if (!facets || ref.dataset.mdComponent !== "search-result" || text !== field.value) return;
    const lineOf = ([name, links, isSaid]) => (links[0] || isSaid ? [make("span", { className: "finder__label", innerHTML: name }), ...links.map(chip)] : []);
    row.ariaLabel = label;
    marks = told;
    [
      ...offers.map(lineOf),
      ...doors.map(([name, pages, query]) => lineOf([name, pages.slice(0, 8).map(([each, page]) => [each, siteUrl(page) + query]), !query && items[0] && name])),
      facets.flatMap(lineOf),
    ].forEach((nodes, at) => { fill(row.children[at], text.trim() ? nodes : []); });
    /* The theme takes the first and the last child for its own: ours stands between them. */
    if (!row.parentElement) ref.lastElementChild.before(row);
  });
  travel();
  steer();
});
