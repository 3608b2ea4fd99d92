/* What scrolls by itself can be scrolled by keys: it takes the focus while something of it is out of sight, and no longer. */
(() => {
  "use strict";

  const SCROLLING = ".md-typeset :is(pre > code, .chart, .md-typeset__scrollwrap, .md-typeset__table)";
  const code = document.querySelector("[data-spoken]")?.dataset.code;
  let numbers = 0;
  const nameOf = (box) => box.querySelector("svg > title, caption, figcaption")?.textContent.trim()
    || `${code} ${(numbers += 1)}`;

  function look(box) {
    const isCut = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    const scrolls = isCut && /auto|scroll/.test(getComputedStyle(box).overflow);
    if (scrolls === box.hasAttribute("data-scrolls")) return;
    box.toggleAttribute("data-scrolls", scrolls);
    const told = { tabindex: "0", "aria-label": nameOf(box) };
    /* A figure is a place of its own already. */
    if (!box.matches("figure")) told.role = "region";
    for (const [name, value] of Object.entries(told)) {
      if (scrolls) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }

  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) look(target);
  });

  function watch() {
    sizes.disconnect();
    for (const box of document.querySelectorAll(SCROLLING)) sizes.observe(box);
  }

  watch();
  window.document$?.subscribe(watch);
})();
