/*
 * Addresses by which an office's changes name parts of a shared procedure: by names of fields, ids and texts, never by
 * positions; read, and made of a path. What they mean is told in `generator.model.change`.
 */

import { STEP_LISTS, asList, isRecord } from "../outline/rows.js";
import { folded } from "./fingerprint.js";

const STEP = "Step";
const SHORTENED = /(?:…|\.\.\.)$/;

/** The items of a list as addresses name them; of steps those of every depth. */
function itemsOf(forms, list, shape, path) {
  const model = shape.item?.model && forms.model(shape.item.model);
  return asList(list).flatMap((item, at) => {
    const here = [...path, at];
    const text = (key) => (isRecord(item) ? folded(item[key] ?? "") : typeof item === "string" ? folded(item) : "");
    const name = text(model?.identified_by ?? "id");
    const apart = isRecord(item) && shape.item?.model === "Citation" ? folded(item.section ?? "") : "";
    const inner = shape.item?.model === STEP && isRecord(item) ? STEP_LISTS.flatMap((key) => itemsOf(forms, item[key], shape, [...here, key])) : [];
    return [{ name: apart ? `${name} ${apart}` : name, short: name, path: here, item }, ...inner];
  });
}

/** The path that an address names in a procedure, whether or not something stands there; null where it names nothing. */
export function pathOf(forms, base, shape, address) {
  return inRecord(forms, base, shape, [], folded(address));
}

function inRecord(forms, value, shape, path, address) {
  const [first, ...more] = address.split("/");
  const field = shape?.model && forms.field(shape.model, first.trim());
  if (!field) return null;
  const here = [...path, field.key];
  const rest = more.join("/").trim();
  if (!rest) return here;
  const below = isRecord(value) ? value[field.key] : undefined;
  if (field.kind === "list") return inList(forms, below, field, here, rest);
  return field.model ? inRecord(forms, below, field, here, rest) : null;
}

function inList(forms, value, field, path, address) {
  const items = itemsOf(forms, value, field, path);
  const parts = address.split("/");
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join("/").trim();
    const rest = parts.slice(length).join("/").trim();
    const beginning = SHORTENED.test(name) ? name.replace(SHORTENED, "").trim() : null;
    const found =
      items.find((each) => each.name === name) ??
      items.find((each) => each.short === name) ??
      (beginning && items.find((each) => each.name.startsWith(beginning)));
    if (!found) continue;
    if (!rest) return found.path;
    const deeper = inRecord(forms, found.item, field.item, found.path, rest);
    if (deeper) return deeper;
  }
  return null;
}

/** The address of a path, or `{ nameless: path }` of the step that has no id to be named by. */
export function addressOf(forms, base, shape, path) {
  const parts = [];
  let here = shape;
  let value = base;
  for (let at = 0; at < path.length; at += 1) {
    const key = path[at];
    if (typeof key === "string") {
      here = forms.field(here.model, key);
      const isStepsOfStep = STEP_LISTS.includes(key) && parts.length > 0 && typeof path[at + 1] === "number";
      value = value?.[key];
      if (isStepsOfStep) parts.length = 0, parts.push(STEP_LISTS[0]);
      else parts.push(key);
    } else {
      const item = itemsOf(forms, value, here, []).find((each) => each.path.length === 1 && each.path[0] === key);
      if (!item?.name) return { nameless: path.slice(0, at + 1) };
      parts.push(item.name);
      value = asList(value)[key];
      here = here.item;
    }
  }
  return parts.join("/");
}
