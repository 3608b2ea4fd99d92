/* What a learner's browser remembers: which stops of which path are done, and which path is being followed.
   Nothing leaves the browser. Where it keeps nothing (private windows, policies), a page's own memory must do. */
(() => {
  "use strict";

  const PREFIX = "khumue.learning.";
  const FOLLOWING = `${PREFIX}following`;
  const memory = new Map();

  /* One of the browser's two stores, or what stands in for it. */
  function keeper(name) {
    let store = null;
    try {
      store = window[name];
      store.setItem(`${PREFIX}try`, "1");
      store.removeItem(`${PREFIX}try`);
    } catch {
      store = null;
    }
    return {
      isKept: store !== null,
      read(key) {
        try {
          return JSON.parse((store ? store.getItem(key) : memory.get(key)) || "null");
        } catch {
          return null;
        }
      },
      write(key, value) {
        const text = JSON.stringify(value);
        try {
          if (store) store.setItem(key, text);
        } catch {
          store = null;
          this.isKept = false;
        }
        if (!store) memory.set(key, text);
      },
      remove(key) {
        memory.delete(key);
        if (store) store.removeItem(key);
      },
    };
  }

  const lasting = keeper("localStorage");
  const passing = keeper("sessionStorage");

  const BANGKOK_IS_AHEAD = 7 * 60 * 60 * 1000;

  /* The day in the offices' time, wherever the reader is. */
  function today() {
    return new Date(Date.now() + BANGKOK_IS_AHEAD).toISOString().slice(0, 10);
  }

  const RESULT = "=result";
  const CHANGED = "khumue:progress";

  /* The progress on one path of one edition: when each stop was done, by its key; how the self-check went last. */
  function progress(edition, path) {
    const key = `${PREFIX}${edition}.${path}`;
    const read = () => {
      const kept = lasting.read(key);
      return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
    };
    return {
      isKept: () => lasting.isKept,
      doneOn: (stop) => (typeof read()[stop] === "string" ? read()[stop] : ""),
      mark(stop, isDone) {
        const done = read();
        if (isDone) done[stop] = today();
        else delete done[stop];
        lasting.write(key, done);
        window.dispatchEvent(new Event(CHANGED));
      },
      result() {
        const { right, all, day } = Object(read()[RESULT]);
        return Number.isInteger(right) && Number.isInteger(all) && typeof day === "string" ? { right, all, day } : null;
      },
      isTested: () => Object(read()[RESULT]).isWhole === true,
      /* A test that was finished is not forgotten for one that was only begun. */
      keepResult({ right, all, answered }) {
        const isWhole = answered === all;
        if (!isWhole && this.isTested()) return;
        lasting.write(key, { ...read(), [RESULT]: { right, all, day: today(), isWhole } });
      },
      clear: () => lasting.remove(key),
    };
  }

  window.khumueLearning = {
    progress,
    following: () => passing.read(FOLLOWING),
    follow: (path) => passing.write(FOLLOWING, path),
    onProgress: (run) => window.addEventListener(CHANGED, run),
    stopFollowing: () => passing.remove(FOLLOWING),
    /* {name} in the words of the pages */
    fill: (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole),
  };
})();
