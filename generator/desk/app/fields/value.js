/* The control for any value that the description of the forms knows, by its kind. */

import { html } from "../vendor/preact.js";
import { actorsOf, rolesOf } from "../outline/actors.js";
import { asList, rowsOf, samePath } from "../outline/rows.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Entries } from "./entries.js";
import { Field } from "./field.js";
import { ListOf } from "./list.js";
import { Pick, PickAddress, PickCitation, PickSeveral, StepSelect } from "./picking.js";
import { Record } from "./record.js";
import { StepTarget } from "./target.js";
import { TextBox, writeText } from "./text.js";
import { filled } from "./values.js";

/** Kinds of ids that name what is chosen from a catalogue. */
const CATALOGUES = ["role", "reference", "form", "procedure", "area", "edition", "term"];

/** A field of a record, with its title and all that is to be told of it. */
export function FieldOf({ document, path, field }) {
  const { backend } = useDesk();
  const parts = { document, path, title: field.title, help: field.help, required: field.required, note: backend.noteOf?.(field) };
  if (isGroup(field)) return html`<${Field} ...${parts} isGroup>${() => html`<${Group} document=${document} path=${path} shape=${field} title=${field.title} />`}<//>`;
  return html`<${Field} ...${parts}>
    ${(attributes) => html`<${Control} document=${document} path=${path} shape=${field} title=${field.title} required=${field.required} attributes=${attributes} />`}
  <//>`;
}

const isPicked = (shape) => shape?.kind === "identifier" && CATALOGUES.includes(shape.points_at) && !shape.model;

/** Whether a value is made of several controls. */
const isGroup = (shape) => ["model", "entries"].includes(shape.kind) || (shape.kind === "list" && !isPicked(shape.item));

function Group({ document, path, shape, title }) {
  if (shape.kind === "model") return html`<${Record} document=${document} path=${path} model=${shape.model} />`;
  if (shape.kind === "entries") return html`<${Entries} document=${document} path=${path} shape=${shape} title=${title} />`;
  return html`<${ListOf} document=${document} path=${path} shape=${shape} title=${title} />`;
}

/** Any value: one control, or several in a group. */
export function ValueOf(parts) {
  return isGroup(parts.shape) ? html`<${Group} ...${parts} />` : html`<${Control} ...${parts} />`;
}

/** The control of one value; `attributes` tie it to its title. */
export function Control({ document, path, shape, title, required = false, attributes = {} }) {
  const desk = useDesk();
  const value = document.get(path);
  const label = attributes.id ? undefined : title;
  const mark = path.join("/");
  const write = (text, of = null) => (text === null || (text === "" && !required) ? document.remove(path) : document.set(path, text, of));
  switch (shape.kind) {
    case "choice":
      return html`<select value=${value ?? ""} aria-label=${label} onChange=${(event) => write(event.target.value)} ...${attributes}>
        <option value="" selected=${value === undefined}>${say(required ? "choose" : "not-said")}</option>
        ${shape.choices.map((choice) => html`<option key=${choice.value} value=${choice.value} selected=${choice.value === value}>${choice.title}</option>`)}
        ${value && !shape.choices.some((choice) => choice.value === value) && html`<option value=${value} selected>${value}</option>`}
      </select>`;
    case "list": {
      const values = asList(value);
      const change = (ids) => {
        if (!ids.length) document.remove(path);
        else document.set(path, shape.takes_one && ids.length === 1 && !Array.isArray(value) ? ids[0] : ids);
      };
      return html`<${PickSeveral} kind=${shape.item.points_at} values=${values} change=${change} title=${title} placeholder=${byDefault(desk, document, path, shape)} attributes=${attributes} />`;
    }
    case "identifier":
      if (shape.model) return html`<${PickCitation} value=${value} change=${write} title=${title} attributes=${attributes} />`;
      if (isPicked(shape)) return html`<${Pick} kind=${shape.points_at} value=${value} change=${write} isOptional=${!required} label=${label} attributes=${attributes} />`;
      if (shape.points_at === "step") return html`<${StepTarget} document=${document} path=${path} attributes=${attributes} label=${label} />`;
      if (shape.points_at === "procedure-or-step") return html`<${PickAddress} value=${value} change=${write} title=${title} attributes=${attributes} />`;
      if (shape.points_at === "step-of-procedure")
        return html`<${StepSelect} desk=${desk} procedure=${document.get([...path.slice(0, -1), "procedure"])} value=${value} change=${write} attributes=${attributes} />`;
      return html`<${TextBox} value=${value} mark=${mark} label=${label} change=${(text) => write(text.trim(), mark)} attributes=${attributes} />`;
    case "free":
      return html`<pre class="free" ...${attributes}>${typeof value === "string" ? value : JSON.stringify(value, null, 2)}</pre>`;
    default:
      return html`<${TextBox}
        value=${value}
        isProse=${shape.kind === "prose"}
        mark=${mark}
        label=${label}
        change=${(text) => writeText(document, path, text, required, mark)}
        attributes=${attributes}
      />`;
  }
}

/** What it means that nobody is chosen: who acts in a step, whoever it is by default; elsewhere undefined. */
function byDefault(desk, document, path, shape) {
  if (document.kind !== "procedure" || shape.key !== "role") return undefined;
  const row = rowsOf(document.value).find((each) => samePath(each.path, path.slice(0, -1)));
  const name = row && rolesOf(desk, actorsOf(document.value, row.parent ?? undefined).ids).map((role) => filled(desk, role.title)).join(" ");
  return name ? say("by-default", { name }) : undefined;
}
