/* What the pages do beyond reading: open the search, copy the address of a step, print. Without it all links still work. */
(() => {
  "use strict";

  const TOAST_MILLISECONDS = 2000;

  function openSearch() {
    const toggle = document.querySelector('[data-md-toggle="search"]');
    if (toggle && !toggle.checked) toggle.click();
    const field = document.querySelector(".md-search__input");
    if (field) field.focus();
  }

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

  /* Without what a search has left in the page's own address. */
  function addressOf(link) {
    const address = new URL(link.href);
    address.search = "";
    return address.href;
  }

  /* Paper says on each sheet what it is of. */
  function nameSheets() {
    const say = (name, text) => {
      document.documentElement.style.setProperty(name, JSON.stringify(text.replace(/\s+/g, " ").trim()));
    };
    say("--khumue-running-head", document.title);
    say("--khumue-running-foot", document.querySelector(".md-copyright")?.textContent ?? "");
  }

  addEventListener("beforeprint", nameSheets);

  document.addEventListener("click", (event) => {
    const aimed = event.target instanceof Element ? event.target : null;
    if (!aimed) return;
    if (aimed.closest("[data-open-search]")) openSearch();
    if (aimed.closest("[data-print]")) window.print();
    const share = aimed.closest("a[data-share]");
    if (share) copy(addressOf(share)).then(() => toast(share.dataset.share), () => {});
  });
})();
