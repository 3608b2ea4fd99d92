/* The parts of what is open, as tabs: parts.json says which fields of a kind stand together; the rest is the first. */

import { asList } from "../outline/rows.js";

let parts = {};

export async function loadParts() {
  const answer = await fetch(new URL("../parts.json", import.meta.url));
  parts = await answer.json();
}

/** The parts of a kind of file: `{ name, fields }`, fields those of the description; none where it is one form. */
export function partsOf(forms, kind) {
  const told = parts[kind];
  const model = forms.file(kind)?.value.model;
  if (!told || !model) return [];
  const placed = new Set(told.flatMap((part) => part.fields ?? []));
  const fields = forms.fields(model);
  return told.map(({ name, fields: keys }) => ({
    name,
    fields: keys ? keys.map((key) => fields.find((field) => field.key === key)).filter(Boolean) : fields.filter((field) => !placed.has(field.key)),
  }));
}

/** The part in which a field stands. */
export const partOf = (parted, key) => parted.find((part) => part.fields.some((field) => field.key === key));

/** How many things are in a part, where it is one list or more; null elsewhere. */
export function countOf(part, value) {
  const lists = part.fields.filter((field) => field.kind === "list");
  return lists.length && lists.length >= part.fields.length - 1 ? lists.reduce((count, field) => count + asList(value[field.key]).length, 0) : null;
}
