/* What is due this month: the lists of all months are on the page, and that of the reader's day in Bangkok is shown, as
   the site may have been built in another month. */
(() => {
  "use strict";

  const MONTHS = "[data-due-month]";
  const BANGKOK_IS_AHEAD = 7 * 60 * 60 * 1000;

  /* The month in the offices' time, from 1, wherever the reader is. */
  function thisMonth() {
    return new Date(Date.now() + BANGKOK_IS_AHEAD).getUTCMonth() + 1;
  }

  function show() {
    const month = String(thisMonth());
    for (const each of document.querySelectorAll(MONTHS)) each.hidden = each.dataset.dueMonth !== month;
  }

  /* The page is there already; the theme tells of the pages that it opens later. */
  show();
  if (window.document$) window.document$.subscribe(show);
})();
