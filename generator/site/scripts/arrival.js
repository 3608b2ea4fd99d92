/* A link to a place in another page leads to that place, also when its reader was scrolling.

   A quarter of a second after a reader scrolls, the theme notes in the history's entry how far that was and which
   heading is in sight. A link followed meanwhile already has an entry of its own, so that the note lands there: its
   address loses the place, and the theme takes the page for one that the reader returns to.

   While the search lies over a narrow page, the theme holds that page still, and a little after it puts it back to where it
   was: what an answer led to meanwhile stayed out of sight. */
(() => {
  "use strict";

  const pageOf = (url) => url.split("#")[0];

  let followed = null;
  let isAnswer = false;

  /* Links of charts tell their addresses in another way than those of HTML. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    const address = link?.href?.baseVal ?? link?.href;
    if (!address) return;
    followed = new URL(address, location.href);
    isAnswer = link.matches(".md-search-result__link");
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

  new MutationObserver(() => {
    if (!isAnswer || document.body.dataset.mdScrolllock === "") return;
    isAnswer = false;
    (document.querySelector(":target") ?? document.body).scrollIntoView();
  }).observe(document.body, { attributeFilter: ["data-md-scrolllock"] });
  window.document$?.subscribe(arrive);
})();
