/*
 * Where the desk of a published site reads and saves: the repository at a host of git, asked straight from the browser. What
 * is written stays a draft in this browser until it is proposed: as one commit on a branch of its own, and a request to take
 * it in. What only the generator knows is told as far as this page can know it, and by the checks of the request afterwards.
 */

import { ChangedMeanwhile } from "../backend.js";
import { say } from "../words.js";
import { Approving } from "./approving.js";
import { HostRefusal } from "./asking.js";
import { branchNames } from "./branches.js";
import { publishedChart, publishedDocument, publishedPage } from "./charts.js";
import { problemsIn } from "./checking.js";
import { linesOf } from "./differences.js";
import { Listing } from "./listing.js";
import { Making } from "./making.js";
import { movedIn } from "./moving.js";
import { Renaming } from "./renaming.js";

const FOLDERS = ["procedures/", "docs/"];
const WRITTEN = /\.(?:yml|md)$/;
const TITLE_LENGTH = 100;

export class HostedDesk {
  /** It has no working copy: saving is proposing, and drafts stay drafts until then. */
  savesByProposing = true;
  #published;
  #texts = new Map();
  #files = null;
  #commit = null;
  #looking = null;
  #listed = null;
  #blanks = null;

  /** `host` is the repository, `place` what the build said of it, `published` what stands beside the page. */
  constructor(host, place, published, kept) {
    Object.assign(this, { host, place, kept });
    this.#published = published;
  }

