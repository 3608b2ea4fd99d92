/* What leads to a step: the `go` of other steps and outcomes; and how a step gets an id to be led to. */

import { isRecord, rowsOf } from "./rows.js";

/** The `go` that ends the whole procedure. */
export const END = "end";

/** Each place that leads somewhere: `{ path, go, row, label }`, `path` that of the `go`. */
export function pointersOf(procedure) {
  return rowsOf(procedure).flatMap((row) => {
    const outcomes = Array.isArray(row.step.outcomes) ? row.step.outcomes : [];
    return [
      { path: [...row.path, "go"], go: row.step.go, row, label: "" },
      ...outcomes.map((outcome, at) => ({
        path: [...row.path, "outcomes", at, "go"],
        go: isRecord(outcome) ? outcome.go : undefined,
        row,
        label: (isRecord(outcome) && outcome.label) || "",
      })),
    ].filter((each) => typeof each.go === "string" && each.go !== "");
  });
}

/** The pointers from outside a row that lead to it, or into it. */
export function pointersInto(procedure, row) {
  const inside = rowsOf(row.step).map((each) => each.step.id);
  const ids = new Set([row.step.id, ...inside].filter(Boolean));
  const isWithin = (path) => row.path.every((key, at) => path[at] === key);
  return pointersOf(procedure).filter((each) => ids.has(each.go) && !isWithin(each.path));
}

/** Every id that a procedure has given away: of steps and of named ends. */
export function idsOf(procedure) {
  const ends = Array.isArray(procedure?.ends) ? procedure.ends : [];
  return new Set([...rowsOf(procedure).map((row) => row.step.id), ...ends.map((end) => end?.id), END].filter(Boolean));
}

/** An id that nothing has yet: `step-7`. */
export function freeId(word, taken) {
  for (let number = 1; ; number += 1) {
    const id = `${word}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** An id of chance, for what others may add in the same file at the same time: `role-k3f9`. */
export function idOfChance(word, taken) {
  const id = `${word}-${Math.random().toString(36).slice(2, 6)}`;
  return taken.has(id) ? idOfChance(word, taken) : id;
}
