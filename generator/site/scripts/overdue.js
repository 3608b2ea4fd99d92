/* Reviews that have become overdue since the site was built: their marks are on the page, hidden until their day. */
(() => {
  "use strict";

  const MARKS = "[data-next-review]";

  /* The reader's own day as 2026-12-31, which is compared like a number. */
  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /* What the build found overdue stays so, also where a clock is slow. */
  function mark() {
    const day = today();
    for (const each of document.querySelectorAll(MARKS)) {
      if (day > each.dataset.nextReview) each.hidden = false;
    }
    const count = document.querySelector('[data-count="overdue"]');
    if (count) count.textContent = document.querySelectorAll(`table ${MARKS}:not([hidden])`).length;
  }

  /* The page is there already; the theme tells of the pages that it opens later. */
  mark();
  if (window.document$) window.document$.subscribe(mark);
})();
