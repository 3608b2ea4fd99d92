/* A link to a place in another page leads to that place, also when its reader was scrolling.

   A quarter of a second after a reader scrolls, the theme notes in the history's entry how far that was and which
   heading is in sight. A link followed meanwhile already has an entry of its own, so that the note lands there: its
   address loses the place, and the theme takes the page for one that the reader returns to. */
(() => {
  "use strict";

  const pageOf = (url) => url.split("#")[0];

  let followed = null;

  /* Links of charts tell their addresses in another way than those of HTML. */
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const address = link?.href?.baseVal ?? link?.href;
    if (address) followed = new URL(address, location.href);
  }, true);

  /* Going back and forth does return to where the reader was; going to a place in the page is told as the same event. */
  window.addEventListener("popstate", () => {
    if (history.state !== null || location.href !== followed?.href) followed = null;
  });

  function arrive() {
    const link = followed;
    followed = null;
    if (!link?.hash || pageOf(link.href) !== pageOf(location.href)) return;
    if (history.state === null && location.hash === link.hash) return;
    history.replaceState(null, "", link.href);
    const again = document.createElement("a");
    again.href = link.hash;
    again.addEventListener("click", (event) => event.stopPropagation());
    again.click();
  }

  if (window.document$) window.document$.subscribe(arrive);
})();
