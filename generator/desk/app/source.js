// One file under the editor's hands: its text, what it says, and edits of what it says that change nothing else in the
// text. Comments, empty lines, the order of keys, quotation marks and line ends stay as they are.
//
//   const source = openSource(text, { order, isMarkdown });
//   source.set(["steps", 2, "text"], "ตรวจสอบเอกสาร").text
//
// Nothing here knows of pages or files; every edit gives another Source.

import { alike } from "./merging/alike.js";
import { Edits } from "./source-edits.js";
import { findHead, withBody, withHead } from "./source-head.js";
import { pathOfPlace, placeOfPath } from "./source-places.js";
import { PlainText } from "./source-text.js";
import { dataOf, readTree } from "./source-tree.js";
import {
  at,
  isMapping,
  pathWithout,
  SourceError,
  same,
  textual,
  withInserted,
  withRemoved,
  withSet,
} from "./source-values.js";

export { SourceError };

/**
 * A file, opened.
 *
 * @param text all of it.
 * @param options order: (path) => the keys of the mapping there in the order of the model, for new keys;
 *   isMarkdown: whether only what stands between two lines of three hyphens at its beginning is YAML.
 * @returns a Source; whatever the text is, nothing is thrown.
 */
export function openSource(text, options = {}) {
  return new Source(PlainText.of(text), options);
}

class Source {
  #plain;
  #options;
  #head;
  #tree;
  #value;

  constructor(plain, options) {
    this.#plain = plain;
    this.#options = options;
    this.#head = options.isMarkdown
      ? findHead(plain.text)
      : { start: 0, end: plain.text.length, body: plain.text.length };
    this.#tree = this.#head
      ? readTree(plain.text, this.#head.start, this.#head.end)
      : { root: null, problems: [], isBroken: false };
    Object.freeze(this);
  }

  /** Another text of the same file, opened. */
  of(text) {
    return openSource(text, this.#options);
  }

  /** All of the file. */
  get text() {
    return this.#plain.whole();
  }

  /** What it says: texts, lists and mappings; an empty mapping where nothing stands. */
  get value() {
    this.#value ??= { is: this.#tree.root ? dataOf(this.#tree.root) : {} };
    return this.#value.is;
  }

  /** Slips of its YAML: {line, column, code, message}. */
  get problems() {
    return this.#tree.problems;
  }

  /** Whether its YAML can be read to the end; where it cannot, edits but of its text are refused. */
  get isBroken() {
    return this.#tree.isBroken;
  }

  /** What follows the head of a Markdown file. */
  get body() {
    if (!this.#options.isMarkdown) return "";
    return this.#head ? this.#plain.text.slice(this.#head.body) : this.#plain.text;
  }

  /** The value at a path, or undefined. */
  at(path) {
    return at(this.value, path);
  }

  /**
   * Where the value at a path stands, as the check tells it: of lists and mappings their key or their first word.
   *
   * @returns {line, column, end: {line, column}} from 1, in characters of Unicode; null where there is none.
   */
  place(path) {
    return placeOfPath(this.#plain.text, this.#tree.root, path);
  }

  /** The path of the deepest thing that stands at a line and column; that of what is around it where there is none. */
  pathAt(line, column) {
    return pathOfPlace(this.#plain.text, this.#tree.root, line, column);
  }

  /** With another value at a path; where nothing stood, at its place in the order of the model. */
  set(path, value) {
    this.#refuseBroken();
    return this.#set(path, textual(value));
  }

  /** Without what stands at a path. */
  remove(path) {
    this.#refuseUnless(path.length > 0 && this.at(path) !== undefined);
    return this.#after((edits) => edits.remove(path), withRemoved(this.value, path), path.slice(0, -1));
  }

  /** With an item put into a list before the one at an index; a list that is not there is begun. */
  insert(path, index, value) {
    const list = this.at(path);
    if (list === undefined || list === "") return this.set(path, [value]);
    this.#refuseUnless(Array.isArray(list) && index >= 0 && index <= list.length);
    if (list.length === 0) return this.set(path, [value]);
    const item = textual(value);
    return this.#after(
      (edits) => edits.insert(path, index, item),
      withInserted(this.value, path, index, item),
      path,
    );
  }

  /**
   * With an item moved to another place, its comments with it.
   *
   * @param from the path of the item.
   * @param toPath the list to move it to, as its path is now; begun where it is not there.
   * @param toIndex the index of the item in that list afterwards.
   */
  move(from, toPath, toIndex) {
    const item = this.at(from);
    const isIntoItself = from.every((key, index) => key === toPath[index]);
    this.#refuseUnless(item !== undefined && Number.isInteger(from.at(-1)) && !isIntoItself);
    const rest = withRemoved(this.value, from);
    const target = pathWithout(toPath, from);
    const list = at(rest, target) || [];
    this.#refuseUnless(
      Array.isArray(list) &&
        toIndex >= 0 &&
        toIndex <= list.length &&
        isMappingOrList(at(rest, target.slice(0, -1))),
    );
    const wanted = withInserted(
      at(rest, target) === "" ? withSet(rest, target, []) : rest,
      target,
      toIndex,
      item,
    );
    if (same(wanted, this.value)) return this;
    const moved = this.#tried((edits) => edits.move(from, toPath, toIndex), wanted);
    return moved ?? this.remove(from).insert(target, toIndex, item);
  }

  /** With another key for the value at a path. */
  renameKey(path, key) {
    const parent = this.at(path.slice(0, -1));
    this.#refuseUnless(path.length > 0 && isMapping(parent) && this.at(path) !== undefined);
    if (key === path.at(-1)) return this;
    if (Object.hasOwn(parent, key)) throw new SourceError("taken");
    const wanted = withSet(withRemoved(this.value, path), [...path.slice(0, -1), key], this.at(path));
    return this.#after((edits) => edits.renameKey(path, key), wanted, path.slice(0, -1));
  }

  /** With another text behind the head of a Markdown file. */
  setBody(body) {
    return this.#made(withBody(this.#plain, this.#head, body));
  }

  #set(path, value) {
    const before = this.at(path);
    if (before !== undefined && same(before, value)) return this;
    if (before === undefined) return this.#add(path, value);
    if (
      isMapping(before) &&
      isMapping(value) &&
      Object.keys(before).length > 0 &&
      Object.keys(value).length > 0
    )
      return this.#setEntries(path, before, value);
    if (Array.isArray(before) && Array.isArray(value) && before.length > 0 && value.length > 0)
      return this.#setItems(path, before, value);
    if (path.length === 0 && !this.#head) return this.#withHead().#set(path, value);
    return this.#after((edits) => edits.replace(path, value), withSet(this.value, path, value), path);
  }

  #setEntries(path, before, value) {
    const shared = Object.keys(value).filter((key) => Object.hasOwn(before, key));
    if (shared.length === 0)
      return this.#after((edits) => edits.replace(path, value), withSet(this.value, path, value), path);
    let source = this;
    for (const key of shared) source = source.#set([...path, key], value[key]);
    for (const key of Object.keys(before))
      if (!Object.hasOwn(value, key)) source = source.remove([...path, key]);
    for (const key of Object.keys(value))
      if (!Object.hasOwn(before, key)) source = source.#set([...path, key], value[key]);
    return source;
  }

  // items that stay keep their lines; the others are changed one by one in the gaps between them
  #setItems(path, before, value) {
    let source = this;
    let [one, other] = [before.length, value.length];
    for (const [nextOne, nextOther] of [...alike(before, value, same).reverse(), [-1, -1]]) {
      const shared = Math.min(one - nextOne, other - nextOther) - 1;
      for (let index = other - 1; index > nextOther + shared; index--)
        source = source.insert(path, nextOne + 1 + shared, value[index]);
      for (let index = 0; index < shared; index++)
        source = source.#set([...path, nextOne + 1 + index], value[nextOther + 1 + index]);
      for (let index = one - 1; index > nextOne + shared; index--) source = source.remove([...path, index]);
      [one, other] = [nextOne, nextOther];
    }
    return source;
  }

  #add(path, value) {
    if (!this.#head) return this.#withHead().#add(path, value);
    const depth = path.findIndex((_, index) => this.at(path.slice(0, index + 1)) === undefined);
    const [owner, key, rest] = [path.slice(0, depth), path[depth], path.slice(depth + 1)];
    const wrapped = rest.reduceRight(
      (inner, each) => (Number.isInteger(each) ? [inner] : { [each]: inner }),
      value,
    );
    const here = this.at(owner);
    this.#refuseUnless(rest.every((each) => !Number.isInteger(each) || each === 0));
    if (here === "" || Object.keys(here).length === 0) {
      this.#refuseUnless(!Number.isInteger(key) || key === 0);
      const made = Number.isInteger(key) ? [wrapped] : { [key]: wrapped };
      return this.#after((edits) => edits.replace(owner, made), withSet(this.value, owner, made), owner);
    }
    if (Array.isArray(here)) {
      this.#refuseUnless(key === here.length);
      return this.insert(owner, key, wrapped);
    }
    this.#refuseUnless(isMapping(here));
    return this.#after(
      (edits) => edits.insertKey(owner, String(key), wrapped),
      withSet(this.value, [...owner, key], wrapped),
      owner,
    );
  }

