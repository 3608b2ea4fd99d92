/*
 * The desk itself: the files that lie on it, what was done to them, and what the server says of them. Views listen to it
 * and ask it to change something; everything else is in the modules that it brings together.
 */

import { Following } from "./answers.js";
import { Attention } from "./attention.js";
import { FileDocument } from "./document.js";
import { readCharts } from "./chart.js";
import { entriesOf } from "./entries.js";
import { DeskFile } from "./file.js";
import { Forms } from "./forms.js";
import { History } from "./history.js";
import { OfficeDocument } from "./office.js";
import { say } from "../words.js";
import { meet } from "./saving.js";

const CHECK_AFTER_MS = 250;
const DRAW_AFTER_MS = 300;
const KEEP_AFTER_MS = 400;
const TYPING_MS = 180;

export class Desk extends Attention {
  #typed = null;
  #keeping = new Map();

  /** `backend` is where files come from, `drafts` where they are kept meanwhile. */
  constructor(backend, drafts) {
    super();
    Object.assign(this, { backend, drafts, files: new Map(), history: new History() });
    /** @type {string | null} the edition that changes are for; null for every office */
    this.office = null;
    this.open = null;
    this.problems = [];
    this.isKept = true;
    /** Whether another file is on its way: what is still shown is not to be written into. */
    this.isOpening = false;
    this.epoch = 0;
    this.pane = "chart";
    this.answers = { chart: null, page: null, changes: null };
    this.showsIds = false;
    this.drawn = null;
    const of = (ask, tell, wait) => new Following(wait, ask, (told) => this.seen(() => tell(told)), (error) => this.failed(error));
    this.checking = of(() => backend.check(this.texts()), (told) => this.#found(told.problems), CHECK_AFTER_MS);
    this.drawing = new Following(
      DRAW_AFTER_MS,
      () => this.#askPane(),
      ([pane, told]) => this.seen(() => this.#shown(pane, told)),
      (error) => this.seen(() => (this.answers[this.pane] = { error: error.message })),
    );
  }

  /** Read what there is, and lay yesterday's drafts on the desk. */
  async start() {
    const [project, forms, catalogues] = await Promise.all([this.backend.project(), this.backend.forms(), this.backend.catalogues()]);
    Object.assign(this, { project, catalogues, forms: new Forms(forms) });
    const drafts = await this.drafts.all().catch(() => []);
    for (const draft of drafts) await this.#lay(draft);
    await Promise.all(this.changed.map((file) => meet(this, file).catch((error) => this.failed(error))));
    this.checking.again(0);
    this.tell();
  }

  /** As of any `Attention`, after what is being typed. */
  ask(dialog) {
    this.flush();
    super.ask(dialog);
  }

  /** Lead to what a problem is about, whichever file it is in. */
  async leadTo(problem) {
    if (problem.path !== this.open) await this.show(problem.path);
    const file = this.files.get(problem.path);
    this.lead(problem.field ?? file.pathAt(problem.line, problem.column) ?? []);
  }

  /** Write at the place of a problem what the checker knows to write there. */
  async mend(problem) {
    const file = await this.take(problem.path);
    this.edit(problem.path, () => file.mend(problem));
    this.checking.again(0);
  }

  /** What is told of a file: its kind, id, title. */
  told(path) {
    return this.project.files.find((file) => file.path === path);
  }

  /** The edition whose pages are shown. */
  get edition() {
    const editions = this.project?.editions ?? [];
    const shown = editions.find((edition) => edition.is_default) ?? editions[0];
    return this.office ?? (this.told(this.open)?.edition || shown?.id);
  }

  /** Bring a file onto the desk, if it is not there. */
  async take(path) {
    if (this.files.has(path)) return this.files.get(path);
    const { text, version } = await this.backend.file(path);
    return this.put(path, { text, version });
  }

  /** Lay a file on the desk as it is in the working copy; `base` null for one that is not there yet. */
  put(path, base, isKept = true) {
    const told = this.told(path) ?? { path, kind: "", id: "" };
    const order = (at) => this.forms.keysAt(told.kind, at);
    const file = new DeskFile(told, base ?? { text: "", version: null }, order);
    if (isKept) this.files.set(path, file);
    return file;
  }

  async #lay({ path, text, base, proposed }) {
    try {
      const file = this.put(path, base);
      Object.assign(file, { text, proposed });
      if (!file.isChanged) await this.drafts.drop(path);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Open a file in front of everything. */
  async show(path, here = null) {
    this.flush();
    this.seen(() => (this.isOpening = !this.files.has(path)));
    const wanted = this.office ? [this.fileOf(this.office).path, path] : [path];
    await Promise.all(wanted.map((each) => this.take(each))).finally(() => (this.isOpening = false));
    if (path !== this.open) [this.drawn, this.answers] = [null, { chart: null, page: null, changes: this.answers.changes }];
    Object.assign(this, { open: path, here });
    this.remember?.(path);
    this.drawing.again(0);
    this.checking.again(0);
    this.tell();
  }

  /** The file of an edition. */
  fileOf(edition) {
    return this.project.files.find((file) => file.kind === "edition" && file.id === edition);
  }

  /** Change for every office (null), or for one. */
  async change(office) {
    this.flush();
    if (office) await this.take(this.fileOf(office).path);
    this.office = office;
    this.epoch += 1;
    this.checking.again(0);
    this.drawing.again(0);
    this.tell();
  }

  /** What the open form edits. */
  get document() {
    const file = this.files.get(this.open);
    if (!file) return null;
    const isShared = file.kind === "procedure" && !file.edition;
    return this.office && isShared ? new OfficeDocument(this, file, this.files.get(this.fileOf(this.office).path)) : new FileDocument(this, file);
  }

  /** Change one file; `mark` as in `History.note`. */
  edit(path, change, mark = null) {
    if (mark === null) this.flush();
    const file = this.files.get(path);
    const before = file.text;
    change(file);
    const after = file.text;
    if (after === before) return;
    this.history.note(path, before, after, mark);
    if (mark === null) this.epoch += 1;
    this.#follow(path);
  }

  /** Do several changes as one stroke. */
  atOnce(changes) {
    this.flush();
    const { length } = this.history;
    const result = changes();
    this.history.join(length);
    this.tell();
    return result;
  }

  /** Do something a moment after the last key of a field; a key in another field comes after it. */
  typed(mark, change) {
    if (this.#typed && this.#typed.mark !== mark) this.flush();
    clearTimeout(this.#typed?.timer);
    this.isKept = false;
    this.#typed = { mark, change, timer: setTimeout(() => this.flush(), TYPING_MS) };
  }

  /** Do now what waits for the end of typing. */
  flush() {
    const typed = this.#typed;
    if (!typed) return;
    clearTimeout(typed.timer);
    this.#typed = null;
    typed.change();
    this.tell();
  }

  undo() {
    this.flush();
    return this.#goTo(this.history.undo(), "undone");
  }

  redo() {
    this.flush();
    return this.#goTo(this.history.redo(), "redone");
  }

  /** Nothing is done out of sight: what changes in a file that is not open is shown. */
  async #goTo(texts, said) {
    if (!texts) return;
    for (const [path, text] of texts) {
      this.files.get(path).text = text;
      this.#follow(path);
    }
    this.epoch += 1;
    this.say(say(said));
    const isSeen = texts.has(this.open) || (this.office && texts.has(this.fileOf(this.office).path));
    if (!isSeen) await this.show([...texts.keys()].at(-1)).catch((error) => this.failed(error));
  }

  /** Have the server and the drafts follow a file that changed. */
  #follow(path) {
    this.isKept = false;
    clearTimeout(this.#keeping.get(path));
    this.#keeping.set(path, setTimeout(() => this.keep(path), KEEP_AFTER_MS));
    this.checking.again();
    this.drawing.again();
    this.tell();
  }

  /** Keep the draft of a file in the browser, or drop it where nothing is changed. */
  async keep(path) {
    clearTimeout(this.#keeping.get(path));
    this.#keeping.delete(path);
    const file = this.files.get(path);
    try {
      if (file?.isChanged) await this.drafts.keep({ path, text: file.text, base: file.base, proposed: file.proposed });
      else await this.drafts.drop(path);
      if (!this.#keeping.size && !this.#typed) this.seen(() => (this.isKept = true));
    } catch (error) {
      this.failed(error);
    }
  }

  /** Keep everything at once: the page may be closing. */
  keepAll() {
    this.flush();
    return Promise.all([...this.#keeping.keys()].map((path) => this.keep(path)));
  }

  get changed() {
    return [...this.files.values()].filter((file) => file.isChanged);
  }

  /** The texts that differ from the working copy. */
  texts() {
    return Object.fromEntries(this.changed.map((file) => [file.path, file.text]));
  }

  /** Mistakes anywhere, and what is worth a look in the files that are open or changed. */
  get concerned() {
    const near = new Set([this.open, ...this.changed.map((file) => file.path)]);
    return this.problems.filter((each) => each.severity === "error" || near.has(each.path));
  }

  #found(problems) {
    this.problems = problems.map((each) => {
      const file = this.files.get(each.path);
      return { ...each, field: file ? file.pathAt(each.line, each.column) : null };
    });
  }

  problemsOf(path) {
    return this.problems.filter((each) => each.path === path);
  }

  async #askPane() {
    const { pane } = this;
    if (pane === "changes") return [pane, await this.backend.changes(this.texts())];
    const told = this.told(this.open);
    if (told?.kind !== "procedure") return [pane, null];
    return [pane, await this.backend[pane](this.texts(), this.edition, told.id)];
  }

  #shown(pane, told) {
    this.answers[pane] = told;
    if (pane === "chart" && told?.svg) this.drawn = readCharts(told.charts ?? [{ svg: told.svg }]);
  }

  /** The colour that the chart gives to who acts in a step. */
  colourOf(anchor) {
    return this.drawn?.colours.get(anchor) ?? "";
  }

  /** Show another of the panes beside the form. */
  look(pane) {
    this.pane = pane;
    this.drawing.again(0);
    this.tell();
  }

  /** Read again what there is, after files came or went. */
  async refresh() {
    const [project, catalogues] = await Promise.all([this.backend.project(), this.backend.catalogues()]);
    this.seen(() => Object.assign(this, { project, catalogues }));
  }

  /** The entries of a catalogue. */
  entries(kind) {
    return entriesOf(this, kind);
  }
}
