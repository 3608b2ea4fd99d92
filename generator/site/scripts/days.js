/* What the reader's day decides, as the site may have been built on another: reviews that have become overdue and documents
   that have expired, whose words are on the page, hidden until their day; what is due this month, of the lists of all months. */
(() => {
  "use strict";

  const MARKS = "[data-next-review]";
  const COUNTED = {
    overdue: `table ${MARKS}:not([hidden])`,
    suspect: ".uses.doubts > ul > li:not([hidden])",
  };

  const BANGKOK_IS_AHEAD = 7 * 60 * 60 * 1000;

  /* The day in the offices' time as 2026-12-31, which is compared like a number, wherever the reader is. */
  function today() {
    return new Date(Date.now() + BANGKOK_IS_AHEAD).toISOString().slice(0, 10);
  }

  /* What the build found overdue stays so, also where a clock is slow. */
  function mark() {
    const day = today();
    for (const each of document.querySelectorAll(MARKS)) {
      if (day > each.dataset.nextReview) each.hidden = false;
    }
    for (const count of document.querySelectorAll("[data-count]")) {
      count.textContent = document.querySelectorAll(COUNTED[count.dataset.count]).length;
    }
    for (const each of document.querySelectorAll("[data-due-month]")) each.hidden = +each.dataset.dueMonth !== +day.slice(5, 7);
  }

  /* The page is there already; the theme tells of the pages that it opens later. */
  mark();
  window.document$?.subscribe(mark);
})();