  #withHead() {
    return this.#made(withHead(this.#plain));
  }

  // the first way that says what is wanted; where none does, ever larger parts are written anew
  #after(ways, wanted, path) {
    const done = this.#tried(ways, wanted);
    if (done) return done;
    for (let depth = path.length; depth >= 0; depth--) {
      const outer = path.slice(0, depth);
      const value = at(wanted, outer);
      const whole =
        value === undefined || this.at(outer) === undefined
          ? null
          : this.#tried((edits) => edits.replace(outer, value), wanted);
      if (whole) return whole;
    }
    throw new SourceError("unwritable");
  }

  #tried(ways, wanted) {
    this.#refuseBroken();
    const edits = new Edits(
      this.#plain.text,
      this.#tree.root,
      this.#head.start,
      this.#head.end,
      this.#options.order,
    );
    for (const splices of ways(edits).flatMap((way) => endedToo(way, this.#plain.text))) {
      const made = this.#made(this.#plain.spliced(splices));
      if (made.problems.length <= this.problems.length && !made.isBroken && same(made.value, wanted))
        return made;
    }
    return null;
  }

  #made(plain) {
    return new Source(plain, this.#options);
  }

  #refuseBroken() {
    if (this.isBroken) throw new SourceError("broken");
  }

  #refuseUnless(isThere) {
    this.#refuseBroken();
    if (!isThere) throw new SourceError("missing");
  }
}

// a way, and the same with a line end behind the last line of a file, which a text in a block may need
function endedToo(splices, text) {
  if (splices.length === 0) return [];
  const isLast = ({ end }) => end === text.length && !text.endsWith("\n");
  return splices.some(isLast)
    ? [splices, splices.map((each) => (isLast(each) ? { ...each, text: `${each.text}\n` } : each))]
    : [splices];
}

function isMappingOrList(value) {
  return typeof value === "object" && value !== null;
}
