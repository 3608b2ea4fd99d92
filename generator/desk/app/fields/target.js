/* Where a step or an outcome leads: chosen by the number and text of the step; the id behind it is made when needed. */

import { html } from "../vendor/preact.js";
import { idFor } from "../outline/operations.js";
import { END } from "../outline/pointers.js";
import { asList, rowsOf } from "../outline/rows.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Combobox } from "./combobox.js";

const NEXT = "";
const ROW = "row ";

/** The choices for a `go` that stands at a path: the step that follows, the end, named ends, every other step. */
function targetsOf(document, rows, here) {
  const at = rows.indexOf(here);
  const next = here && (rows.find((row) => row.depth === here.depth && row.parent === here.parent && row.index === here.index + 1) ?? nextAbove(rows, here));
  const nextTitle = next ? say("next-step", { number: next.number, text: next.step.text ?? "" }) : say("next-is-end");
  return [
    { value: NEXT, title: nextTitle },
    ...rows
      .filter((row) => row !== here)
      .map((row) => ({
        value: row.step.id ?? `${ROW}${row.number}`,
        title: say(rows.indexOf(row) < at ? "back-to-step" : "on-to-step", { number: row.number, text: row.step.text ?? "" }),
      })),
    ...asList(document.value.ends).map((end) => ({ value: end?.id, title: say("named-end", { text: end?.text ?? "" }) })),
    { value: END, title: say("end") },
  ];
}

function nextAbove(rows, row) {
  for (let above = row.parent; above; above = above.parent) {
    const next = rows.find((each) => each.parent === above.parent && each.depth === above.depth && each.index === above.index + 1);
    if (next && !above.isBranch) return next;
  }
  return null;
}

/** The row that a path of its fields stands in. */
const rowAt = (rows, path) =>
  rows.filter((row) => row.path.every((key, at) => String(path[at]) === String(key))).sort((one, other) => other.path.length - one.path.length)[0];

export function StepTarget({ document, path, attributes, label, isOptional = true }) {
  const desk = useDesk();
  const rows = rowsOf(document.value);
  const here = rowAt(rows, path);
  const pick = (value) =>
    desk.atOnce(() => {
      if (!value) document.remove(path);
      else if (value.startsWith(ROW)) document.set(path, idFor(document, rows.find((row) => `${ROW}${row.number}` === value)));
      else document.set(path, value);
    });
  return html`<${Combobox}
    options=${targetsOf(document, rows, here)}
    value=${document.get(path) ?? NEXT}
    pick=${pick}
    label=${label}
    isOptional=${isOptional}
    attributes=${attributes}
  />`;
}
