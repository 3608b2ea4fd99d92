/* A step is to go: what leads to it is shown, and where that is to lead now is chosen. */

import { html, useEffect, useState } from "../vendor/preact.js";
import { filled } from "../fields/values.js";
import { idFor, removeStep } from "../outline/operations.js";
import { END } from "../outline/pointers.js";
import { rowsOf, startsWith } from "../outline/rows.js";
import { afterRemoval } from "../views/acting.js";
import { useDesk } from "../views/context.js";
import { titleOf } from "../views/head.js";
import { say } from "../words.js";
import { Dialog, Line } from "./dialog.js";

const FOLLOWING = "";

export function RemoveStep({ document, row, pointers }) {
  const desk = useDesk();
  const [leadTo, setLeadTo] = useState(FOLLOWING);
  const [elsewhere, setElsewhere] = useState(null);
  const others = rowsOf(document.value).filter((each) => !startsWith(each.path, row.path));
  useEffect(() => {
    brokenWithout(desk, document, row).then(setElsewhere, () => setElsewhere([]));
  }, []);
  const remove = () => {
    desk.atOnce(() => {
      const target = others.find((each) => each.anchor === leadTo);
      removeStep(document, row, pointers, target ? idFor(document, target) : leadTo);
    });
    desk.answered();
    afterRemoval(desk, document, row);
  };
  return html`<${Dialog} title=${say("remove-title", { number: row.number, text: filled(desk, row.step.text) })} act=${remove} doing=${say("remove-step")} isDanger>
    ${pointers.length > 0 && html`
      <p>${say("led-to")}</p>
      <ul>${pointers.map((each, at) => html`<li key=${at}>${each.label ? say("led-by-outcome", { number: each.row.number, label: filled(desk, each.label) }) : say("led-by-step", { number: each.row.number, text: filled(desk, each.row.step.text) })}</li>`)}</ul>
      <${Line} title=${say("lead-instead")}>${(id) => html`<select id=${id} value=${leadTo} onChange=${(event) => setLeadTo(event.target.value)}>
        <option value=${FOLLOWING}>${say("to-following")}</option>
        ${others.map((each) => html`<option key=${each.anchor} value=${each.anchor}>${each.number} ${filled(desk, each.step.text)}</option>`)}
        <option value=${END}>${say("end")}</option>
      </select>`}<//>
    `}
    ${elsewhere?.length > 0 && html`<p>${say("breaks-elsewhere")}</p><ul>${elsewhere.map((each, at) => html`<li key=${at}>${each}</li>`)}</ul>`}
    ${!pointers.length && !elsewhere?.length && html`<p>${say(elsewhere ? "nothing-leads-here" : "looking")}</p>`}
  <//>`;
}

/** What would be wrong elsewhere without the step, that is not wrong now: links and reading lists that name it. */
async function brokenWithout(desk, document, row) {
  if (!document.file.source.remove) return [];
  const { path, file } = document;
  const without = desk.put(path, file.base, false);
  without.source = file.source.remove(row.path);
  const { problems } = await desk.backend.check({ ...desk.texts(), [path]: without.text });
  const known = new Set(desk.problems.map((each) => `${each.path} ${each.message}`));
  const broken = problems.filter((each) => each.severity === "error" && each.path !== document.path && !known.has(`${each.path} ${each.message}`));
  return [...new Set(broken.map((each) => each.path))].map((path) => {
    const file = desk.told(path);
    return file ? `${desk.forms.file(file.kind)?.title ?? ""}: ${titleOf(desk, file)}` : path;
  });
}
