/*
 * A shared procedure as one office has it: the same form, but what is changed in it is written as changes into the office's
 * file, each with a reason and the fingerprint of the shared text that it was made of.
 */

import { freeId, idsOf } from "../outline/pointers.js";
import { asList, isRecord, samePath, startsWith, valueAt } from "../outline/rows.js";
import { pathWithout } from "../source-values.js";
import { addressOf } from "./addresses.js";
import { FileDocument } from "./document.js";
import { fingerprint } from "./fingerprint.js";
import { originOf, overlay } from "./overlaying.js";
import { written } from "./writing.js";

const CHANGES = "changes";
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class OfficeDocument extends FileDocument {
  #laid = null;
  #of = "";

  /** `file` is the shared procedure, `edition` the office's file. */
  constructor(desk, file, edition) {
    super(desk, file);
    this.edition = edition;
    this.shape = desk.forms.file(file.kind).value;
  }

  get base() {
    return this.file.source.value ?? {};
  }

  get #written() {
    return [CHANGES, this.file.id];
  }

  get laid() {
    const of = `${this.file.text}\u0000${this.edition.text}`;
    if (this.#of !== of) {
      this.#laid = overlay(this.desk.forms, this.base, this.shape, valueAt(this.edition.source.value, this.#written));
      this.#of = of;
    }
    return this.#laid;
  }

  get value() {
    return this.laid.value;
  }

  /** What the office took out: `{ value, path, restore() }`. */
  get removed() {
    return this.laid.removed.map((change) => ({ value: change.value, path: change.path, reason: change.reason ?? "", index: change.index, restore: () => this.#drop(change.index) }));
  }

  set(path, value, mark = null) {
    const origin = originOf(this.laid.origins, path);
    if (origin.change !== undefined) return this.#inChange(origin, (source, at) => written(source, at, value), mark, value);
    const before = valueAt(this.base, origin.base);
    if (same(before, value)) return undefined;
    const missing = origin.base.findIndex((_, at) => valueAt(this.base, origin.base.slice(0, at + 1)) === undefined);
    if (missing < 0) return this.#write("replace", origin.base, { base: this.#print(origin.base), with: value }, mark);
    const whole = origin.base.slice(missing + 1).reduceRight((inner, key) => (typeof key === "number" ? [inner] : { [key]: inner }), value);
    return this.#write("add", origin.base.slice(0, missing + 1), { with: whole }, mark);
  }

  remove(path) {
    const origin = originOf(this.laid.origins, path);
    if (origin.change !== undefined) {
      if (origin.within.length) this.#inChange(origin, (source, at) => source.remove(at));
      else {
        const { verb, path: from } = this.laid.changes[origin.change];
        this.#drop(origin.change);
        if (verb === "replace") this.#write("remove", from, { base: this.#print(from) });
      }
      return;
    }
    if (valueAt(this.base, origin.base) === undefined) return;
    const inner = this.laid.changes.filter((each) => each.path && startsWith(each.path, origin.base));
    for (const each of inner.reverse()) this.#drop(each.index);
    this.#write("remove", origin.base, { base: this.#print(origin.base) });
  }

  insert(path, index, value) {
    const origin = originOf(this.laid.origins, path);
    if (origin.change !== undefined) {
      this.#inChange(origin, (source, at) => source.insert(at, index, value));
      return;
    }
    const count = asList(valueAt(this.value, path)).length;
    const beside = [[index - 1, "insert_after"], [index, "insert_before"]].filter(([at]) => at >= 0 && at < count);
    for (const [at, verb] of beside) {
      const neighbour = originOf(this.laid.origins, [...path, at]);
      if (neighbour.base) {
        this.#write(verb, neighbour.base, { with: value });
        return;
      }
      const change = this.laid.changes[neighbour.change];
      const isItsOwn = neighbour.within.length <= 1 && change.verb !== "replace";
      if (isItsOwn && neighbour.within.length) this.#edit((source) => source.insert([...this.#written, change.index, "with"], neighbour.within[0] + (verb === "insert_after" ? 1 : 0), value));
      else if (isItsOwn) this.#edit((source) => source.insert(this.#written, change.index + (verb === "insert_after" ? 1 : 0), { [change.verb]: change[change.verb], with: value }));
      else continue;
      return;
    }
    this.#write("add", origin.base, { with: [value] });
  }

  move(path, from, toPath, toIndex) {
    const value = valueAt(this.value, [...path, from]);
    this.remove([...path, from]);
    this.insert(pathWithout(toPath, [...path, from]), toIndex, value);
  }

  renameKey(path, key, name) {
    const record = valueAt(this.value, path);
    const value = record[key];
    this.remove([...path, key]);
    this.set([...path, name], value);
  }

  /** What the office says of its own at a path; null where it says what all offices say. */
  ownAt(path) {
    const origin = originOf(this.laid.origins, path);
    if (origin.change === undefined || origin.within.length) return null;
    const { index, verb, path: from, reason = "", ...change } = this.laid.changes[origin.change];
    const problems = this.#problemsOf(index);
    const at = (key) => [...this.#written, index, key];
    return {
      address: change[verb],
      isNew: verb !== "replace",
      shared: told(valueAt(this.base, from)),
      reason,
      problems: problems.filter((each) => each.rule !== "base-moved"),
      isMoved: problems.some((each) => each.rule === "base-moved"),
      setReason: (text) => this.#edit((source) => (text ? source.set(at("reason"), text) : source.remove(at("reason"))), `reason ${index}`),
      accept: () => this.#edit((source) => source.set(at("base"), this.#print(from))),
      giveUp: () => this.#drop(index),
    };
  }

  isOwnWithin(path) {
    return [...this.laid.origins].some(([key, { change }]) => change !== undefined && startsWith(JSON.parse(key), path));
  }

  get problems() {
    const own = this.desk.problemsOf(this.edition.path).flatMap((each) => {
      const index = each.field && startsWith(each.field, this.#written) ? each.field[2] : undefined;
      const field = index === undefined ? null : this.#pathOfChange(index, each.field.slice(4));
      return field ? [{ ...each, field }] : [];
    });
    const shared = super.problems.map((each) => ({ ...each, field: each.field && (this.#pathOfBase(each.field) ?? each.field) }));
    return [...own, ...shared];
  }

  #problemsOf(index) {
    return this.desk.problemsOf(this.edition.path).filter((each) => each.field && startsWith(each.field, [...this.#written, index]));
  }

  #pathOfChange(index, within) {
    for (const [key, origin] of this.laid.origins)
      if (origin.change === index && origin.within.every((each, at) => String(each) === String(within[at]))) return [...JSON.parse(key), ...within.slice(origin.within.length)];
    return null;
  }

  #pathOfBase(field) {
    for (const [key, origin] of this.laid.origins) if (origin.base && samePath(origin.base, field)) return JSON.parse(key);
    return null;
  }

  #print(path) {
    const shape = this.desk.forms.valueAt(this.file.kind, path);
    return fingerprint(valueAt(this.base, path), shape, this.desk.forms);
  }

  /** Change something inside what a change puts in; one that puts the shared text back is dropped. */
  #inChange({ change, within }, edit, mark = null, value = undefined) {
    const { verb, path } = this.laid.changes[change];
    if (verb === "replace" && !within.length && same(valueAt(this.base, path), value)) this.#drop(change);
    else this.#edit((source) => edit(source, [...this.#written, change, "with", ...within]), mark);
  }

  #write(verb, path, rest, mark = null) {
    const { change } = this.#named(verb, path, rest);
    const listed = valueAt(this.edition.source.value, this.#written);
    if (Array.isArray(listed)) this.#edit((source) => source.insert(this.#written, listed.length, change), mark);
    else if (isRecord(this.edition.source.value?.[CHANGES])) this.#edit((source) => source.set(this.#written, [change]), mark);
    else this.#edit((source) => source.set([CHANGES], { [this.file.id]: [change] }), mark);
  }

  /** A change with its address; a step without an id gets one in the shared text, which says nothing else by it. */
  #named(verb, path, rest) {
    const address = addressOf(this.desk.forms, this.base, this.shape, path);
    if (typeof address === "string") return { change: { [verb]: address, ...rest } };
    const id = freeId("step", idsOf(this.base));
    this.desk.edit(this.file.path, (file) => (file.source = file.source.set([...address.nameless, "id"], id)));
    return this.#named(verb, path, verb === "remove" || verb === "replace" ? { ...rest, base: this.#print(path) } : rest);
  }

  #drop(index) {
    const { length } = asList(valueAt(this.edition.source.value, this.#written));
    const isLastOfAll = length === 1 && Object.keys(this.edition.source.value[CHANGES]).length === 1;
    this.#edit((source) => source.remove(isLastOfAll ? [CHANGES] : length === 1 ? this.#written : [...this.#written, index]));
  }

  #edit(change, mark = null) {
    this.desk.edit(this.edition.path, (file) => (file.source = change(file.source)), mark);
  }
}

const told = (value) => (value === undefined ? "" : Array.isArray(value) || isRecord(value) ? Object.values(value).map(told).join(" · ") : String(value));
