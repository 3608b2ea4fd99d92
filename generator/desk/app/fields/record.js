/* A record as a form: what must be there and what is there; the rest is one click away under its own title. */

import { html, useState } from "../vendor/preact.js";
import { useDesk } from "../views/context.js";
import { FieldOf } from "./value.js";

/** So many fields are shown at once, even if nothing is in them. */
const FEW = 4;

/** A form for a model; `fields` are those to show, all but ids where none are given. */
export function Record({ document, path, model, fields, keep = FEW }) {
  const desk = useDesk();
  const described = desk.forms.model(model);
  const all = fields ?? described.fields.filter((field) => desk.showsIds || !isOwnId(described, field));
  const [added, setAdded] = useState([]);
  const record = document.get(path) ?? {};
  const isThere = (field) => field.required || record[field.key] !== undefined || added.includes(field.key) || document.problemsWithin([...path, field.key]).length;
  const isFew = all.length <= keep && !described.one_of;
  const shown = all.filter((field) => isFew || isThere(field));
  const missing = all.filter((field) => !shown.includes(field));
  return html`<div class="record">
    ${shown.map((field) => html`<${FieldOf} key=${field.key} document=${document} path=${[...path, field.key]} field=${field} />`)}
    <${MoreFields} fields=${missing} add=${(field) => setAdded([...added, field.key])} path=${path} />
  </div>`;
}

/** Offers to add fields, by their titles. */
export function MoreFields({ fields, add, path, children }) {
  const desk = useDesk();
  if (!fields.length && !children) return null;
  const take = (field) => {
    add(field);
    desk.lead([...path, field.key]);
  };
  return html`<p class="more">
    ${children} ${fields.map((field) => html`<button type="button" class="link" key=${field.key} title=${field.help} onClick=${() => take(field)}>+ ${field.title}</button>`)}
  </p>`;
}

/** Whether a field is the id of the record itself, which nobody has to know. */
export const isOwnId = (described, field) => field.kind === "identifier" && !field.points_at && described.identified_by === field.key;
