/* The steps of a procedure as the rows of an outline: each with its number, its place in the file and what is above it. */

/** The keys under which a step holds steps: in a row, or at the same time. */
export const STEP_LISTS = ["steps", "parallel"];

/**
 * The rows of a procedure in reading order.
 *
 * Each is `{ step, path, list, index, count, number, depth, parent, isBranch, anchor }`: `list` is the path of the list
 * that holds it, `parent` the row that it stands in.
 */
export function rowsOf(procedure) {
  return [...walk(procedure, [], "", 0, null)];
}

function* walk(holder, above, numberAbove, depth, parent) {
  let position = 0;
  for (const key of STEP_LISTS) {
    const steps = holder?.[key];
    if (!Array.isArray(steps)) continue;
    const list = [...above, key];
    for (const [index, step] of steps.entries()) {
      position += 1;
      const number = numberAbove ? `${numberAbove}.${position}` : `${position}`;
      const path = [...list, index];
      const row = {
        step: isRecord(step) ? step : {},
        path,
        list,
        index,
        count: steps.length,
        number,
        depth,
        parent,
        isBranch: key === "parallel",
      };
      row.anchor = anchorOf(row);
      yield row;
      yield* walk(row.step, path, number, depth + 1, row);
    }
  }
}

/** The name that a step has on its page and in its chart. */
function anchorOf({ step, number }) {
  const id = typeof step.id === "string" ? step.id.trim() : "";
  return id ? `step-${id}` : `step-${number.replaceAll(".", "-")}`;
}

export const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

export const samePath = (one, other) =>
  one.length === other.length && one.every((key, at) => String(key) === String(other[at]));

export const startsWith = (path, beginning) =>
  path.length >= beginning.length && beginning.every((key, at) => String(key) === String(path[at]));

/** The value at a path, or undefined. */
export const valueAt = (value, path) => path.reduce((here, key) => here?.[key], value);

/** One text, several, or none, as a list. */
export const asList = (value) => (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value]);
