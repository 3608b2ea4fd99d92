/* What can be done to the step that is open, by buttons: the same as by keys and by dragging. */

import { html } from "../vendor/preact.js";
import { mergeable } from "../outline/operations.js";
import { STEP_LISTS, asList } from "../outline/rows.js";
import { say } from "../words.js";
import { act } from "./acting.js";
import { useDesk } from "./context.js";

export function StepTools({ document, rows, row }) {
  const desk = useDesk();
  const { step } = row;
  const hasSteps = STEP_LISTS.some((key) => asList(step[key]).length);
  const tools = [
    { name: "add-below", act: () => act.add(desk, document, row) },
    { name: "split", isOff: !step.text, act: () => desk.ask({ name: "split-step", document, row }) },
    { name: "merge", isOff: !mergeable(rows, row), act: () => act.merge(desk, document, rows, row) },
    { name: "up", isOff: row.index === 0, act: () => act.shift(desk, document, row, -1) },
    { name: "down", isOff: row.index === row.count - 1, act: () => act.shift(desk, document, row, 1) },
    { name: "indent", isOff: row.index === 0, act: () => act.indent(desk, document, rows, row) },
    { name: "outdent", isOff: !row.parent, act: () => act.outdent(desk, document, row) },
    { name: "add-inside", act: () => addInside(desk, document, row) },
    hasSteps && { name: asList(step.parallel).length ? "in-a-row" : "at-once", act: () => act.parallel(desk, document, row) },
    !row.parent && step.phase === undefined && { name: "begin-phase", act: () => act.phase(desk, document, row) },
    { name: "remove-step", isDanger: true, act: () => act.remove(desk, document, row) },
  ];
  return html`<div class="tools" role="group" aria-label=${say("tools-of-step")}>
    ${tools.filter(Boolean).map((tool) => html`<button type="button" key=${tool.name} class=${tool.isDanger ? "danger" : ""} disabled=${tool.isOff} title=${say(`${tool.name}-help`)} onClick=${tool.act}>${say(tool.name)}</button>`)}
  </div>`;
}

function addInside(desk, document, row) {
  const key = asList(row.step.parallel).length ? "parallel" : "steps";
  const list = [...row.path, key];
  const { length } = asList(row.step[key]);
  if (length) document.insert(list, length, { text: "" });
  else document.set(list, [{ text: "" }]);
  desk.lead([...list, length, "text"], say("added"));
}
