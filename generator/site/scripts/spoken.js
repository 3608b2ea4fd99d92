/* What readers who listen, or have only keys, are told where others see it. Links led to another page: the theme puts it in place
   of the one before, which no program that reads out notices. So the focus goes where the page begins, or to the place that the
   link names, and the page's title is said. */
(() => {
  "use strict";

  const spoken = document.querySelector("[data-spoken]");
  /* Letters that the theme takes for commands wherever they are typed: who speaks to the computer says them unawares. */
  const COMMANDS = "pnfs,.";
  let pages = 0;

  function focusOn(place) {
    if (!place) return;
    if (!place.matches("a, button, input, select, summary, textarea, [tabindex]")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  const beginning = () => document.querySelector(".md-content h1");

  function arrive() {
    if (!pages++) return;
    if (spoken) spoken.textContent = document.title;
    if (document.getElementById("__search")?.checked && document.activeElement?.matches(".md-search__input")) return;
    const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    focusOn(named || beginning());
  }

  window.document$?.subscribe(arrive);

  /* The way past the navigation ends at the title, before what is to be noticed of the page. */
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.(".md-skip")) setTimeout(() => focusOn(beginning()));
  });

  document.addEventListener("keydown", (event) => {
    const isCommand = COMMANDS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isCommand && !document.getElementById("__search")?.checked) event.stopPropagation();
  });
})();
