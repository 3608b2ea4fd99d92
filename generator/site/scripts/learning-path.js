/* The page of a learning path: ticks that the browser keeps, where to go on, a file and a sheet for the supervisor.
   Only that page loads it; instant navigation runs it again each time that the page comes. */
(() => {
  "use strict";

  const learning = window.khumueLearning;

  const oneLine = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");

  function stopsOf(page) {
    return [...document.querySelectorAll("[data-stop]")].map((element, index) => {
      const link = element.querySelector("[data-stop-link]");
      return {
        element,
        key: element.dataset.stop,
        number: index + 1,
        title: oneLine(link || element.querySelector("[data-stop-name]")),
        why: oneLine(element.querySelector(".stop__why")),
        url: link ? link.href : `${page}#${element.id}`,
        isProved: element.classList.contains("stop--checkpoint"),
        box: element.querySelector("input[type=checkbox]"),
        day: element.querySelector("[data-stop-day]"),
      };
    });
  }

  function show() {
    const root = document.querySelector("[data-learning-path]");
    if (!root || root.dataset.ready) return;
    root.dataset.ready = "yes";
    const told = JSON.parse(root.dataset.learningPath);
    const page = location.href.split("#")[0];
    const progress = learning.progress(told.edition, told.path);
    const stops = stopsOf(page);
    const board = progressBoard(root, told.words);

    function follow(stop) {
      learning.follow({
        edition: told.edition,
        path: told.path,
        title: told.title,
        words: told.words,
        home: page,
        at: stop.number - 1,
        stops: stops.map(({ key, title, why, url, isProved }) => ({ key, title, why, url, isProved })),
      });
    }

    function refresh() {
      for (const stop of stops) {
        const isDone = Boolean(progress.doneOn(stop.key));
        stop.box.checked = isDone;
        stop.element.classList.toggle("stop--done", isDone);
        stop.day.textContent = isDone ? shownDate(told, progress.doneOn(stop.key), "medium") : "";
      }
      board.show(stops, progress);
    }

    for (const stop of stops) {
      stop.box.addEventListener("change", () => {
        progress.mark(stop.key, stop.box.checked);
        refresh();
      });
      stop.element.addEventListener("click", (event) => {
        if (event.target instanceof Element && event.target.closest("a[href]")) follow(stop);
      });
    }
    board.onLink(follow);
    refresh();
    learning.onProgress(refresh);
    record(told, stops, progress, refresh, () => {
      refresh();
      board.say(told.words.was_reset);
    });
  }

  /* How far one is, said aloud when it changes, and the way on. */
  function progressBoard(box, words) {
    const bar = document.createElement("progress");
    const status = document.createElement("span");
    const link = document.createElement("a");
    let next = null;
    status.setAttribute("role", "status");
    link.className = "learning-button learning-button--go";
    box.append(bar, status, link);
    box.hidden = false;
    return {
      say: (text) => {
        status.textContent = text;
      },
      onLink: (run) => link.addEventListener("click", () => next && run(next)),
      show(stops, progress) {
        const done = stops.filter((stop) => progress.doneOn(stop.key)).length;
        next = stops.find((stop) => !progress.doneOn(stop.key)) || null;
        bar.max = stops.length;
        bar.value = done;
        const texts = [learning.fill(words.progress, { done, all: stops.length })];
        if (!progress.isKept()) texts.push(words.not_stored);
        const isTestLeft = !next && document.querySelector("[data-self-check]") && !progress.isTested();
        if (isTestLeft) texts.push(words.test_left);
        status.textContent = next || isTestLeft ? texts.join(" · ") : words.all_done;
        bar.setAttribute("aria-label", texts[0]);
        link.hidden = !next && !isTestLeft;
        if (link.hidden) return;
        link.href = next ? next.url : "#self-check";
        const onward = done ? learning.fill(words.go_on, { number: next?.number }) : words.begin;
        link.textContent = next ? onward : words.take_test;
      },
    };
  }

  /* The sheet and the file for the supervisor; names typed there are read only to be printed or saved. */
  function record(told, stops, progress, afterTest, afterReset) {
    const buttons = document.querySelector("[data-record-buttons]");
    if (!buttons) return;
    buttons.hidden = false;
    const result = document.querySelector("[data-record-result]");
    const showResult = () => {
      result.textContent = document.querySelector("[data-self-check]") ? resultOf(told, progress) : "";
    };
    showResult();
    document.querySelector("[data-self-check]")?.addEventListener("khumue:score", ({ detail }) => {
      progress.keepResult(detail);
      showResult();
      afterTest();
    });
    if (progress.isKept()) document.querySelector("[data-record-stored]").hidden = false;
    buttons.querySelector("[data-record-save]").addEventListener("click", () => save(told, stops, progress));
    buttons.querySelector("[data-record-reset]").addEventListener("click", () => {
      if (!window.confirm(told.words.confirm_reset)) return;
      progress.clear();
      showResult();
      afterReset();
    });
  }

  /* How the self-check went last. */
  function resultOf(told, progress) {
    const result = progress.result();
    if (!result) return told.words.no_result;
    return learning.fill(told.words.result, { ...result, date: shownDate(told, result.day, "long") });
  }

  function shownDate({ locale }, day, length) {
    const date = new Date(`${day}T00:00:00`);
    return Number.isNaN(date.getTime())
      ? day
      : date.toLocaleDateString(locale, { dateStyle: length });
  }

  function save(told, stops, progress) {
    const { words } = told;
    const done = stops.filter((stop) => progress.doneOn(stop.key)).length;
    const fields = [...document.querySelectorAll(".record__fields label")].map((label) => {
      const { value } = label.querySelector("input");
      return `${oneLine(label)}: ${value.trim()}`;
    });
    const lines = stops.map((stop) => {
      const day = progress.doneOn(stop.key);
      const values = { number: stop.number, title: stop.title, date: shownDate(told, day, "long") };
      return learning.fill(day ? words.file_done : words.file_open, values);
    });
    const summary = learning.fill(words.progress, { done, all: stops.length });
    const result = document.querySelector("[data-self-check]") ? [resultOf(told, progress)] : [];
    const text = [words.file_title, told.title, summary, ...result, "", ...lines, "", ...fields, ""].join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/plain;charset=utf-8" }));
    link.download = `${told.edition}-${told.path}.txt`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  show();
})();
