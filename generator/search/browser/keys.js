/* The search by keyboard. Down from the field leads to the first answer; what is offered beside the answers comes behind them.
   Escape closes the box and stays in the field, as typing opens it again; the theme would lose the place on the page. */

const NOTICED = 50; /* milliseconds, after which the theme has opened the box of a field that takes the focus */

function steer() {
  const results = one("[data-md-component=search-result]");
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const close = () => {
    if (box().checked) box().click();
    /* on a phone there is no field while the box is closed */
    if (!field.offsetWidth || getComputedStyle(field).visibility === "hidden") one(".md-header [for=__search]")?.focus();
  };
  addEventListener("keydown", (event) => {
    const { key } = event;
    if (!box().checked || event.isComposing) return;
    if (steps[key]) {
      const isOffer = (link) => link.matches(".finder__chip");
      const all = [field, ...[...results.querySelectorAll(":not(details) > [href], summary, details[open] [href]")].sort((a, b) => isOffer(a) - isOffer(b))];
      all.at((Math.max(0, all.indexOf(document.activeElement)) + steps[key]) % all.length).focus();
    } else if (key === "Escape") {
      field.focus();
      setTimeout(close, NOTICED);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  field.addEventListener("input", () => box().checked || box().click());
}