  async project() {
    await this.#look();
    this.#forget();
    const files = this.#listing.files.map((file) => ({ ...file, version: this.#entry(file.path)?.id ?? null }));
    return { ...this.#published.project, files, git: { is_there: true, branch: this.place.branch, has_remote: true, changed: [] } };
  }

  forms = async () => this.#published.forms;

  /** What is to be known of a field besides: that it is judged only where the generator is. */
  noteOf = (field) => (this.#published.forms.written.later.includes((field.item ?? field).kind) ? say("host-read-later") : "");

  async catalogues() {
    if (!this.#files) await this.#look();
    return this.#listing.catalogues;
  }

  async file(path) {
    if (!this.#files) await this.#look();
    const entry = this.#entry(path);
    if (!entry && path in this.kept.begun) return { path, text: "", version: null };
    if (!entry) throw new HostRefusal("no-file", 0, { path });
    return { path, text: await this.#text(path, entry.id), version: entry.id };
  }

  /** Nothing is written; rejects with `ChangedMeanwhile` where the main branch says something else by now. */
  async save(path, _text, version) {
    await this.#look();
    const id = this.#entry(path)?.id ?? null;
    if (id !== version) throw new ChangedMeanwhile({ text: id ? await this.#text(path, id) : "", version: id });
    return { version };
  }

  /** Changes of offices are looked at where their file lies on the desk: to read those of all would be to ask for each. */
  async check(files) {
    const making = this.#making(files);
    const offices = this.#listing.files.filter(({ path, kind }) => kind === "edition" && (path in files || this.#texts.has(this.#entry(path)?.id)));
    const moved = await Promise.all(offices.map(({ path }) => movedIn(path, making)));
    return { problems: [...problemsIn(files, this.#known), ...moved.flat()] };
  }

  chart = async (files, edition, procedure) => publishedChart(this.place, this.#told(procedure), edition, await this.#change(files, procedure));
  page = async (_files, edition, procedure) => publishedPage(this.place, this.#told(procedure), edition);

  async changes(files) {
    const lines = [];
    for (const [path, text] of Object.entries(files)) {
      const told = this.#listing.told(path) ?? { path, kind: "" };
      lines.push(...linesOf(told, await this.#atHost(path), text, { ...this.#published, catalogues: this.#listing.catalogues }));
    }
    return { lines: ["", ...lines] };
  }

  /** What commands make, as drafts: `{ files, bases }`, by path what files say now, and what they are drafts of. */
  create = async ({ files, ...asked }) => {
    const made = await this.#made(files, (making) => making.create(asked));
    const begun = Object.keys(made.files).filter((path) => !this.#entry(path));
    this.#keepBegun({ ...this.kept.begun, ...Object.fromEntries(begun.map((path, at) => [path, at === 0 ? (asked.title ?? asked.office ?? "") : ""])) });
    return made;
  };

  accept = ({ files, ...asked }) => this.#made(files, (making) => making.accept(asked));
  approve = ({ files, ...asked }) => this.#made(files, (making) => new Approving(making, { pageOf: (told, edition) => publishedDocument(this.place, told, edition), atHost: (path) => this.#atHost(path) }).approve(asked));

  /** The same; a file that is called by the id stands elsewhere then, and where it stood it goes with the next proposal. */
  rename = async ({ files, ...asked }) => {
    const made = await this.#made(files, (making) => new Renaming(making, this.#paths, asked).made());
    const { title } = this.#listing.told(Object.keys(made.files).find((path) => made.files[path] === null)) ?? {};
    const { ...begun } = this.kept.begun;
    for (const [path, text] of Object.entries(made.files)) {
      const to = path.replace(/[^/]+(?=\.yml$)/, asked.new);
      if (text === null && this.#entry(path)) this.kept.gone = { ...this.kept.gone, [path]: to };
      if (text === null) delete begun[path];
      else if (!this.#entry(path)) begun[path] ??= path === to ? title : "";
    }
    this.#keepBegun(begun);
    return made;
  };

  site = async () => ({ address: new URL(this.place.site, document.baseURI).href });

  /** One commit of some files on a branch of its own, and the request to take it in. */
  async propose({ why, name, files }) {
    await this.#look();
    const open = await this.#openProposal();
    const whole = { ...files, ...this.#goneWith(files) };
    const changes = this.#changes({ ...(await this.#takenBack(open, whole)), ...whole });
    if (!changes.size) throw new HostRefusal("nothing-changed");
    const message = say("host-message", { why, name });
    const made = open ? await this.#again(open, changes, message, name) : await this.#anew(changes, message, name);
    const known = { branch: made.branch, paths: Object.keys(whole) };
    this.kept.proposal = { ...known, number: open?.number ?? null, address: open?.address ?? "" };
    const base = this.place.branch;
    const { number, address } = await this.host.request({ branch: made.branch, base, title: why.slice(0, TITLE_LENGTH), body: say("host-body", { why, name }) });
    this.kept.proposal = { ...known, number, address };
    return { ...made, address, number };
  }

  /** What goes where some files come, as it is called otherwise now. */
  #goneWith(files) {
    const moved = Object.entries(this.kept.gone).filter(([from, to]) => to in files && this.#entry(from));
    return Object.fromEntries(moved.map(([from]) => [from, null]));
  }

  /** What was proposed last from this browser; null where that is nothing. */
  get proposal() {
    return this.kept.proposal?.number ? this.kept.proposal : null;
  }

  /** What became of a proposal: its state, and what machines say of its last commit; checks null where nobody may know. */
  async asked({ number, commit }) {
    const request = await this.host.requested(number);
    return { state: request.state, checks: await this.host.checks({ commit: request.commit ?? commit }) };
  }

  /** The proposal that is open; null where there is none, or it is taken in or closed. */
  async #openProposal() {
    const { proposal } = this.kept;
    if (!proposal) return null;
    try {
      const { state } = proposal.number ? await this.host.requested(proposal.number) : { state: "open" };
      const head = state === "open" ? await this.host.head(proposal.branch) : null;
      if (head) return { ...proposal, head };
    } catch (error) {
      if (error.reason !== "missing") throw error;
    }
    this.kept.proposal = null;
    return null;
  }

  /** The texts of the main branch for what an open proposal changes, and the desk no longer does. */
  async #takenBack(open, files) {
    const paths = (open?.paths ?? []).filter((path) => !(path in files));
    const texts = paths.map(async (path) => [path, this.#entry(path) ? await this.#text(path, this.#entry(path).id) : null]);
    return Object.fromEntries(await Promise.all(texts));
  }

  /** Another commit on the branch of an open proposal: whole texts, over what stands there; none where all stand there. */
  async #again({ branch, head }, changes, message, name) {
    const there = await this.host.files(head, this.#folders);
    const files = new Map();
    for (const [path, change] of changes) {
      const { id = null, mode = change.mode } = there.get(path) ?? {};
      const text = id && (await this.#text(path, id));
      if (text !== change.text) files.set(path, { text: change.text, id, mode });
    }
    if (!files.size) return { branch, commit: head };
    const commit = await this.host.commit({ branch, base: branch, parent: head, isNew: false, message, files, name });
    return { branch, commit };
  }

  async #anew(changes, message, name) {
    for (const branch of branchNames([...changes.keys()])) {
      if (await this.host.head(branch)) continue;
      try {
        const commit = await this.host.commit({ branch, base: this.place.branch, parent: this.#commit, isNew: true, message, files: changes, name });
        return { branch, commit };
      } catch (error) {
        if (error.reason !== "taken") throw error;
      }
    }
    throw new HostRefusal("all-taken");
  }

  /** What is to be written, by the path in the repository. */
  #changes(files) {
    return new Map(
      Object.entries(files).map(([path, text]) => {
        const { id = null, mode } = this.#entry(path) ?? {};
        return [this.place.prefix + path, { text, id, mode }];
      }),
    );
  }

  /** What was made over drafts. */
  async #made(drafts, make) {
    await this.#look();
    this.#blanks ??= await this.#published.blanks();
    const texts = await make(this.#making(drafts));
    const bases = await Promise.all([...texts.keys()].map(async (path) => [path, this.#entry(path) ? await this.file(path) : null]));
    return { files: Object.fromEntries(texts), bases: Object.fromEntries(bases) };
  }

  #making(drafts) {
    return new Making(this.#listing, this.#blanks, async (path) => drafts[path] ?? (await this.#atHost(path)));
  }

  get #listing() {
    this.#listed ??= new Listing(this.#published, this.#paths, this.kept.begun);
    return this.#listed;
  }

  /** The files in which people write, at the host and begun here. */
  get #paths() {
    const { prefix } = this.place;
    const { gone, begun } = this.kept;
    const there = [...this.#files.keys()].filter((path) => WRITTEN.test(path) && this.#folders.some((folder) => path.startsWith(folder))).map((path) => path.slice(prefix.length));
    return [...new Set([...there, ...Object.keys(begun)])].filter((path) => !(path in gone));
  }

  /** What stands beside the page, with the files that came since. */
  get #known() {
    const listing = this.#listing;
    return { ...this.#published, project: { ...this.#published.project, files: listing.files }, catalogues: listing.catalogues };
  }

  /** What was begun here and is published by now is no longer this browser's to know of. */
  #forget() {
    const told = new Set(this.#published.project.files.map((file) => file.path));
    this.kept.gone = Object.fromEntries(Object.entries(this.kept.gone).filter(([from]) => this.#entry(from)));
    this.#keepBegun(Object.fromEntries(Object.entries(this.kept.begun).filter(([path]) => !(told.has(path) && this.#entry(path)))));
  }

  /** Know no more of a file that was begun here. */
  forgetBegun(path) {
    const { [path]: _, ...begun } = this.kept.begun;
    this.kept.gone = Object.fromEntries(Object.entries(this.kept.gone).filter(([, to]) => to !== path));
    this.#keepBegun(begun);
  }

  #keepBegun(begun) {
    this.kept.begun = begun;
    this.#listed = null;
  }

  get #folders() {
    return FOLDERS.map((folder) => this.place.prefix + folder);
  }

  #entry(path) {
    return this.#files?.get(this.place.prefix + path);
  }

  #told(procedure) {
    return this.#listing.files.find(({ kind, id }) => kind === "procedure" && id === procedure);
  }

  async #change(files, procedure) {
    const path = this.#told(procedure)?.path;
    const id = this.#entry(path)?.id;
    return path in files && id ? { before: await this.#text(path, id), after: files[path] } : null;
  }

  /** See where the main branch is by now; who asks meanwhile waits for the same answer. */
  #look() {
    this.#looking ??= this.#lookNow().finally(() => (this.#looking = null));
    return this.#looking;
  }

  async #lookNow() {
    const commit = await this.host.head(this.place.branch);
    if (!commit) throw new HostRefusal("no-branch", 0, { branch: this.place.branch });
    if (commit === this.#commit) return;
    this.#files = await this.host.files(commit, this.#folders);
    this.#commit = commit;
    this.#listed = null;
  }

  /** What the main branch says in a file; null where it has none. */
  async #atHost(path) {
    const entry = this.#entry(path);
    return entry ? this.#text(path, entry.id) : null;
  }

  async #text(path, id) {
    if (!this.#texts.has(id)) this.#texts.set(id, await this.host.text(path, id));
    return this.#texts.get(id);
  }
}
