/* The page of a procedure for whoever confirms it as read: the button, and after a real change what is different now.
   Only pages of procedures load it; instant navigation runs it again each time that one comes. */
(() => {
  "use strict";

  const { khumueReading: reading, khumueReadingChanges: changesBetween } = window;
  const { element, fill, dateIn } = window.khumueReadingWords;
  const LONGEST_LINE = 240;
  const MOST_WORDS = 6000;
  const MOST_TOLD = 4;
  const MOST_OPEN = 6;
  const NOT_SAID = ".heard, .chip, .headerlink, .reading-mark, [data-search-exclude]";

  /* The words of a part of the page, without what is only its dress. */
  function said(part) {
    const copy = part.cloneNode(true);
    for (const each of copy.querySelectorAll(NOT_SAID)) each.remove();
    for (const each of copy.querySelectorAll("br")) each.replaceWith(" ");
    const text = copy.textContent.replace(/[\u200b\u2060]/g, "").replace(/\s+/g, " ").trim();
    return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
  }

  const lines = (parts, tell = said) => [...parts].map(tell).filter(Boolean);

  function stepLines(place, words) {
    const body = document.getElementById(place)?.querySelector(":scope > .step__body");
    if (!body) return [];
    const parts = [...body.children].flatMap((each) => (each.matches("ul, ol") ? [...each.children] : [each]));
    const own = parts.filter((each) => !each.matches("details, .step__knowledge"));
    return lines(own, (each) => (each.matches(".steps__role") ? fill(words.doer, { text: said(each) }) : said(each)));
  }

  /* Where a field stands: below its heading, in the line of facts, or as the title or lead of the page. */
  function fieldPlace(name, label) {
    const id = name.replaceAll("_", "-");
    const heading = document.getElementById(`fold-${id}`) ?? document.getElementById(id);
    if (name === "title") return { mark: null, parts: document.querySelectorAll("h1") };
    if (heading?.matches("h2")) return { heading, mark: heading, parts: below(heading) };
    const fact = [...document.querySelectorAll(".facts--line li")].find(
      (each) => said(each.querySelector(".facts__label") ?? each) === label,
    );
    if (fact) return { mark: fact, parts: [withoutLabel(fact)] };
    return { mark: null, parts: name === "summary" ? document.querySelectorAll("h1 ~ .lead") : [] };
  }

  function withoutLabel(fact) {
    const copy = fact.cloneNode(true);
    copy.querySelector(".facts__label")?.remove();
    return copy;
  }

  function below(heading) {
    const fold = heading.closest("details");
    const siblings = [];
    for (let each = (fold ? heading.closest("summary") : heading).nextElementSibling; each; each = each.nextElementSibling) {
      if (!fold && (each.matches("h2, .reading") || each.querySelector("h2"))) break;
      siblings.push(each);
    }
    const leaves = siblings.flatMap((each) => [each, ...each.querySelectorAll("*")]);
    return leaves.filter((each) => each.matches("li, p, dt, dd, th, td") && !each.querySelector("li, p, dt, dd, th, td"));
  }

  /* What the page says now: its parts by their marks, with as many of their words as may be kept. */
  function present(told) {
    let room = MOST_WORDS;
    const kept = (row, found) => {
      room -= found.join("").length;
      return [...row, room < 0 ? [] : found];
    };
    const steps = told.steps.map((row) => kept(row, stepLines(row[0], told.words)));
    const fields = told.fields.map((row) => kept(row, lines(fieldPlace(row[0], row[1]).parts)));
    return { fields, steps };
  }

  function line(change, words) {
    const isPlain = change.what === "step" && (change.kind === "cut" ? !change.text : change.before === change.number);
    const text = fill(words[`${change.what}_${change.kind}${isPlain ? "_plain" : ""}`], change);
    const quoted = ["was", "now"].filter((name) => change[name]?.length)
      .map((name) => fill(words[name], { text: change[name].slice(0, MOST_TOLD).join(" · ") + (change[name].length > MOST_TOLD ? " …" : "") }));
    const heading = change.what === "field" ? fieldPlace(change.row[0], change.label).heading : document.getElementById(change.place);
    const name = heading && change.kind !== "cut" ? element("a", "", text) : element("span", "", text);
    if (name.matches("a")) name.href = `#${heading.id}`;
    return element("li", "", name, ...quoted.map((each) => element("span", "reading-changes__words", each)));
  }

  function mark(change, words) {
    const isStep = change.what === "step";
    const name = words[`mark_${change.kind}`];
    const place = isStep ? document.getElementById(change.place) : fieldPlace(change.row[0], change.label).mark;
    if (!place || !name) return;
    place.classList.add("reading-changed");
    const chip = element("span", "chip reading-mark", name);
    const text = isStep ? place.querySelector(":scope > .step__body > .step__text") : place;
    if (![...text.querySelectorAll(".reading-mark")].some((each) => each.textContent === chip.textContent)) text.append(" ", chip);
  }

  function unmark() {
    for (const each of document.querySelectorAll(".reading-mark")) each.remove();
    for (const each of document.querySelectorAll(".reading-changed")) each.classList.remove("reading-changed");
  }

  function wear(styles) {
    const href = new URL(styles, location.href).href;
    if (document.querySelector(`link[href="${href}"]`)) return;
    const link = element("link", "");
    link.rel = "stylesheet";
    link.href = href;
    document.head.append(link);
  }

  function button(name, className, run) {
    const made = element("button", className, name);
    made.type = "button";
    made.addEventListener("click", run);
    return made;
  }

  function show() {
    const root = document.querySelector("[data-reading]");
    if (!root || root.dataset.ready) return;
    root.dataset.ready = "yes";
    const told = JSON.parse(root.dataset.reading);
    const notice = document.querySelector("[data-reading-changes]");
    const status = element("span", "");
    status.setAttribute("role", "status");
    /* Where the focus goes when the button that had it is gone. */
    status.tabIndex = -1;
    let before = null;

    function confirm(event) {
      unmark();
      before = reading.find(told.manual, told);
      const { id, number, title, fingerprint, revision } = told;
      reading.keep(told.manual, { id, number, title, fingerprint, revision, day: reading.today(), ...present(told) });
      refresh();
      if (event) status.focus({ preventScroll: !notice?.contains(event.target) });
    }

    function undo() {
      if (before) reading.keep(told.manual, before);
      else reading.forget(told.manual, told.id);
      before = null;
      refresh();
      root.querySelector("button")?.focus();
    }

    function refresh() {
      unmark();
      const record = reading.find(told.manual, told);
      const isCurrent = record?.fingerprint === told.fingerprint;
      const { words } = told;
      const date = record ? dateIn(told.locale, record.day) : "";
      const unkept = { blocked: words.not_stored, full: words.full }[reading.state()];
      const buttons = element("p", "record__buttons reading__buttons");
      if (isCurrent) {
        status.textContent = [fill(words.read_on, { date }), unkept].filter(Boolean).join(" · ");
        buttons.append(status, button(words.undo, "learning-button learning-button--quiet", undo));
      } else {
        status.textContent = record ? fill(words.changed_somehow, { date }) : "";
        buttons.append(button(record ? words.confirm_again : words.confirm, "learning-button", confirm), status);
      }
      const mine = element("a", "learning-button learning-button--quiet", words.mine);
      mine.href = root.dataset.mine;
      buttons.append(mine);
      root.replaceChildren(buttons, element("p", "record__stored", isCurrent ? "" : words.hint));
      root.hidden = false;
      if (notice) tell(notice, record && !isCurrent ? record : null, { words, date });
    }

    /* The notice at the top of the page, and the marks at what changed. */
    function tell(box, record, { words, date }) {
      box.hidden = !record;
      box.replaceChildren();
      if (!record) return;
      wear(root.dataset.styles);
      const changes = changesBetween(record, present(told), told.renamed);
      const head = changes.length ? fill(words.changed, { date, count: changes.length }) : fill(words.changed_somehow, { date });
      const list = element("ul", "", ...changes.map((each) => line(each, words)));
      const fold = element("details", "", element("summary", "", words.see), list);
      fold.open = changes.length <= MOST_OPEN;
      box.append(element("p", "", head), ...(changes.length ? [fold] : []));
      box.append(element("p", "reading__again", `${words.ask} `, button(words.confirm_again, "learning-button", confirm)));
      for (const each of changes) mark(each, words);
    }

    reading.watch(() => {
      if (!root.isConnected) return;
      before = null;
      refresh();
    });
    refresh();
  }

  show();
})();
