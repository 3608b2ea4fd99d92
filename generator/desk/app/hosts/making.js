/*
 * What commands make, made in the browser: files with gaps that are filled, a place in the edition's list, fingerprints of
 * what was looked at. Nothing is written by it: each gives texts, which become drafts.
 */

import { asList, isRecord, valueAt } from "../outline/rows.js";
import { openSource } from "../source.js";
import { fingerprint } from "../state/fingerprint.js";
import { Forms } from "../state/forms.js";
import { VERBS, readChange } from "../state/overlaying.js";
import { HostRefusal } from "./asking.js";
import { todayAsWritten } from "./today.js";

const [REPLACE, REMOVE] = VERBS;
const OF_A_BASE = [REPLACE, REMOVE];
const AREA = "<area>";
const ID = "<id>";
const TEXT = "<text>";

export class Making {
  /** `listing` knows the files, `blanks` are what something begins with, `textOf` gives the text of one, with drafts over it; null of one that is not there. */
  constructor(listing, blanks, textOf) {
    Object.assign(this, { listing, blanks, textOf, published: listing.published, forms: new Forms(listing.published.forms) });
  }

  /** Something new: its texts by path, of the file that is asked for first. */
  async create({ kind, ...asked }) {
    if (!this.#blank(kind)) throw new HostRefusal("needs-program");
    this.#requireFree(kind, asked.id, asked.edition);
    const texts = await this.#begin[kind](asked);
    const [first] = texts.keys();
    if ((await this.textOf(first)) !== null) throw new HostRefusal("id-taken", 0, { id: asked.id });
    return texts;
  }

  #begin = {
    procedure: (asked) => this.#procedure(asked),
    knowledge: (asked) => this.#knowledge(asked),
    path: (asked) => this.#path(asked),
    edition: (asked) => this.#edition(asked),
  };

  async #procedure({ area, id, edition = "" }) {
    if (!this.#known("area").some((each) => each.id === area)) this.#requireFree("area", area);
    const fill = (text) => text.replaceAll(AREA, area).replaceAll(ID, id);
    const texts = new Map([[this.listing.path("procedure", [area, id], edition), fill(this.#blank("procedure"))]]);
    const own = this.listing.path("area", [area], edition);
    const shared = this.listing.path("area", [area]);
    if ((await this.textOf(own)) === null && (await this.textOf(shared)) === null) texts.set(own, fill(this.#blank("area")));
    const list = this.#known("edition").find((each) => each.id === (edition || this.blanks.default));
    if (list) texts.set(list.path, this.#placed(await this.textOf(list.path), area, id));
    return texts;
  }

  /** An edition's file with a procedure at the end of its area; an area that it lacks becomes its last. */
  #placed(text, area, id) {
    const source = this.open("edition", text);
    const areas = asList(source.value?.areas);
    const at = areas.findIndex((each) => isRecord(each) && each.id === area);
    if (areas.some((each) => asList(each?.procedures).includes(id))) return text;
    if (at < 0) return (areas.length ? source.insert(["areas"], areas.length, { id: area, procedures: [id] }) : source.set(["areas"], [{ id: area, procedures: [id] }])).text;
    const listed = asList(areas[at].procedures);
    const path = ["areas", at, "procedures"];
    return (listed.length ? source.insert(path, listed.length, id) : source.set(path, [id])).text;
  }

  async #knowledge({ id, title }) {
    const path = this.listing.path("knowledge", [id]);
    const source = this.open("knowledge", this.#blank("knowledge").replaceAll(ID, id), { isMarkdown: true });
    return new Map([[path, source.set(["title"], title.trim()).set(["date"], todayAsWritten()).text]]);
  }

  async #path({ id, role }) {
    const procedures = this.blanks.acting[role];
    if (!procedures) throw new HostRefusal("idle-role");
    const { title } = this.published.catalogues.role.find((each) => each.id === role);
    const blank = this.open("path", this.#blank("path").replaceAll(ID, id));
    const named = blank.set(["title"], blank.value.title.replaceAll(TEXT, title)).set(["role"], role);
    const source = procedures.reduce((made, procedure, at) => made.insert(["stops"], at, { procedure }), named);
    return new Map([[this.listing.path("path", [id]), source.text]]);
  }

  async #edition({ id, office }) {
    const source = this.open("edition", this.#blank("edition").replaceAll(ID, id));
    return new Map([[this.listing.path("edition", [id]), source.set(["office"], office.trim()).text]]);
  }

  /** The fingerprints of what editions replace or remove, as the shared text is now. */
  async accept({ edition, procedure }) {
    const texts = new Map();
    for (const { path } of this.#known("edition").filter((file) => !edition || file.id === edition)) {
      const text = await this.textOf(path);
      let source = this.open("edition", text ?? "");
      for (const [id, written] of Object.entries(source.value?.changes ?? {}))
        if (!procedure || id === procedure)
          for (const { index, print } of await this.printsOf(id, written)) source = source.set(["changes", id, index, "base"], print);
      if (source.text !== text) texts.set(path, source.text);
    }
    if (!texts.size) throw new HostRefusal("nothing-moved");
    return texts;
  }

  /** The changes of a shared procedure that lack the fingerprint of it: `{ index, print, verb, there }`, `there` what it says. */
  async printsOf(procedure, written) {
    const told = this.#known("procedure").find((file) => file.id === procedure && !file.edition);
    const text = told ? await this.textOf(told.path) : null;
    const base = text === null ? undefined : openSource(text).value;
    const shape = this.forms.file("procedure").value;
    return asList(written).flatMap((change, index) => {
      const { verb, path } = readChange(this.forms, base, shape, change, index);
      const there = OF_A_BASE.includes(verb) && path ? valueAt(base, path) : undefined;
      const print = there === undefined ? change.base : fingerprint(there, this.forms.valueAt("procedure", path), this.forms);
      return print === change.base ? [] : [{ index, print, verb, there }];
    });
  }

  #requireFree(kind, id, edition = "") {
    this.requireGoodId(kind, id);
    const isTaken = ({ id: theirs, edition: office }) => theirs === id && (!office || !edition || office === edition);
    if (this.#known(kind).some(isTaken)) throw new HostRefusal("id-taken", 0, { id });
  }

  /** An id that something of a kind may have, whoever has it. */
  requireGoodId(kind, id) {
    if (!this.forms.idPattern.test(id) || [...id].length > this.published.forms.longest_id) throw new HostRefusal("bad-id");
    if (this.blanks.reserved[kind]?.includes(id)) throw new HostRefusal("id-reserved", 0, { id });
  }

  #known = (kind) => this.listing.files.filter((file) => file.kind === kind);
  /** A text to begin with; what is all of a text is no longer quoted for the gap's own sake. */
  #blank = (kind) => this.blanks.files[kind]?.replaceAll(`"${TEXT}"`, "text");
  /** A text of a kind of file, whose new keys go where the models have them. */
  open = (kind, text, options = {}) => openSource(text, { order: (path) => this.forms.keysAt(kind, path), ...options });
}
