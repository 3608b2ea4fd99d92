/* What stands around any field: its title, its help, what is wrong with it, and what an office says otherwise. */

import { html, useState } from "../vendor/preact.js";
import { useDesk } from "../views/context.js";
import { plainly } from "../views/plainly.js";
import { say } from "../words.js";
import { OwnNote } from "./own.js";

/** The name by which a field is found again: of its label, and to lead to it. */
export const fieldId = (path) => `field:${path.join("/")}`;

/**
 * A field with its title.
 *
 * `children` is a function that gets the attributes of the control: its id, whether it is wrong, what describes it.
 */
export function Field({ document, path, title, help, required, note, isGroup, children }) {
  const [isHelped, setHelped] = useState(false);
  const problems = isGroup ? document.problemsAt(path) : document.problemsWithin(path);
  const id = fieldId(path);
  const told = problems.map((_, at) => `${id}:problem:${at}`);
  const described = [...told, isHelped && `${id}:help`].filter(Boolean).join(" ") || undefined;
  const isBad = problems.some((each) => each.severity === "error");
  const label = html`<span class="title">${title}${required && html`<span class="needed" aria-hidden="true"> *</span>`}</span>`;
  const helping = help && html`<button type="button" class="help" aria-expanded=${isHelped} aria-label=${say("help-of", { title })} onClick=${() => setHelped(!isHelped)}>?</button>`;
  const below = html`
    ${isHelped && html`<p class="helped" id=${`${id}:help`}>${help}</p>`}
    ${note && html`<p class="helped">${note}</p>`}
    <${Problems} document=${document} problems=${problems} ids=${told} />
    <${OwnNote} document=${document} path=${path} />
  `;
  if (isGroup)
    return html`<fieldset class="field group" id=${id} tabindex="-1">
      <legend>${label} ${helping}</legend>
      ${children({ id, described, isBad })} ${below}
    </fieldset>`;
  return html`<div class=${`field${isBad ? " is-bad" : ""}`}>
    <div class="titles"><label for=${id}>${label}</label> ${helping}</div>
    ${children({ id, "aria-describedby": described, "aria-invalid": isBad || undefined, "aria-required": required || undefined })} ${below}
  </div>`;
}

/** What is wrong, in the words of the checker, each with its repair where it is sure. */
export function Problems({ problems, ids = [] }) {
  const desk = useDesk();
  return problems.map(
    (each, at) => html`<p class=${`problem ${each.severity}`} id=${ids[at]} key=${`${each.rule}:${at}`}>
      ${plainly(desk, each, each.message)}${each.hint && html` <span class="hint">${plainly(desk, each, each.hint)}</span>`}
      ${each.fix && html` <button type="button" class="link" onClick=${() => desk.mend(each)}>${each.fix.is_sure === false ? say("mend-guess", { text: each.fix.text }) : say("mend")}</button>`}
    </p>`,
  );
}
