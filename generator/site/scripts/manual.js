/* What the pages do beyond reading: open the search, share the address of a page or a step, print. Without it all links still work. */
(() => {
  "use strict";

  const TOAST_MILLISECONDS = 2000;

  function toast(message) {
    let box = document.querySelector(".toast");
    if (!box) {
      box = document.createElement("div");
      box.className = "toast";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    box.textContent = message;
    box.classList.add("toast--shown");
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => box.classList.remove("toast--shown"), TOAST_MILLISECONDS);
  }

  /* Pages served without https have no clipboard of their own; there the old way copies. */
  async function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const field = document.createElement("textarea");
    field.value = text;
    field.style.position = "fixed";
    field.style.opacity = "0";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (!copied) throw new Error("copying is not allowed");
  }

  /* The short address that lasts, where there is one and a server that finds it; else the place, without what a search has
     left in the page's own address. */
  function addressOf(control) {
    const short = location.protocol !== "file:" && control.dataset.short;
    const address = new URL(short || control.href || "", location);
    address.search = "";
    return address.href;
  }

  function titleOf(control) {
    const procedure = document.querySelector('[property="og:title"]')?.content;
    const said = control.closest(".step")?.querySelector(".step__text");
    if (!said) return procedure;
    const step = [...said.childNodes].map((each) => (["chip", "heard"].includes(each.className) ? "" : each.textContent));
    return `${control.textContent} ${step.join("").trim()} · ${procedure}`;
  }

  /* Phones know to whom one writes; elsewhere the address is copied. */
  async function share(control) {
    const url = addressOf(control);
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      try {
        return await navigator.share({ title: titleOf(control), url });
      } catch (error) {
        if (error.name === "AbortError") return;
      }
    }
    await copy(url).then(() => toast(control.dataset.share), () => {});
  }

  /* Paper says on each sheet what it is of, each part on a line of its own. */
  function nameSheets() {
    const say = (name, text) => {
      const lines = text.replace(/\s+/g, " ").trim().split(/ [·–-] /).map((line) => JSON.stringify(line).slice(1, -1));
      document.documentElement.style.setProperty(name, `"${lines.join("\\a ")}"`);
    };
    const [page, manual] = ["title", "site_name"].map((name) => document.querySelector(`[property="og:${name}"]`)?.content);
    const head = manual?.startsWith(page) ? manual : `${page} – ${manual}`;
    say("--khumue-running-head", manual ? head : document.title);
    say("--khumue-running-foot", document.querySelector(".md-copyright div")?.textContent ?? "");
  }

  addEventListener("beforeprint", nameSheets);

  document.addEventListener("click", ({ target: aimed }) => {
    if (!aimed.closest) return;
    if (aimed.closest("[data-open-search]")) document.querySelector("button[for=__search]")?.click();
    if (aimed.closest("[data-print]")) window.print();
    const edit = aimed.closest("[data-edit]");
    if (edit) edit.hash = location.hash;
    const shared = aimed.closest("[data-share]");
    if (shared) share(shared);
  });
})();
