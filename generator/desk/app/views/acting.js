/* What a person does to a step, from a key, a button or a menu: one stroke each, said aloud, the step at hand in view. */

import {
  addAfter,
  indent,
  mergeWithPrevious,
  mergeable,
  outdent,
  removeStep,
  shift,
  split,
  toggleParallel,
} from "../outline/operations.js";
import { pointersInto } from "../outline/pointers.js";
import { filled } from "../fields/values.js";
import { rowsOf, samePath } from "../outline/rows.js";
import { say } from "../words.js";

const textPath = (path) => path && [...path, "text"];

function done(desk, path, said) {
  if (path) desk.lead(path, said);
}

/** Where the keys go after a move: to the text of the step if they were there, else to its row. */
const kept = (path) => (window.document.activeElement?.matches(".form textarea") ? textPath(path) : path);

export const act = {
  add(desk, document, row) {
    done(desk, textPath(desk.atOnce(() => addAfter(document, row))), say("added"));
  },
  split(desk, document, row, cut) {
    done(desk, textPath(desk.atOnce(() => split(document, row, cut))), say("split-done"));
  },
  merge(desk, document, rows, row) {
    const before = mergeable(rows, row);
    if (!before) return desk.say(say("cannot-merge"));
    return done(desk, textPath(desk.atOnce(() => mergeWithPrevious(document, before, row))), say("merged"));
  },
  shift(desk, document, row, by) {
    const path = desk.atOnce(() => shift(document, row, by));
    done(desk, kept(path), say("moved", { text: filled(desk, row.step.text) }));
  },
  indent(desk, document, rows, row) {
    done(desk, kept(desk.atOnce(() => indent(document, rows, row))), say("indented"));
  },
  outdent(desk, document, row) {
    done(desk, kept(desk.atOnce(() => outdent(document, row))), say("outdented"));
  },
  phase(desk, document, row) {
    if (row.step.phase === undefined) desk.atOnce(() => document.set([...row.path, "phase"], say("new-phase")));
    done(desk, [...row.path, "phase"], "");
  },
  parallel(desk, document, row) {
    const said = say(row.step.parallel ? "in-a-row" : "at-once");
    done(desk, desk.atOnce(() => toggleParallel(document, row)), said);
  },
  remove(desk, document, row) {
    const pointers = pointersInto(document.value, row);
    if (pointers.length || row.step.id) desk.ask({ name: "remove-step", document, row, pointers });
    else {
      desk.atOnce(() => removeStep(document, row, [], ""));
      afterRemoval(desk, document, row);
    }
  },
};

/** Lead to the step that took the place of one that went, else to the one before it, so that the keys are not lost. */
export function afterRemoval(desk, document, row) {
  const rows = rowsOf(document.value);
  const at = (index) => rows.find((each) => samePath(each.path, [...row.list, index]));
  const next = at(row.index) ?? at(row.index - 1) ?? rows.at(-1);
  if (next) desk.lead(next.path, say("removed"));
  else desk.say(say("removed"));
}

/** The keys that do the same, on the row or in its text; true when one did. */
export function keysOf(event, desk, document, rows, row) {
  if (!event.altKey || event.ctrlKey || event.metaKey) return false;
  const keys = {
    ArrowUp: () => act.shift(desk, document, row, -1),
    ArrowDown: () => act.shift(desk, document, row, 1),
    ArrowRight: () => act.indent(desk, document, rows, row),
    ArrowLeft: () => act.outdent(desk, document, row),
  };
  const key = keys[event.key];
  if (!key) return false;
  event.preventDefault();
  event.stopPropagation();
  key();
  return true;
}
