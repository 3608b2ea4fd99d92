/* What a form edits: a value, and ways to change it by path. This one is a file; an office's changes are another. */

import { samePath, startsWith, valueAt } from "../outline/rows.js";
import { written } from "./writing.js";

export class FileDocument {
  constructor(desk, file) {
    this.desk = desk;
    this.file = file;
  }

  get path() {
    return this.file.path;
  }

  get kind() {
    return this.file.kind;
  }

  get value() {
    return this.file.source.value ?? {};
  }

  get(path) {
    return valueAt(this.value, path);
  }

  /** `mark` names the field that is typed into, so that one undo takes back all of it. */
  set(path, value, mark = null) {
    this.#change((source) => written(source, path, value), mark);
  }

  remove(path) {
    if (this.get(path) !== undefined) this.#change((source) => source.remove(path));
  }

  insert(path, index, value) {
    this.#change((source) => source.insert(path, index, value));
  }

  move(path, from, toPath, toIndex) {
    this.#change((source) => source.move([...path, from], toPath, toIndex));
  }

  renameKey(path, key, name) {
    this.#change((source) => source.renameKey([...path, key], name));
  }

  get body() {
    return this.file.body;
  }

  setBody(body, mark = null) {
    this.desk.edit(this.path, (file) => (file.body = body), mark);
  }

  /** The problems of exactly one field. */
  problemsAt(path) {
    return this.problems.filter((each) => each.field && samePath(each.field, path));
  }

  /** The problems of a field and all that is in it. */
  problemsWithin(path) {
    return this.problems.filter((each) => each.field && startsWith(each.field, path));
  }

  get problems() {
    return this.desk.problemsOf(this.path);
  }

  /** Whether an office says anything else at or below a path; of a file nobody does. */
  isOwnWithin() {
    return false;
  }

  /** What an office says otherwise here; of a file nobody does. */
  ownAt() {
    return null;
  }

  #change(change, mark = null) {
    this.desk.edit(
      this.path,
      (file) => {
        file.source = change(file.source);
      },
      mark,
    );
  }
}
