/* What a value says to a person: titles in the place of ids, a line for every field of a record. */

import { filled } from "../fields/values.js";
import { END } from "../outline/pointers.js";
import { asList, isRecord, rowsOf } from "../outline/rows.js";
import { say } from "../words.js";

const NEW_KINDS = ["role", "reference", "form", "procedure", "area"];

/** A value as text; `shape` is what the forms tell of it, `whole` the file that it stands in. */
export function inWords(desk, shape, value, whole) {
  if (value === undefined || value === null) return "";
  const { kind, model, points_at: to } = shape ?? {};
  if (Array.isArray(value)) return value.map((each) => inWords(desk, shape?.item ?? shape, each, whole)).join(kind === "list" && shape.item.points_at ? ", " : "\n");
  if (kind === "list") return inWords(desk, shape.item, value, whole);
  if (to) return isRecord(value) ? [named(desk, to, value.id, whole), value.section].filter(Boolean).join(" ") : named(desk, to, value, whole);
  if (kind === "choice") return shape.choices.find((each) => each.value === value)?.title ?? value;
  if (!isRecord(value)) return filled(desk, String(value));
  const fields = model ? desk.forms.fields(model).filter(({ key }) => key in value) : Object.keys(value).map((key) => ({ key, ...shape?.item }));
  return fields
    .filter((field) => field.kind !== "identifier" || field.points_at) // ids are nobody's words
    .map((field) => [field.title, inWords(desk, field, value[field.key], whole)].filter(Boolean).join(": "))
    .join("\n");
}

/** What an id names. */
function named(desk, kind, id, whole) {
  const [of, step] = String(id).split("#");
  if (kind !== "step") return [titled(desk, kind.split("-")[0], of), step && desk.entries("procedure").flatMap((each) => each.steps ?? []).find((each) => each.id === step)?.text].filter(Boolean).join(": ");
  if (id === END) return say("end");
  const row = rowsOf(whole).find((each) => each.step.id === id);
  return row ? stepNamed(desk, row) : filled(desk, asList(whole?.ends).find((each) => each?.id === id)?.text ?? "");
}

function titled(desk, kind, id) {
  const entry = desk.entries(kind).find((each) => each.id === id);
  const short = entry?.short;
  if (entry) return filled(desk, short ? `${entry.title} (${short})` : entry.title);
  return NEW_KINDS.includes(kind) ? say(`new-${kind}`) : id; // of somebody else, and not known here yet
}

/** A step by its number and text. */
const stepNamed = (desk, { number, step }) => say("led-by-step", { number, text: filled(desk, step.text) });

/** Where a path leads, in the words of the forms: the step, then the titles of fields and the names of things in it. */
export function whereInWords(desk, kind, whole, path) {
  const row = rowsOf(whole).findLast((each) => each.path.every((key, at) => String(path[at]) === String(key)));
  const parts = row ? [stepNamed(desk, row)] : [];
  let value = whole;
  for (const [at, key] of path.entries()) {
    const model = desk.forms.valueAt(kind, path.slice(0, at))?.model;
    value = value?.[key];
    if (row && at < row.path.length) continue;
    const field = model && desk.forms.field(model, key);
    const name = field ? field.title : filled(desk, desk.forms.nameOf(desk.forms.valueAt(kind, path.slice(0, at + 1)), value));
    if (name) parts.push(field ? name : `“${name}”`);
  }
  return parts.join(" · ");
}
