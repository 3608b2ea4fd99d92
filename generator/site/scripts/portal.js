/* The portal: the edition that was read last stands first, on its home and among the sites that the search offers, and a
   filter finds an office among many. Without this script every office is still in the list. */
(() => {
  "use strict";

  const script = document.currentScript;
  const portal = script ? new URL("../../", script.src).pathname : "/";
  const key = `khumue-edition:${portal}`;
  const THAI_ZERO = "๐".charCodeAt(0);

  function remembered() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function remember(edition) {
    try {
      localStorage.setItem(key, edition);
    } catch {
      /* storage is forbidden or full: the next visit begins like the first */
    }
  }

  /* Thai digits count as Arabic ones; spaces, full stops and letter case do not count. */
  function plain(text) {
    return text
      .normalize("NFC")
      .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO))
      .replace(/[\s.\u200b]+/g, "")
      .toLowerCase();
  }

  function showLast(links) {
    const line = document.querySelector("[data-portal-last]");
    const edition = remembered();
    const found = edition && links.find((link) => link.dataset.edition === edition);
    if (!line || !found) return;
    const link = line.querySelector("a");
    link.href = found.href;
    link.dataset.edition = edition;
    link.textContent = found.textContent.trim();
    line.hidden = false;
  }

  function enableFilter(list) {
    const box = list.querySelector("[data-portal-filter]");
    if (!box) return;
    const [field, status] = [box.querySelector("input"), box.querySelector("[role=status]")];
    const items = [...list.querySelectorAll("li")].map((item) => [item, plain(item.textContent)]);
    const groups = [...list.querySelectorAll("section")];
    const jumps = list.querySelector("nav");

    function filter() {
      const wanted = plain(field.value);
      let count = 0;
      for (const [item, text] of items) {
        item.hidden = !text.includes(wanted);
        count += item.hidden ? 0 : 1;
      }
      for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
      if (jumps) jumps.hidden = wanted !== "";
      status.textContent = wanted ? box.dataset[count ? "found" : "foundNone"].replace("{count}", count) : "";
    }

    field.addEventListener("input", filter);
    box.hidden = false;
    filter();
  }

  function start() {
    const list = document.querySelector("[data-portal]");
    if (!list || list.dataset.portal === "ready") return;
    list.dataset.portal = "ready";
    showLast([...list.querySelectorAll("a[data-edition]")]);
    enableFilter(list);
  }

  /* The search shows the sites that it offers in the order that it is told; this script hears of them before it. */
  function putLastFirst({ doors }) {
    const edition = remembered();
    if (!doors || !edition) return;
    for (const [, sites] of doors) {
      const at = sites.findIndex(([, address]) => address.startsWith(`${edition}/`));
      if (at > 0) sites.unshift(...sites.splice(at, 1));
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-edition]");
    if (link) remember(link.dataset.edition);
  });

  /* The theme tells of the pages that its instant navigation brings; from files it tells of none. */
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  window.document$?.subscribe(start);
  if (window.component$) window.component$.subscribe(putLastFirst);
})();
