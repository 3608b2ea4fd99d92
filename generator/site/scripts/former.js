/* A link to a place on a page leads on to what the place is called now, where its id was changed.

   The theme takes the change of an address for a reader who returns: it fetches the page again, and scrolls to where that
   reader was. So it is not told of ours; for that this script stands before the theme's. */
(() => {
  "use strict";

  let isLeading = false;

  function leadOn() {
    isLeading = false;
    const noted = document.querySelector("meta[name='khumue-former']");
    const before = decodeURIComponent(location.hash.slice(1));
    if (!noted || !before || document.getElementById(before)) return;
    const places = JSON.parse(noted.content);
    if (!Object.hasOwn(places, before)) return;
    isLeading = true;
    location.replace(places[before]);
  }

  window.addEventListener("popstate", (event) => {
    if (isLeading) event.stopImmediatePropagation();
  });
  window.addEventListener("hashchange", leadOn);
  document.addEventListener("DOMContentLoaded", () => {
    if (window.document$) window.document$.subscribe(leadOn);
    else leadOn();
  });
})();
