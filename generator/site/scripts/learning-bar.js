/* The bar on pages that a reader came to from a learning path: which stop this is, whether it is done, what is next. */
(() => {
  "use strict";

  const learning = window.khumueLearning;
  const pageOf = (url) => url.split("#")[0];

  /* The stop that this page is: the one chosen last, if it is here, else the first that is; -1 for none. On the page
     of the path itself only what was chosen counts: something to prove, which has no page of its own. */
  function placeOf(path) {
    const here = pageOf(location.href);
    const isHere = (stop) => Boolean(stop) && pageOf(stop.url) === here;
    if (isHere(path.stops[path.at])) return path.at;
    return here === path.home ? -1 : path.stops.findIndex(isHere);
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function show() {
    const old = document.querySelector(".path-bar");
    const path = learning.following();
    const isReadable = path && Array.isArray(path.stops) && path.words;
    const at = isReadable ? placeOf(path) : -1;
    document.documentElement.classList.toggle("has-path-bar", at >= 0);
    old?.remove();
    if (at < 0) return;
    if (path.at !== at) learning.follow({ ...path, at });
    document.body.append(bar(path, at));
  }

  function bar(path, at) {
    const { words, stops } = path;
    const made = element("aside", "path-bar");
    made.setAttribute("aria-label", words.bar);
    const home = element("a", "path-bar__home", path.title);
    home.href = `${path.home}#stop-${at + 1}`;
    const place = element("span", "path-bar__place");
    place.textContent = learning.fill(words.bar_place, { number: at + 1, all: stops.length });
    /* What is said of this stop stands with it, apart from the way on to the next. */
    const here = element("p", "path-bar__here");
    here.append(home, " ", place);
    if (stops[at].why) here.append(" ", element("span", "path-bar__why", stops[at].why));
    made.append(here, doneBox(path, stops[at]), nextLink(path, at), closeButton(words));
    return made;
  }

  function doneBox(path, stop) {
    const progress = learning.progress(path.edition, path.path);
    const label = element("label", "path-bar__done");
    const box = element("input", "");
    box.type = "checkbox";
    box.checked = Boolean(progress.doneOn(stop.key));
    box.addEventListener("change", () => progress.mark(stop.key, box.checked));
    label.append(box, ` ${path.words.bar_done}`);
    return label;
  }

  function nextLink(path, at) {
    const next = path.stops[at + 1];
    const { words } = path;
    const text = next ? learning.fill(words.bar_next, { title: next.title }) : words.bar_finish;
    const link = element("a", "path-bar__next", text);
    link.href = next ? next.url : path.home;
    link.addEventListener("click", () => {
      /* Whoever goes on has read what is here; what must be proved is ticked by hand. */
      if (!path.stops[at].isProved) learning.progress(path.edition, path.path).mark(path.stops[at].key, true);
      if (!next) {
        learning.stopFollowing();
        setTimeout(show, 0);
        return;
      }
      learning.follow({ ...path, at: at + 1 });
      /* Another stop on this page: no page will come that would show it. */
      if (pageOf(next.url) === pageOf(location.href)) setTimeout(() => { show(); focusNext(); }, 0);
    });
    return link;
  }

  function focusNext() {
    document.querySelector(".path-bar__next")?.focus();
  }

  function closeButton(words) {
    const button = element("button", "path-bar__close", "×");
    button.type = "button";
    button.setAttribute("aria-label", words.bar_close);
    button.addEventListener("click", () => {
      learning.stopFollowing();
      show();
    });
    return button;
  }

  /* The page is there already; the theme tells of the pages that it opens later. */
  show();
  window.document$?.subscribe(show);
})();
