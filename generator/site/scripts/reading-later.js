/* Brings what confirms a page as read only when somebody needs it: whoever read the page before, or comes near its end.
   Pages weigh little for all others, and that it is fetched tells nobody who confirms. */
(() => {
  "use strict";

  const root = document.querySelector("[data-reading]");
  if (!root || root.dataset.waits) return;
  root.dataset.waits = "yes";
  root.hidden = false;

  function isKnown() {
    const { manual, id, former } = JSON.parse(root.dataset.reading);
    try {
      return [id, ...former].some((each) => localStorage.getItem(`khumue.read.${manual}.${each}`));
    } catch {
      return false;
    }
  }

  function bring() {
    const script = document.createElement("script");
    script.src = root.dataset.script;
    document.head.append(script);
  }

  if (window.khumueReading || isKnown()) {
    bring();
    return;
  }
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      watch.disconnect();
      bring();
    },
    { rootMargin: "50%" },
  );
  watch.observe(root);
})();
