/* The form of an open step: what is done, who, how long, the ways out of a decision; the rest under its titles. */

import { html, useState } from "../vendor/preact.js";
import { Field } from "../fields/field.js";
import { MoreFields, isOwnId } from "../fields/record.js";
import { TextBox } from "../fields/text.js";
import { FieldOf } from "../fields/value.js";
import { STEP_LISTS, asList } from "../outline/rows.js";
import { act, keysOf } from "./acting.js";
import { useDesk } from "./context.js";
import { Outcomes } from "./outcomes.js";

const MODEL = "Step";
const FIRST = "text";
const SIDE_BY_SIDE = ["role", "duration"];
const ALWAYS = [FIRST, ...SIDE_BY_SIDE, "detail"];
const OUTCOMES = "outcomes";
/** What the outline itself shows and changes. */
const OF_THE_OUTLINE = [...STEP_LISTS, "phase"];

export function StepForm({ document, rows, row }) {
  const desk = useDesk();
  const [added, setAdded] = useState([]);
  const { path, step } = row;
  const described = desk.forms.model(MODEL);
  const fields = described.fields.filter((field) => !OF_THE_OUTLINE.includes(field.key) && (desk.showsIds || !isOwnId(described, field)));
  const isThere = ({ key }) => ALWAYS.includes(key) || step[key] !== undefined || added.includes(key) || document.problemsAt([...path, key]).length > 0;
  const show = (field) => html`<${FieldOf} key=${field.key} document=${document} path=${[...path, field.key]} field=${field} />`;
  const find = (key) => fields.find((field) => field.key === key);
  const others = fields.filter((field) => ![FIRST, OUTCOMES, ...SIDE_BY_SIDE].includes(field.key));
  const missing = others.filter((field) => !isThere(field));
  const hasOutcomes = asList(step[OUTCOMES]).length > 0;
  const decide = () => {
    desk.atOnce(() => document.set([...path, OUTCOMES], [{ label: "" }, { label: "" }]));
    desk.lead([...path, OUTCOMES, 0, "label"]);
  };
  return html`<div class="form">
    <${StepText} document=${document} rows=${rows} row=${row} field=${find(FIRST)} />
    <div class="side">${SIDE_BY_SIDE.map(find).filter(Boolean).map(show)}</div>
    ${others.filter((field) => ALWAYS.includes(field.key)).map(show)}
    ${hasOutcomes && html`<${Outcomes} document=${document} rows=${rows} row=${row} field=${find(OUTCOMES)} />`}
    ${others.filter((field) => isThere(field) && !ALWAYS.includes(field.key)).map(show)}
    <${MoreFields} fields=${missing} path=${path} add=${(field) => setAdded([...added, field.key])}>
      ${!hasOutcomes && html`<button type="button" class="link" onClick=${decide}>+ ${find(OUTCOMES)?.title}</button>`}
    <//>
  </div>`;
}

/** The text of a step: Enter parts it where the cursor is, Backspace at its beginning joins it with the one before. */
function StepText({ document, rows, row, field }) {
  const desk = useDesk();
  const path = [...row.path, field.key];
  const mark = path.join("/");
  const now = () => {
    desk.flush();
    return { ...row, step: document.get(row.path) };
  };
  const key = (event) => {
    if (keysOf(event, desk, document, rows, row)) return true;
    const { selectionStart: at, selectionEnd: end } = event.target;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (at === end && at >= event.target.value.length) act.add(desk, document, now());
      else act.split(desk, document, now(), at);
      return true;
    }
    if (event.key === "Backspace" && at === 0 && end === 0 && row.index > 0) {
      event.preventDefault();
      act.merge(desk, document, rows, now());
      return true;
    }
    return false;
  };
  return html`<${Field} document=${document} path=${path} title=${field.title} help=${field.help} required=${field.required}>
    ${(attributes) => html`<${TextBox}
      value=${document.get(path)}
      mark=${mark}
      change=${(text) => document.set(path, text, mark)}
      onKey=${key}
      onPasteLines=${(text) => desk.ask({ name: "paste-steps", text, document, row: now() })}
      attributes=${{ ...attributes, "aria-keyshortcuts": "Enter Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight" }}
    />`}
  <//>`;
}
