/* The step at hand: marked in its row and in the chart beside it, which stays in sight; and the tab of the part at hand. */
(() => {
  "use strict";

  const MARK = "at-hand";
  /* The line in the window, in parts of its height, at which something is at hand. */
  const LINE = 0.35;
  /* What is inside is laid out only to be measured, so it never is. */
  const FOLDED = "details:not([open])";

  const boxOf = (element) => element.getBoundingClientRect();

  let stop = null;

  function observe() {
    stop?.abort();
    const flow = document.querySelector(".flow");
    if (!flow) return;
    stop = new AbortController();
    const symbols = new Map();
    for (const link of flow.querySelectorAll(".flow__chart a")) {
      const fragment = (link.href.baseVal ?? link.href).split("#")[1];
      if (fragment && !link.classList.contains("actor")) symbols.set(fragment, [...(symbols.get(fragment) ?? []), link]);
    }
    const rows = [...flow.querySelectorAll(".step")];
    const tabs = [...document.querySelectorAll(".tabs a")].map((tab) => [tab, document.getElementById(tab.hash.slice(1))]);
    const beside = flow.querySelector(".flow__chart");
    let marked = [];
    /* The step that is pointed at, in its row or on the chart; it goes before the one that is at hand. */
    let pointed = null;

    function mark(row) {
      if (!row || marked[0] === row) return;
      for (const each of marked) each.classList.remove(MARK);
      marked = [row, ...(symbols.get(row.id) ?? [])];
      for (const each of marked) each.classList.add(MARK);
      if (marked[1]) keepInSight(marked[1]);
    }

    /* Only the chart moves: never the page, which its reader moves. */
    function keepInSight(symbol) {
      const chart = symbol.closest(".chart");
      if (chart.scrollHeight <= chart.clientHeight) return;
      const [inner, outer] = [boxOf(symbol), boxOf(chart)];
      chart.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
    }

    function scrolled() {
      const line = innerHeight * LINE;
      /* A chart that stays in sight is beside all steps. */
      const stays = beside && getComputedStyle(beside).position === "sticky" ? beside : null;
      const isAbove = (place) => !stays?.contains(place) && boxOf(place).top <= line;
      const read = rows.filter((row) => !row.closest(FOLDED) && boxOf(row).height && isAbove(row));
      mark(pointed ?? read.pop() ?? rows[0]);
      const current = tabs.filter(([, place]) => place && isAbove(place.closest(FOLDED) ?? place)).pop() ?? tabs[0];
      for (const each of tabs) {
        if (each === current) each[0].setAttribute("aria-current", "true");
        else each[0].removeAttribute("aria-current");
      }
    }

    let asked = 0;
    const later = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(scrolled);
    };
    const whilst = { signal: stop.signal, passive: true };
    addEventListener("scroll", later, whilst);
    addEventListener("resize", later, whilst);
    flow.addEventListener("pointerover", ({ target }) => {
      const symbol = target.closest(".flow__chart a");
      const [shown] = symbol ? [...symbols].find(([, links]) => links.includes(symbol)) ?? [] : [];
      pointed = shown ? document.getElementById(shown) : target.closest(".step");
      later();
    }, whilst);
    flow.addEventListener("pointerleave", () => {
      pointed = null;
      later();
    }, whilst);
    /* Browsers leave a tab where it is when a little of it is in sight. */
    tabs[0]?.[0].closest(".tabs").addEventListener("focusin", ({ target }) => {
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
    }, whilst);
    later();
  }

  /* Before printing everything is shown that is folded away, also where the style sheet cannot do it. */
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".md-content details:not(.by-role, .self-check__folded, [open])")) fold.open = true;
  });

  observe();
  window.document$?.subscribe(observe);
})();
