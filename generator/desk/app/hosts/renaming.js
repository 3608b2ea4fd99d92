/*
 * Another id for a thing, wherever it is named: what `khumue rename` writes, made in the browser. Which fields hold ids the
 * forms tell. Only what is sure is changed: where an id may be named in a way that this page cannot follow, nothing is, and
 * who looks after the manual is told to use the program.
 */

import { END, idsOf } from "../outline/pointers.js";
import { asList, isRecord, valueAt } from "../outline/rows.js";
import { openSource } from "../source.js";
import { pathOf } from "../state/addresses.js";
import { fingerprint } from "../state/fingerprint.js";
import { VERBS, readChange } from "../state/overlaying.js";
import { say } from "../words.js";
import { HostRefusal } from "./asking.js";
import { todayAsWritten } from "./today.js";

const [REPLACE, REMOVE] = VERBS;
const STEP = "step";
const OF_STEPS = { model: "Step", key: "id" };
const TO_PROCEDURES = ["procedure", "procedure-or-step", "step-of-procedure"];
const RETIRED = "retired";
const LINK = /\]\(procedure:([^()\s]+)\)/gi;
const IS_LINK = /^\]\(procedure:[^()\s]+\)$/i;
const LINKISH = /\]\([^)]*\)|\]:\s*\S+|<[^>]*>/g;
const MADE_OF_VALUES = /procedure:[^()\s]*\$\{/i;
const MOST_READ = 500;
const AT_ONCE = 8;

export class Renaming {
  /** `making` reads and opens files, `paths` are all of the repository in which people write. */
  constructor(making, paths, { kind, old, new: name }) {
    const [procedure, step] = kind === STEP ? old.split("#") : ["", old];
    Object.assign(this, { making, paths, kind, name, procedure, old: step, forms: making.forms });
    this.isTold = false;
  }

  /** The texts that change, by path; null of a file that is another now. */
  async made() {
    this.making.requireGoodId(this.kind, this.name);
    if (this.paths.length > MOST_READ) this.#refuse(say("host-rename-many"));
    const files = await this.#files();
    this.#requireFree(files);
    const texts = new Map();
    this.before = new Map(files.map(({ path, source }) => [path, source.value]));
    this.after = new Map();
    for (const file of files) if (file.kind !== "edition") this.#note(texts, file, this.#changed(file));
    for (const file of files) if (file.kind === "edition") this.#note(texts, file, this.#changed(file));
    if (!texts.size) throw new HostRefusal("no-file", 0, { path: this.old });
    if (this.isTold && files.some(({ source }) => asList(source?.value?.approvals).length)) this.#refuse(say("host-rename-approvals"));
    this.#retire(texts, files);
    return texts;
  }

  /** Every file in which people write: what is known of it, its text, and what its YAML says. */
  async #files() {
    const files = [];
    for (let at = 0; at < this.paths.length; at += AT_ONCE)
      files.push(...(await Promise.all(this.paths.slice(at, at + AT_ONCE).map(async (path) => this.#file(path, (await this.making.textOf(path)) ?? "")))));
    return files;
  }

  #file(path, text) {
    const told = this.making.listing.told(path) ?? { path, kind: "", id: "" };
    const isMarkdown = path.endsWith(".md");
    const source = told.kind ? this.making.open(told.kind, text, { isMarkdown }) : openSource(text, { isMarkdown });
    const isUnsure = text.includes(this.old) && (source.problems.length || (!told.kind && !isMarkdown));
    if (isUnsure) this.#refuse(path);
    return { ...told, text, source };
  }

  /** Nothing has the new id, or had it; no link is made of a value that is the old one, no entry of the menu named by it. */
  #requireFree(files) {
    const { kind, name, old, procedure } = this;
    const address = procedure ? `${procedure}#${name}` : name;
    const retired = files.find((file) => file.kind === RETIRED);
    const isTaken =
      kind === STEP
        ? name === END || files.some((file) => file.kind === "procedure" && file.id === procedure && idsOf(file.source.value).has(name)) || files.some(({ source, kind: of }) => of === "edition" && JSON.stringify(source.value?.changes?.[procedure] ?? "").includes(`"${name}"`))
        : files.some((file) => (file.kind === `${kind}s` ? isRecord(file.source.value) && name in file.source.value : file.kind === kind && file.id === name));
    if (isTaken) throw new HostRefusal("id-taken", 0, { id: name });
    if (asList(retired?.source.value?.ids).some((each) => each?.old === address)) this.#refuse(retired.path);
    const isByValue = files.some(({ text }) => MADE_OF_VALUES.test(text)) && files.some(({ source }) => Object.values(source.value?.values ?? {}).some((each) => String(each).trim() === old));
    if (isByValue) this.#refuse(say("host-rename-values"));
    if (this.making.blanks.navigation.some((each) => each.includes(old))) this.#refuse("mkdocs.yml");
  }

  #note(texts, file, source) {
    this.after.set(file.path, source);
    const isMoved = this.kind === "procedure" && file.kind === "procedure" && file.id === this.old;
    if (isMoved) texts.set(file.path, null);
    if (isMoved || source.text !== file.text) texts.set(isMoved ? file.path.replace(/[^/]+(?=\.yml$)/, this.name) : file.path, source.text);
    if (isMoved && this.paths.includes([...texts.keys()].at(-1))) throw new HostRefusal("id-taken", 0, { id: this.name });
  }

  /** A file with the new id in it. */
  #changed(file) {
    if (file.kind === RETIRED || !file.text.includes(this.old)) return file.source;
    const shape = this.forms.file(file.kind)?.value;
    const uses = shape ? [...this.#uses(file.source.value, shape, [], file)] : [];
    let { source } = file;
    if (file.kind === "edition") uses.push(...this.#inChanges(file));
    for (const { path, value } of uses) if (value !== undefined) source = source.set(path, value);
    for (const { path, key } of uses) if (key) source = source.renameKey(path, key);
    if (file.path.endsWith(".md")) {
      const body = file.source.body.split("\n").map((line) => this.#line(line, file)).join("\n");
      if (body !== file.source.body) source = source.setBody(body);
    }
    return source;
  }

  /** What changes in a value: `{ path, value }`, or `{ path, key }` of another key. */
  *#uses(value, shape, path, file, field = {}) {
    if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) yield* this.#uses(each, shape.item ?? {}, [...path, at], file, field);
    } else if (isRecord(value)) {
      const model = shape.model && this.forms.model(shape.model);
      const isCatalogue = !path.length && file.kind === `${this.kind}s`;
      for (const [key, each] of Object.entries(value)) {
        const own = model?.fields.find((one) => one.key === key);
        if (model) yield* this.#uses(each, own ?? {}, [...path, key], file, { ...own, model: shape.model, beside: value });
        else if (shape.item) yield* this.#uses(each, shape.item, [...path, key], file);
        if (key === this.old && (isCatalogue || shape.keys_point_at === this.kind)) yield { path: [...path, key], key: this.name };
      }
    } else if (typeof value === "string" && value.includes(this.old)) {
      const one = this.#shapeOfText(shape);
      const now = one.points_at ? this.#pointing(value, one.points_at, file, field) : this.#saying(value, one, path, file, field);
      if (now !== value) yield { path, value: now };
    }
  }

  /** What a text is where one of a list, or the main field of a record, may stand for the whole. */
  #shapeOfText(shape) {
    const one = shape.takes_one && shape.item ? shape.item : shape;
    const short = !one.points_at && one.model && this.forms.model(one.model).short_form;
    return short ? this.#shapeOfText(this.forms.field(one.model, short)) : one;
  }

  /** An id, or what names a step with its procedure. */
  #pointing(text, points, file, { beside }) {
    const id = text.trim();
    const isItsProcedure = file.kind === "procedure" && file.id === this.procedure;
    const isMeant =
      points === "procedure-or-step" ? this.#address(id) !== id
      : id !== this.old ? false
      : this.kind !== STEP ? points === this.kind
      : points === "step-of-procedure" ? String(beside?.procedure ?? "").trim() === this.procedure
      : points === STEP && isItsProcedure;
    if (!isMeant) return text;
    this.#tellsOf(points, file);
    return text.replace(id, points === "procedure-or-step" ? this.#address(id) : this.name);
  }

  /** A text with its links, or the id of the step itself. */
  #saying(text, { kind }, path, file, { model, key, manner }) {
    const isOwn = this.kind === STEP && model === OF_STEPS.model && key === OF_STEPS.key && file.kind === "procedure" && file.id === this.procedure;
    if (isOwn && text.trim() === this.old) return text.replace(this.old, this.name);
    if (manner === "address" && kind === "text") this.#refuse(file.path);
    const isProse = ["text", "prose"].includes(kind) || (kind === "string" && (file.kind !== "edition" || path[0] === "values"));
    if (!isProse) return text;
    return text.split("\n").map((line) => this.#line(line, file)).join("\n");
  }

  /** A line in which links may stand: the new id in those that lead to the thing. */
  #line(line, file) {
    if (!line.includes(this.old)) return line;
    const isCode = /[`\\]|<!--|^(?: {4}|\t)/.test(line) || /^(?:```|~~~)/m.test(file.text);
    const now = line.replace(LINK, (link, address) => link.replace(address, this.#address(address)));
    const isElsewhere = (now.match(LINKISH) ?? []).some((each) => each.includes(this.old) && !IS_LINK.test(each));
    if (isElsewhere || (isCode && now !== line)) this.#refuse(file.path);
    if (now !== line) this.#tellsOf("procedure", file);
    return now;
  }

  /** What names a procedure, or a step with its procedure, as it is called now. */
  #address(address) {
    const [procedure, step] = address.split("#");
    if (this.kind === "procedure" && procedure === this.old) return address.replace(this.old, this.name);
    return this.kind === STEP && procedure === this.procedure && step === this.old ? `${procedure}#${this.name}` : address;
  }

  /** What a procedure tells of other procedures is what was approved. */
  #tellsOf(points, file) {
    if (TO_PROCEDURES.includes(points) && file.kind === "procedure") this.isTold = true;
  }

  /** What an edition changes: addresses that name the same afterwards, what it puts in, and fingerprints that are true. */
  *#inChanges(file) {
    const shape = this.forms.file("procedure").value;
    for (const [id, written] of Object.entries(file.source.value?.changes ?? {})) {
      const shared = [...this.after.keys()].find((path) => this.#isShared(path, id));
      const [before, after] = shared ? [this.before.get(shared), this.after.get(shared).value] : [];
      for (const [index, change] of asList(written).entries()) {
        const at = Array.isArray(written) ? ["changes", id, index] : ["changes", id];
        const { verb, path } = readChange(this.forms, before, shape, change, index);
        if (!path) {
          if (JSON.stringify(change).includes(this.old)) this.#refuse(file.path);
          continue;
        }
        const address = this.#renamedAddress(change[verb], path, after, shape, file);
        if (address !== change[verb]) yield { path: [...at, verb], value: address };
        const procedure = { ...file, kind: "procedure", id };
        const target = this.forms.valueAt("procedure", path);
        if (change.with !== undefined) yield* this.#uses(change.with, Array.isArray(change.with) && target?.kind !== "list" ? { item: target } : verb === "add" && !Array.isArray(change.with) && target?.item ? target.item : (target ?? {}), [...at, "with"], procedure);
        if (![REPLACE, REMOVE].includes(verb) || !change.base) continue;
        const [print, later] = [before, after].map((each) => fingerprint(valueAt(each, path), target, this.forms));
        if (change.base === print && print !== later) yield { path: [...at, "base"], value: later };
      }
    }
  }

  #isShared(path, id) {
    const told = this.making.listing.told(path);
    return told?.kind === "procedure" && told.id === id && !told.edition;
  }

  #renamedAddress(address, path, after, shape, file) {
    const linked = address.replace(LINK, (link, each) => link.replace(each, this.#address(each)));
    const tokens = [...linked.matchAll(new RegExp(`(?<=^|[\\s/])${this.old}(?=$|[\\s/])`, "g"))].map(({ index }) => index);
    const put = (starts) => starts.toReversed().reduce((text, start) => text.slice(0, start) + this.name + text.slice(start + this.old.length), linked);
    for (const starts of [[], tokens, ...tokens.map((each) => [each])])
      if (JSON.stringify(pathOf(this.forms, after, shape, put(starts))) === JSON.stringify(path)) return put(starts);
    return this.#refuse(file.path);
  }

  /** The list of what ids were before, with this one. */
  #retire(texts, files) {
    const address = (id) => (this.procedure ? `${this.procedure}#${id}` : id);
    const entry = { kind: this.kind, old: address(this.old), new: address(this.name), date: todayAsWritten() };
    const there = files.find((file) => file.kind === RETIRED);
    const listed = asList(there?.source.value?.ids);
    if (there && !listed.length) this.#refuse(there.path);
    const blank = Object.entries(entry).reduce((text, [key, value]) => text.replace(`<${key}>`, value), this.making.blanks.retired);
    texts.set(there?.path ?? this.making.listing.path(RETIRED, []), there ? there.source.insert(["ids"], listed.length, entry).text : blank);
  }

  #refuse(why) {
    throw new HostRefusal("rename-there", 0, { why });
  }
}
