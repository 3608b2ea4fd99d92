/* The description of all files and fields, as the models give it: asked by every form, never told again here. */

import { isRecord } from "../outline/rows.js";

export class Forms {
  #models;
  #files;

  constructor(described) {
    this.#models = described.models;
    this.#files = new Map(described.files.map((file) => [file.kind, file]));
    this.noneWords = described.none_words;
    this.notices = described.notices;
    this.units = described.units;
    this.idPattern = new RegExp(described.patterns.id, "v");
  }

  /** The kinds of files, in the order in which authors are told of them. */
  get files() {
    return [...this.#files.values()];
  }

  file(kind) {
    return this.#files.get(kind);
  }

  model(name) {
    return this.#models[name];
  }

  fields(name) {
    return this.#models[name].fields;
  }

  field(model, key) {
    return this.fields(model).find((field) => field.key === key);
  }

  /** What may stand at a path in a kind of file; undefined where nothing may. */
  valueAt(kind, path) {
    return path.reduce((here, key) => {
      if (!here) return undefined;
      if (here.model) return this.field(here.model, key);
      return here.item;
    }, this.#files.get(kind)?.value);
  }

  /** The keys of the record at a path, in their order. */
  keysAt(kind, path) {
    const model = this.valueAt(kind, path)?.model;
    return model ? this.fields(model).map((field) => field.key) : [];
  }

  /** What names an item of a list to a reader: its own text, or the first text that it must have. */
  nameOf(value, item) {
    if (!isRecord(item)) return typeof item === "string" ? item : "";
    if (!value?.model) return "";
    const fields = this.fields(value.model);
    const name = fields.find((field) => field.manner === "name" && item[field.key]) ?? fields.find((field) => field.kind === "text" && item[field.key]);
    return name ? String(item[name.key]) : "";
  }
}
