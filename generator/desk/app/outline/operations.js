/*
 * What can be done to steps: each takes a document (`set`, `remove`, `insert`, `move` of a path) and a row, does it in one
 * stroke, and says at which path the step at hand stands afterwards.
 */

import { freeId, idsOf, pointersOf } from "./pointers.js";
import { STEP_LISTS, asList, rowsOf, samePath } from "./rows.js";

/** What leads on from a step; it stays with the last part of a step that is split or merged. */
const WAYS_OUT = ["outcomes", "go"];
const JOINED_TEXTS = ["text", "detail"];
/** What was parted here, by both parts: whoever joins them again gets the text that it was. */
const parted = new Map();
const bothOf = (one, other) => `${one}\n${other}`;

/** Put a step behind a row, or at the end of the procedure. */
export function addAfter(document, row, step = { text: "" }) {
  if (row) {
    document.insert(row.list, row.index + 1, step);
    return [...row.list, row.index + 1];
  }
  const steps = asList(document.value.steps);
  if (steps.length) document.insert(["steps"], steps.length, step);
  else document.set(["steps"], [step]);
  return ["steps", steps.length];
}

/** Put several steps behind a row. */
export function addAllAfter(document, row, steps) {
  let last = row;
  let path = row?.path ?? [];
  for (const step of steps) {
    path = addAfter(document, last, step);
    last = last ? { ...last, index: last.index + 1 } : null;
  }
  return path;
}

/** Part a step in two where its text is cut; what leads on goes with the second. */
export function split(document, row, cut) {
  const text = row.step.text ?? "";
  const [first, rest] = [text.slice(0, cut).trim(), text.slice(cut).trim()];
  parted.set(bothOf(first, rest), text);
  const second = { text: rest };
  if (row.step.role !== undefined) second.role = row.step.role;
  for (const key of WAYS_OUT) {
    if (row.step[key] === undefined) continue;
    second[key] = row.step[key];
    document.remove([...row.path, key]);
  }
  document.set([...row.path, "text"], first);
  return addAfter(document, row, second);
}

/** The row before one in the same list, if it can take what the other says. */
export function mergeable(rows, row) {
  const before = rows.find((each) => samePath(each.list, row.list) && each.index === row.index - 1);
  if (!before || before.isBranch) return null;
  const hold = (each) => STEP_LISTS.some((key) => asList(each.step[key]).length);
  return hold(before) || hold(row) || asList(before.step.outcomes).length ? null : before;
}

/** Make one step of a row and the one before it: texts joined, what only one says kept, pointers led along. */
export function mergeWithPrevious(document, before, row) {
  const kept = { ...before.step };
  const { step } = row;
  for (const [key, value] of Object.entries(step)) {
    if (JOINED_TEXTS.includes(key) && kept[key]) document.set([...before.path, key], parted.get(bothOf(kept[key], value)) ?? `${kept[key]} ${value}`.trim());
    else if (kept[key] === undefined || kept[key] === "") document.set([...before.path, key], value);
    else if (key !== "id" && Array.isArray(kept[key]) && Array.isArray(value))
      document.set([...before.path, key], [...kept[key], ...value.filter((each) => !kept[key].includes(each))]);
  }
  if (step.id && kept.id)
    for (const each of pointersOf(document.value)) if (each.go === step.id) document.set(each.path, kept.id);
  document.remove(row.path);
  return before.path;
}

/** Move a step within its list by one; null where it is at the edge. */
export function shift(document, row, by) {
  const to = row.index + by;
  if (to < 0 || to >= row.count) return null;
  document.move(row.list, row.index, row.list, to);
  return [...row.list, to];
}

/** Move a step before another one anywhere, or behind it. */
export function place(document, row, target, isAfter) {
  if (target.path.length >= row.path.length && row.path.every((key, at) => target.path[at] === key)) return null;
  let to = target.index + (isAfter ? 1 : 0);
  const isSameList = samePath(row.list, target.list);
  if (isSameList && row.index < to) to -= 1;
  if (isSameList && to === row.index) return null;
  return carry(document, row, target.list, to);
}

/** Put a step into the one before it, as the last of its steps. */
export function indent(document, rows, row) {
  const before = rows.find((each) => samePath(each.list, row.list) && each.index === row.index - 1);
  if (!before) return null;
  const key = asList(before.step.parallel).length ? "parallel" : "steps";
  return carry(document, row, [...before.path, key], asList(before.step[key]).length);
}

/** Take a step out of the one that it stands in, and put it behind that. */
export function outdent(document, row) {
  return row.parent ? carry(document, row, row.parent.list, row.parent.index + 1) : null;
}

/** Let the steps inside a row be done at the same time, or one after the other. */
export function toggleParallel(document, row) {
  const [from, to] = asList(row.step.parallel).length ? ["parallel", "steps"] : ["steps", "parallel"];
  document.renameKey([...row.path], from, to);
  return row.path;
}

/** The id of a row's step, which gets one where it has none. */
export function idFor(document, row) {
  if (row.step.id) return row.step.id;
  const id = freeId("step", idsOf(document.value));
  document.set([...row.path, "id"], id);
  return id;
}

/** Take a step away, after what led to it was led elsewhere: `leadTo` is an id, END, or "" for the step that follows. */
export function removeStep(document, row, pointers, leadTo) {
  for (const each of pointers) {
    if (leadTo) document.set(each.path, leadTo);
    else document.remove(each.path);
  }
  if (row.count === 1 && row.parent) document.remove(row.list);
  else document.remove(row.path);
}

/** Carry a step with all that is in it to another list; an emptied list goes. */
function carry(document, row, list, to) {
  document.move(row.list, row.index, list, to);
  const { step } = row;
  if (row.count === 1 && !samePath(row.list, list)) {
    const left = row.parent && rowsOf(document.value).find((each) => each.step === row.parent.step || samePath(each.path, row.parent.path));
    if (left && asList(left.step[row.list.at(-1)]).length === 0) document.remove([...left.path, row.list.at(-1)]);
  }
  const now = rowsOf(document.value).find((each) => each.step.text === step.text && samePath(each.list.slice(-1), list.slice(-1)) && each.step.id === step.id);
  return now?.path ?? [...list, to];
}
