/* The frame by keyboard: the theme opens its menu and its search by labels of check boxes, which no key reaches. They become
   buttons here; without this file they stay what they are. */
(() => {
  "use strict";

  const words = document.querySelector("[data-spoken]")?.dataset ?? {};
  const NAMES = { __drawer: words.menu, __search: words.search };
  const narrow = matchMedia("(max-width: 76.234375em)");

  /* The theme finds them by what they are for. */
  function buttonOf(label, name) {
    const id = label.htmlFor;
    const box = document.getElementById(id);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", id);
    button.setAttribute("aria-label", name);
    button.append(...label.childNodes);
    const tell = () => button.setAttribute("aria-expanded", box.checked);
    button.addEventListener("click", () => {
      box.click();
      if (id === "__search") document.querySelector(".md-search__input")?.focus();
      else if (id === "__drawer" && box.checked) enter();
    });
    box.addEventListener("change", tell);
    tell();
    label.replaceWith(button);
    return button;
  }

  const labels = [...document.querySelectorAll(".md-header__button[for]")].filter((each) => NAMES[each.htmlFor]);
  const buttons = Object.fromEntries(labels.map((each) => [each.htmlFor, buttonOf(each, NAMES[each.htmlFor])]));
  const drawer = document.getElementById("__drawer");

  /* Where the menu stands open over the page: at the page that is open, or at its beginning. */
  function enter() {
    const links = [...document.querySelectorAll(".md-sidebar--primary :is(a[href], [tabindex])")];
    const seen = links.filter((each) => getComputedStyle(each).visibility === "visible" && each.offsetHeight);
    (seen.find((each) => each.matches(".md-nav__link--active")) ?? seen[0])?.focus();
  }

  function leave() {
    if (drawer.checked) drawer.click();
  }

  /* Browsers remember which boxes were ticked when a page is opened again. */
  leave();

  /* The theme opens the search by this sign only where its field is seen: not in a narrow or much enlarged window. Who speaks
     to the computer says it unawares, so that it can be switched off at the foot of every page. */
  const SWITCHED_OFF = "khumue.shortcut";
  let isSignOn = true;
  try {
    isSignOn = !localStorage.getItem(SWITCHED_OFF);
  } catch { /* nothing is kept */ }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked && narrow.matches) {
      leave();
      buttons.__drawer?.focus();
    }
    const isWritten = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || isWritten || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isSignOn) event.stopPropagation();
    if (!isSignOn || !buttons.__search || document.getElementById("__search").checked) return;
    event.preventDefault();
    buttons.__search.click();
  });

  function showSwitch() {
    for (const button of document.querySelectorAll("[data-shortcut]")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", isSignOn);
    }
  }

  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-shortcut]")) return;
    isSignOn = !isSignOn;
    showSwitch();
    try {
      localStorage.setItem(SWITCHED_OFF, isSignOn ? "" : "yes");
    } catch { /* holds as long as the page */ }
  });

  /* Who goes on past the menu's end is on the page again, which the menu must not hide. */
  document.addEventListener("focusin", ({ target }) => {
    if (drawer.checked && narrow.matches && !target.closest(".md-sidebar--primary, [for=__drawer]")) leave();
  });

  /* What opens a branch of the menu is a mark without a word, which is named like the page beside it. */
  function openBranches() {
    for (const label of document.querySelectorAll("label.md-nav__link[for^=__nav]")) {
      const { id } = label;
      buttonOf(label, (label.textContent.trim() ? label : label.previousElementSibling).textContent.trim()).id = id;
    }
  }

  /* The ways between the floors of a menu, for keys too. */
  function openFloors() {
    const ways = document.querySelectorAll(".md-sidebar--primary :is(.md-nav__title:not([for=__drawer]), .md-nav__link[for=__toc])");
    for (const way of ways) way.tabIndex = narrow.matches ? 0 : -1;
  }

  function arrive() {
    openFloors();
    openBranches();
    showSwitch();
  }

  narrow.addEventListener("change", openFloors);
  arrive();
  window.document$?.subscribe(arrive);
})();
