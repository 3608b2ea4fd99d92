/* What this browser remembers of reading: of each procedure that was confirmed as read, which text that was and when.
   One entry of the browser's store for each, so that a broken one spoils no other. Nothing leaves the browser; where it
   keeps nothing (policies, private windows), the page's own memory must do. */
(() => {
  "use strict";

  if (window.khumueReading) return;
  const OURS = "khumue.";
  const PREFIX = `${OURS}read.`;
  const VERSION = 1;
  const memory = new Map();
  let state = "kept";
  let watcher = null;

  function store() {
    try {
      const { localStorage: kept } = window;
      kept.getItem(PREFIX);
      return kept;
    } catch {
      state = "blocked";
      return null;
    }
  }

  const keyOf = (manual, id) => `${PREFIX}${manual}.${id}`;

  function keys() {
    const kept = store();
    const names = kept ? Array.from({ length: kept.length }, (_, at) => kept.key(at)) : [];
    return [...new Set([...names, ...memory.keys()])];
  }

  const textOf = (key) => memory.get(key) ?? store()?.getItem(key) ?? null;
  const isText = (value) => typeof value === "string";
  const isRow = (row, texts) =>
    Array.isArray(row) && row.slice(0, texts).every(isText) && Array.isArray(row[texts]) && row[texts].every(isText);

  /* What an entry says, null for what is none: written by hand, cut off, or of a later version. */
  function understood(text) {
    try {
      const told = JSON.parse(text);
      const isWhole =
        told.version === VERSION &&
        ["id", "number", "title", "fingerprint", "revision"].every((name) => isText(told[name])) &&
        /^\d{4}-\d\d-\d\d$/.test(told.day) &&
        !Number.isNaN(Date.parse(told.day)) &&
        [told.fields, told.steps].every((rows) => Array.isArray(rows) && rows.every((row) => isRow(row, 3)));
      return isWhole ? told : null;
    } catch {
      return null;
    }
  }

  /* Where the store is full, the words of what was read longest ago go first: without them a page still says what
     changed, but not how it was before. */
  function madeRoomFor(put) {
    const shortened = keys()
      .filter((key) => key.startsWith(PREFIX) && !memory.has(key))
      .map((key) => [key, understood(textOf(key))])
      .filter(([, told]) => told && [...told.fields, ...told.steps].some((row) => row[3].length))
      .sort(([, one], [, other]) => (one.day < other.day ? -1 : 1));
    for (const [key, told] of shortened) {
      for (const row of [...told.fields, ...told.steps]) row[3] = [];
      try {
        store().setItem(key, JSON.stringify(told));
        put();
        return true;
      } catch {
        /* the next one then */
      }
    }
    return false;
  }

  function write(key, text) {
    const put = () => store().setItem(key, text);
    memory.delete(key);
    state = "kept";
    try {
      put();
    } catch {
      if (madeRoomFor(put)) return;
      state = "full";
      memory.set(key, text);
    }
  }

  function remove(key) {
    memory.delete(key);
    store()?.removeItem(key);
  }

  /* A procedure goes on to be read when it is called otherwise. */
  function find(manual, { id, former }) {
    for (const name of [id, ...former]) {
      const told = understood(textOf(keyOf(manual, name)));
      if (!told) continue;
      if (name !== id) {
        told.id = id;
        write(keyOf(manual, id), JSON.stringify(told));
        remove(keyOf(manual, name));
      }
      return told;
    }
    return null;
  }

  /* All of one manual: those that can be understood, and how many cannot. */
  function all(manual) {
    const prefix = keyOf(manual, "");
    const texts = keys().filter((key) => key.startsWith(prefix)).map(textOf);
    const found = texts.map(understood);
    return { records: found.filter(Boolean), unreadable: found.filter((each) => !each).length };
  }

  /* Everything that the manual remembers in this browser, of all offices; whether that was possible. */
  function forgetAll() {
    memory.clear();
    try {
      for (const kept of [window.localStorage, window.sessionStorage]) {
        const names = Array.from({ length: kept.length }, (_, at) => kept.key(at));
        for (const name of names) if (/^khumue[.-]/.test(name) || name === "finder") kept.removeItem(name);
      }
      return true;
    } catch {
      return false;
    }
  }

  /* Tabs are told of one another's readings; a page that comes back as it was left has missed what it was told. */
  window.addEventListener("storage", ({ key }) => {
    if (key === null || key.startsWith(PREFIX)) watcher?.();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) watcher?.();
  });

  const BANGKOK_IS_AHEAD = 7 * 60 * 60 * 1000;

  /* The day in the offices' time, wherever the reader is. */
  function today() {
    return new Date(Date.now() + BANGKOK_IS_AHEAD).toISOString().slice(0, 10);
  }

  window.khumueReading = {
    VERSION,
    all,
    find,
    forgetAll,
    today,
    keep: (manual, told) => write(keyOf(manual, told.id), JSON.stringify({ version: VERSION, ...told })),
    forget: (manual, id) => remove(keyOf(manual, id)),
    /* "kept"; "blocked" or "full" where only this page remembers */
    state: () => (store() ? state : "blocked"),
    /* What is to be done when another tab changes something of it; each page has one such thing to do. */
    watch(run) {
      watcher = run;
    },
  };
})();
