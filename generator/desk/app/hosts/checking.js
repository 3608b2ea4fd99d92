/*
 * What can be known of a file without the generator: slips of its writing, fields that are missing or unknown, words that
 * cannot be chosen, ids that no catalogue has. In the words of `khumue check`, whose rules come with the page.
 */

import { openSource } from "../source.js";
import { isRecord } from "../outline/rows.js";
import { fill, say } from "../words.js";
import { wrongWriting } from "./written.js";

const WITH_FRONT_MATTER = ".md";
const KNOWN_AT_MOST = 5;

/** The problems of some files; `published` are the forms, catalogues and rules that stand beside the page. */
export function problemsIn(files, published) {
  return Object.entries(files).flatMap(([path, text]) => (text === null ? [] : problemsOf(path, text, published)));
}

function problemsOf(path, text, published) {
  const told = published.project.files.find((file) => file.path === path);
  const shape = published.forms.files.find((file) => file.kind === told?.kind)?.value;
  const source = openSource(text, { isMarkdown: path.endsWith(WITH_FRONT_MATTER) });
  if (source.problems.length)
    return source.problems.map(({ line, column, message }) => ({ path, line, column, length: 1, severity: "error", rule: "syntax", message: say("slip-at", { line, column, message }), hint: "" }));
  if (!shape) return [];
  return [...wrong(source.value, shape, [], published)].map(({ at, rule, details, variant, hint = 0 }) => {
    const place = placeOf(source, at);
    const words = { ...published.rules[rule], ...published.rules[rule].variants[variant] };
    return { path, line: place.line, column: place.column, length: 1, severity: words.severity, rule, message: fill(words.message, details), hint: fill(words.hints.at(hint) ?? "", details) };
  });
}

/** The place of a path, or of the nearest thing around it that stands in the file. */
function placeOf(source, path) {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = source.place(path.slice(0, length));
    if (place) return place;
  }
  return { line: 1, column: 1 };
}

function* wrong(value, shape, path, published) {
  if (value === undefined || value === null || value === "") return;
  if (Array.isArray(value)) {
    if (shape.item) for (const [at, item] of value.entries()) yield* wrong(item, named(shape.item, shape), [...path, at], published);
    return;
  }
  if (isRecord(value)) {
    if (shape.model) yield* inRecord(value, shape.model, path, published);
    else if (shape.item) for (const [key, each] of Object.entries(value)) yield* wrong(each, named(shape.item, shape), [...path, key], published);
    return;
  }
  const one = shape.takes_one && shape.item ? named(shape.item, shape) : shape;
  if (published.forms.none_words.includes(String(value).trim()) && shape.may_be_none) return;
  yield* ofText(String(value), one, path, published);
}

const named = (item, { key, title, help }) => ({ key, title, help, ...item });

function* inRecord(record, name, path, published) {
  const model = published.forms.models[name];
  const keys = model.fields.map((field) => field.key);
  for (const key of Object.keys(record))
    if (!keys.includes(key)) yield { at: [...path, key], rule: "unknown-key", details: { key, known: keys.join(", ") }, hint: 1 };
  const unless = model.required_unless;
  const isNeeded = ({ key, required }) => (unless?.fields.includes(key) ? record.status !== unless.status : required);
  for (const field of model.fields) {
    const value = record[field.key];
    const details = { key: field.key, title: field.title, description: field.help };
    if (isNeeded(field) && value === undefined) yield { at: path, rule: "missing-key", details };
    else if (isNeeded(field) && (value === null || value === "")) yield { at: [...path, field.key], rule: "empty-text", details, variant: "required" };
    yield* wrong(record[field.key], field, [...path, field.key], published);
  }
}

function* ofText(text, shape, path, { forms, catalogues }) {
  if (shape.choices) {
    const values = shape.choices.map((choice) => choice.value ?? choice);
    if (!values.includes(text))
      yield { at: path, rule: "unknown-choice", details: { word: text, key: shape.key ?? path.at(-1), title: shape.title ?? "", description: shape.choices.map((choice) => (choice.title ? `${choice.value} (${choice.title})` : choice)).join(", ") }, hint: 1 };
  }
  const unread = wrongWriting(text, shape.kind, forms);
  if (unread) yield { at: path, hint: -1, ...unread };
  const kind = shape.points_at;
  const entries = catalogues[kind];
  if (!kind || !entries) return;
  const id = text.split("#")[0];
  if (!new RegExp(forms.patterns.id, "v").test(id)) yield { at: path, rule: "bad-id", details: { id }, hint: 1 };
  else if (!entries.some((entry) => entry.id === id))
    yield { at: path, rule: `unknown-${kind}`, details: { id, known: entries.slice(0, KNOWN_AT_MOST).map((entry) => entry.id).join(", "), file: "" }, hint: 4 };
}
