/* Reading lists of many people as one table: who read the current text, who an earlier one, who none. Files are opened
   here and nowhere else, and nothing of them is kept. Only its page loads it; instant navigation runs it again each time
   that the page comes. */
(() => {
  "use strict";

  const lists = window.khumueReadingLists;
  const { element, fill, dateIn } = window.khumueReadingWords;
  const MEGABYTE = 1_000_000;
  const LARGEST = 5;
  const MOST_FILES = 500;
  const MOST_PLACES = 10;
  const STATES = ["current", "older", "missing"];

  function show() {
    const root = document.querySelector("[data-who-read]");
    if (!root || root.dataset.ready) return;
    root.dataset.ready = "yes";
    const told = JSON.parse(root.dataset.whoRead);
    const { words } = told;
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    const idNow = new Map(told.procedures.flatMap(({ id, former }) => [id, ...former].map((each) => [each, id])));
    const textNow = new Map(told.procedures.map(({ id, fingerprint }) => [id, fingerprint]));
    const numbers = new Intl.NumberFormat(told.locale, { maximumFractionDigits: 1 });
    let people = new Map();
    let opened = new Map();
    let unknown = new Map();

    const date = (day) => dateIn(told.locale, day);

    function say(wording, values, level = "problem") {
      part("messages").append(element("li", `who-read__message--${level}`, fill(words[wording], values)));
    }

    /* ---------------------------------------------------------------------------------------------- taking in */
    async function open(files) {
      const some = [...files].slice(0, MOST_FILES);
      for (const file of some) await take(file);
      if (files.length > some.length) say("too_many", { most: MOST_FILES });
      part("files").value = "";
      refresh();
    }

    async function take(file) {
      const name = lists.line(file.name).slice(0, lists.LONGEST_NAME);
      if (file.size > LARGEST * MEGABYTE) {
        say("too_big", { file: name, size: numbers.format(file.size / MEGABYTE), most: LARGEST });
        return;
      }
      let text;
      try {
        text = lists.decode(await file.arrayBuffer());
      } catch {
        say("unreadable", { file: name });
        return;
      }
      if (opened.has(text)) {
        say("same_file", { file: name, other: opened.get(text) }, "note");
        return;
      }
      const found = lists.parse(text);
      if (found.problem) {
        say(found.problem, { file: name, ...found.values });
        return;
      }
      opened.set(text, name);
      for (const each of found.lists) merge(name, each);
    }

    function merge(file, list) {
      if (list.manual !== told.manual) {
        say("other_manual", { file, office: list.office || words.none, manual: list.manual || words.none });
        return;
      }
      const here = new Map();
      for (const entry of list.entries) {
        const key = lists.keyOf(entry.reader);
        if (!here.has(key)) here.set(key, { name: entry.reader, count: 0, isAgain: people.get(key)?.files.size > 0 });
        here.get(key).count += 1;
        note(key, entry, file);
      }
      const names = [...here.values()].map(({ name }) => name);
      const count = Math.max(0, ...[...here.values()].map((each) => each.count));
      if (names.length) say("merged", { file, count, names: names.join(", ") }, "good");
      for (const { name, isAgain } of here.values()) if (isAgain) say("same_person", { file, name }, "note");
      if (list.bad.length) {
        const places = list.bad.slice(0, MOST_PLACES).join(", ") + (list.bad.length > MOST_PLACES ? " …" : "");
        say("bad_entries", { file, count: list.bad.length, places });
      }
      if (!names.length && !list.bad.length) say("empty", { file });
      /* The last day that it is anywhere: clocks of other places may be ahead. */
      const latest = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      const late = list.entries.filter(({ read }) => read > latest).length;
      if (late) say("future", { file, count: late });
    }

    /* Of several readings of one procedure the one of today's text counts, else the latest. */
    function note(key, entry, file) {
      if (!people.has(key)) people.set(key, { name: entry.reader, files: new Set(), read: new Map() });
      const person = people.get(key);
      person.files.add(file);
      const id = idNow.get(entry.id);
      if (!id) {
        unknown.set(`${key} ${entry.id}`, { ...entry, name: person.name });
        return;
      }
      const state = entry.fingerprint === textNow.get(id) ? "current" : "older";
      const had = person.read.get(id);
      const isBetter = !had || (state === had.state ? entry.read > had.read : state === "current");
      if (isBetter) person.read.set(id, { ...entry, state, file });
    }

    /* ---------------------------------------------------------------------------------------------- showing */
    /* Whoever sent a file, and whoever should have. */
    function everybody() {
      const all = new Map(people);
      for (const typed of part("expected").value.split("\n")) {
        const name = lists.line(typed).slice(0, lists.LONGEST_NAME);
        if (name && !all.has(lists.keyOf(name))) all.set(lists.keyOf(name), { name, files: new Set(), read: new Map() });
      }
      return [...all.values()].sort((one, other) => one.name.localeCompare(other.name, told.locale));
    }

    const stateOf = (person, id) => person.read.get(id)?.state ?? "missing";
    const nameOf = ({ number, title }) => `${number} ${title}`;

    /* What is shown: a text that names people chooses among them, else among procedures. */
    function chosen() {
      const all = everybody();
      const text = lists.keyOf(part("find").value);
      const named = all.filter(({ name }) => lists.keyOf(name).includes(text));
      const titled = told.procedures.filter((each) => lists.keyOf(nameOf(each)).includes(text));
      const isFound = named.length > 0 || titled.length > 0;
      const orAll = (found, others) => (isFound ? (found.length ? found : others) : []);
      return { all, shown: orAll(named, all), procedures: orAll(titled, told.procedures), only: part("only").value };
    }

    function refresh() {
      const { all, shown, procedures, only } = chosen();
      const isAny = all.length > 0;
      part("results").hidden = !isAny;
      const complete = all.filter((each) => told.procedures.every(({ id }) => stateOf(each, id) === "current")).length;
      const values = { people: all.length, procedures: told.procedures.length, complete };
      part("counts").textContent = isAny ? fill(words.counts, values) : words.nothing;
      const states = STATES.filter((each) => !only || each === only);
      part("people").replaceChildren(peopleTable(shown, procedures, states));
      part("table").replaceChildren(procedureTable(shown, procedures, states));
      part("unknown").hidden = unknown.size === 0;
      part("unknown").querySelector("p").textContent = words.unknown_lead;
      const left = [...unknown.values()].map((each) => fill(words.unknown, { ...each, title: each.title || each.id, date: date(each.read) }));
      part("unknown").querySelector("ul").replaceChildren(...left.map((each) => element("li", "", each)));
    }

    function peopleTable(shown, procedures, states) {
      const rows = shown.filter((each) => procedures.some(({ id }) => states.includes(stateOf(each, id)))).map((each) => {
        const counts = states.map((state) => procedures.filter(({ id }) => stateOf(each, id) === state).length);
        return [each.files.size ? each.name : `${each.name} (${words.expected_only})`, ...counts.map((count) => numbers.format(count))];
      });
      return table([words.column_person, ...states.map((each) => words[each])], rows);
    }

    function procedureTable(shown, procedures, states) {
      const rows = procedures.map((each) => [
        nameOf(each),
        ...states.map((state) => shown.filter((person) => stateOf(person, each.id) === state).map((person) => {
          const read = person.read.get(each.id);
          return read ? fill(words.person_on, { name: person.name, date: date(read.read) }) : person.name;
        })),
      ]);
      const filled = rows.filter(([, ...cells]) => cells.some((each) => each.length));
      return table([words.column_procedure, ...states.map((each) => words[each])], filled);
    }

    function table(heads, rows) {
      if (!rows.length) return element("p", "", words.no_match);
      const head = element("tr", "", ...heads.map((each) => Object.assign(element("th", "", each), { scope: "col" })));
      const body = rows.map(([name, ...cells]) => {
        const first = Object.assign(element("th", "", name), { scope: "row" });
        return element("tr", "", first, ...cells.map((each, at) => filledCell(each, heads[at + 1])));
      });
      return element("table", "reading-table", element("thead", "", head), element("tbody", "", ...body));
    }

    function filledCell(content, label) {
      const isList = Array.isArray(content);
      const cell = element("td", "", isList ? element("ul", "", ...content.map((each) => element("li", "", each))) : content);
      if (!cell.textContent) cell.replaceChildren(words.none);
      cell.dataset.label = label;
      return cell;
    }

    /* ---------------------------------------------------------------------------------------------- taking out */
    const doing = {
      print: () => window.print(),
      csv() {
        const { shown, procedures, only } = chosen();
        const heads = [
          words.column_person, words.column_number, words.column_procedure, words.column_id, words.column_state,
          words.column_read, words.column_revision, words.column_mark, words.column_file,
        ];
        const rows = shown.flatMap((person) => procedures.map((each) => [person, each, stateOf(person, each.id)]))
          .filter(([, , state]) => !only || state === only)
          .map(([person, { number, title, id }, state]) => {
            const { read = "", revision = "", fingerprint = "", file = "" } = person.read.get(id) ?? {};
            return [person.name, number, title, id, words[state], read, revision, fingerprint && `t-${fingerprint}`, file];
          });
        const file = `${words.file_name}-${told.manual}.csv`;
        lists.save(file, "text/csv;charset=utf-8", lists.csv([heads, ...rows]));
        part("counts").textContent = fill(words.saved, { file });
      },
      clear() {
        if (!window.confirm(words.confirm_clear)) return;
        [people, opened, unknown] = [new Map(), new Map(), new Map()];
        for (const name of ["expected", "find", "only"]) part(name).value = "";
        refresh();
        part("messages").replaceChildren(element("li", "", words.cleared));
        part("files").focus();
      },
    };

    part("only").append(...STATES.map((each) => Object.assign(element("option", "", words[each]), { value: each })));
    part("files").addEventListener("change", ({ target }) => open([...target.files]));
    for (const name of ["expected", "find", "only"]) part(name).addEventListener("input", refresh);
    for (const button of root.querySelectorAll("[data-do]")) button.addEventListener("click", () => doing[button.dataset.do]());
    const drop = part("drop");
    for (const kind of ["dragover", "dragleave", "drop"]) {
      drop.addEventListener(kind, (event) => {
        event.preventDefault();
        drop.classList.toggle("who-read__drop--over", kind === "dragover");
        if (kind === "drop") open([...event.dataTransfer.files]);
      });
    }
    part("tools").hidden = false;
    part("needs").hidden = true;
    refresh();
  }

  show();
})();
