/*
 * Which files there are: those of which the build told, those that came to the repository since, and those that were begun
 * in this browser. What is not told of a file its path tells, by the patterns that stand with the forms.
 */

const OF_OFFICE = /^([^/]+)\/editions\/([^/]+)\/(?=.*\/)/;
const IN_CATALOGUES = ["procedure", "area", "knowledge"];
const GAP = /<[^>]*>/g;

export class Listing {
  /** `published` stands beside the page, `paths` are those of the repository, `begun` is by path the titles of what was begun here. */
  constructor(published, paths, begun) {
    Object.assign(this, { published, begun });
    this.byPath = new Map(published.project.files.map((file) => [file.path, file]));
    this.patterns = published.forms.files
      .map(({ kind, path }) => ({ kind, gaps: path.match(GAP)?.length ?? 0, pattern: new RegExp(`^${path.split(GAP).map(literally).join("([^/]+)")}$`) }))
      .sort((one, other) => one.gaps - other.gaps);
    /** The files of the manual. */
    this.files = [...new Set([...paths, ...Object.keys(begun)])].map((path) => this.told(path)).filter(Boolean);
  }

  /** What is known of a file; null of one that is none of the manual's. */
  told(path) {
    return this.byPath.get(path) ?? this.#byItsPath(path);
  }

  #byItsPath(path) {
    const [beginning = "", folder = "", edition = ""] = OF_OFFICE.exec(path) ?? [];
    const shared = edition ? `${folder}/${path.slice(beginning.length)}` : path;
    for (const { kind, pattern } of this.patterns) {
      const [, first = "", last = first] = pattern.exec(shared) ?? [null];
      if (pattern.test(shared)) return { path, kind, id: last, title: this.begun[path] || last, code: "", area: kind === "area" || kind === "procedure" ? first : "", edition };
    }
    return null;
  }

  /** What fields choose from, with the files of which the build did not know. */
  get catalogues() {
    const { catalogues } = this.published;
    const there = new Set(this.files.map(({ path }) => path));
    const more = this.files.filter(({ path }) => !this.byPath.has(path));
    const of = (kind) => more.filter((file) => file.kind === kind).map((file) => ({ ...file, steps: [], procedures: [] }));
    return { ...catalogues, ...Object.fromEntries(IN_CATALOGUES.map((kind) => [kind, [...(catalogues[kind] ?? []).filter(({ path }) => there.has(path)), ...of(kind)]])) };
  }

  /** Where a file of a kind stands; `names` fill the gaps of its pattern, `edition` is the office whose own it is. */
  path(kind, names, edition = "") {
    const left = [...names];
    const { path } = this.published.forms.files.find((file) => file.kind === kind);
    const shared = path.replace(GAP, () => left.shift());
    return edition ? shared.replace("/", `/editions/${edition}/`) : shared;
  }
}

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
