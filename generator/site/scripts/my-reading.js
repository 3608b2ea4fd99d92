/* What the reader of this browser has read, what changed since, what is left; the list to sign and to send. Names that are
   typed here are never kept. Only its page loads it; instant navigation runs it again each time that the page comes. */
(() => {
  "use strict";

  const { khumueReading: reading, khumueReadingLists: lists } = window;
  const { element, fill, dateIn } = window.khumueReadingWords;

  function show() {
    const root = document.querySelector("[data-my-reading]");
    if (!root || root.dataset.ready) return;
    root.dataset.ready = "yes";
    const told = JSON.parse(root.dataset.myReading);
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    const date = (day) => dateIn(told.locale, day);
    let records = new Map();
    let gone = [];

    function take() {
      records = new Map(told.procedures.map((each) => [each.id, reading.find(told.manual, each)]).filter(([, found]) => found));
      const found = reading.all(told.manual);
      gone = found.records.filter(({ id }) => !records.has(id));
      say([
        found.unreadable ? fill(told.words.unreadable, { count: found.unreadable }) : "",
        { blocked: told.words.not_stored, full: told.words.full }[reading.state()] ?? told.words.private_window,
      ]);
    }

    function say(messages) {
      part("messages").replaceChildren(...messages.filter(Boolean).map((each) => element("li", "", each)));
    }

    const group = () => told.groups.find(({ kind, id }) => `${kind}:${id}` === part("group").value);
    function chosen() {
      const ids = group()?.procedures;
      return told.procedures.filter(({ id }) => !ids || ids.includes(id));
    }
    const isCurrent = (each) => records.get(each.id)?.fingerprint === each.fingerprint;

    function refresh() {
      take();
      const shown = chosen();
      const isShown = new Set(shown.map(({ id }) => id));
      for (const row of part("list").children) row.hidden = !isShown.has(row.dataset.procedure);
      for (const each of shown) state(each);
      const read = shown.filter(isCurrent).length;
      const changed = shown.filter((each) => records.has(each.id)).length - read;
      const values = { read, changed, all: shown.length, left: shown.length - read - changed };
      part("counts").textContent = fill(told.words.counts, values);
      part("bar").max = shown.length;
      part("bar").value = read;
      showGone();
    }

    function state(each) {
      const row = part("list").querySelector(`[data-procedure="${each.id}"]`);
      const box = row.querySelector("[data-state]");
      const record = records.get(each.id);
      const kind = !record ? "left" : isCurrent(each) ? "read" : "outdated";
      row.dataset.is = kind;
      box.replaceChildren(element("span", "my-reading__sign", fill(told.words[kind], { date: record ? date(record.day) : "" })));
      if (kind !== "outdated") return;
      /* What changed on the day of reading may have been read already, or not. */
      const since = each.changes.filter(([day]) => day >= record.day);
      if (!since.length) return;
      box.append(element("ul", "", ...since.map(([day, line]) => element("li", "", fill(told.words.change_on, { date: date(day), line })))));
    }

    function showGone() {
      const box = part("gone");
      box.hidden = !gone.length || Boolean(part("group").value);
      const items = gone.map(({ title, day }) => element("li", "", `${title} · ${fill(told.words.read, { date: date(day) })}`));
      box.replaceChildren(element("h2", "", told.words.gone), element("p", "", told.words.gone_lead), element("ul", "", ...items));
    }

    /* What is written down: the names that are typed, and what they read of the chosen list. */
    function list() {
      const readers = [...new Map(part("names").value.split("\n").map(lists.line).filter(Boolean).map((name) => [lists.keyOf(name), name])).values()];
      const procedures = chosen()
        .filter(({ id }) => records.has(id))
        .map(({ id, number, title }) => {
          const { fingerprint, day, revision } = records.get(id);
          return { id, number, title, fingerprint, read: day, revision };
        });
      const limits = { most: lists.MOST_NAMES, length: lists.LONGEST_NAME };
      const isLong = readers.length > limits.most || readers.some((name) => name.length > limits.length);
      const problem = !readers.length ? told.words.name_first : isLong ? fill(told.words.name_long, limits) : procedures.length ? "" : told.words.none_read;
      part("said").textContent = problem;
      if (problem) {
        if (procedures.length || !readers.length) part("names").focus();
        return null;
      }
      const { manual, office, title } = told;
      return { manual, office, title, made: reading.today(), readers, procedures };
    }

    const now = new Map(told.procedures.map((each) => [each.id, each.fingerprint]));
    const stateOf = (each) => (each.fingerprint === now.get(each.id) ? told.words.sheet_current : told.words.sheet_outdated);

    function saved(ending, type, text, made) {
      const file = `${told.manual}-${made.made}.${ending}`;
      lists.save(file, type, text);
      part("said").textContent = fill(told.words.saved, { file, count: made.procedures.length });
    }

    const doing = {
      json() {
        const made = list();
        if (made) saved("json", "application/json", lists.listAsJson(made), made);
      },
      csv() {
        const made = list();
        const { words } = told;
        const heads = {
          reader: words.column_name, number: words.column_number, title: words.column_procedure, id: words.column_id,
          read: words.column_read, revision: words.column_revision, mark: words.column_mark, state: words.column_state,
          manual: words.column_manual, office: words.column_office, made: words.column_made, format: words.column_format,
        };
        if (made) saved("csv", "text/csv;charset=utf-8", lists.listAsCsv(made, heads, stateOf), made);
      },
      print() {
        const made = list();
        if (!made) return;
        part("sheet").replaceChildren(...sheet(made));
        part("sheet").hidden = false;
        window.print();
      },
      forget() {
        if (!window.confirm(told.words.confirm_forget)) return;
        const isDone = reading.forgetAll();
        part("names").value = "";
        part("said").textContent = "";
        refresh();
        part("forgotten").textContent = isDone ? told.words.forgotten : told.words.not_forgotten;
      },
    };

    function sheet(made) {
      const { words } = told;
      const heads = ["column_number", "column_procedure", "column_read", "column_revision", "column_state"];
      const rows = made.procedures.map((each) => [each.number, each.title, date(each.read), each.revision, stateOf(each)]);
      const signing = made.readers.map((name) => [name, "", ""]);
      return [
        element("h2", "", words.sheet_title),
        element("p", "", [told.title, told.office, group()?.title].filter(Boolean).join(" · ")),
        element("p", "", words.sheet_statement),
        table(heads.map((each) => words[each]), rows, ""),
        table([words.column_name, words.column_signature, words.column_signed], signing, "reading-sheet__signing"),
        element("p", "", fill(words.sheet_made, { date: date(made.made) })),
      ];
    }

    /* The sheet bears names: it is gone once it is printed. */
    window.addEventListener("afterprint", () => {
      part("sheet")?.replaceChildren();
      if (part("sheet")) part("sheet").hidden = true;
    });

    for (const kind of ["path", "role"]) {
      const box = root.querySelector(`[data-kind=${kind}]`);
      const options = told.groups.filter((each) => each.kind === kind);
      box.append(...options.map(({ id, title }) => Object.assign(element("option", "", title), { value: `${kind}:${id}` })));
      if (!options.length) box.remove();
    }
    part("group").addEventListener("change", refresh);
    for (const button of root.querySelectorAll("[data-do]")) button.addEventListener("click", () => doing[button.dataset.do]());
    for (const name of ["head", "tools"]) part(name).hidden = false;
    part("needs").hidden = true;
    reading.watch(() => root.isConnected && refresh());
    refresh();
  }

  function table(heads, rows, className) {
    const head = element("tr", "", ...heads.map((each) => Object.assign(element("th", "", each), { scope: "col" })));
    const body = rows.map((row) => element("tr", "", ...row.map((each) => element("td", "", each))));
    return element("table", `reading-table ${className}`, element("thead", "", head), element("tbody", "", ...body));
  }

  show();
})();
