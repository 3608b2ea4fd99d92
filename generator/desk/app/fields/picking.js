/* Fields that point at something: a role, a document, a form, a step; shown and sought by their titles, never by ids. */

import { html, useState } from "../vendor/preact.js";
import { asList, isRecord } from "../outline/rows.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { filled } from "./values.js";
import { Combobox } from "./combobox.js";

/** The catalogues into which a form may write a new entry. */
const NEW_ENTRIES = ["role", "reference", "form"];

/** What can be picked of a kind: `{ value, title, short, colour }`. */
function optionsOf(desk, kind) {
  return desk.entries(kind).map((entry) => ({
    value: entry.id,
    title: entry.title ?? entry.id,
    short: entry.short || entry.number || entry.code,
    words: asList(entry.synonyms),
    colour: kind === "role" ? (entry.colour ?? `kind-${entry.kind}`) : undefined,
  }));
}

const adding = (desk, kind, pick) =>
  NEW_ENTRIES.includes(kind)
    ? [
        {
          title: say(`new-${kind}`),
          act: (title) => desk.ask({ name: "new-entry", kind, title, done: pick }),
        },
      ]
    : [];

/** One thing of a kind. */
export function Pick({ kind, value, change, label, isOptional, attributes, without = [] }) {
  const desk = useDesk();
  const options = optionsOf(desk, kind).filter((each) => !without.includes(each.value));
  return html`<${Combobox}
    options=${options}
    value=${value}
    pick=${change}
    extra=${adding(desk, kind, change)}
    label=${label}
    isOptional=${isOptional}
    placeholder=${say("choose")}
    attributes=${attributes}
  />`;
}

/** Several things of a kind: a box for each, and one more where another is wanted; one emptied is taken off. */
export function PickSeveral({ kind, values, change, title, placeholder = say("choose"), attributes = {} }) {
  const desk = useDesk();
  const [wantsMore, setWantsMore] = useState(false);
  const options = optionsOf(desk, kind);
  const boxes = wantsMore || !values.length ? [...values, undefined] : values;
  const pick = (at, id) => {
    setWantsMore(false);
    change(id ? boxes.map((each, index) => (index === at ? id : each)).filter(Boolean) : values.filter((_, index) => index !== at));
  };
  return html`<div class="several">
    ${boxes.map((id, at) => {
      const name = options.find((each) => each.value === id)?.title;
      return html`<div class="one" key=${at}>
        <${Combobox}
          options=${options.filter((each) => each.value === id || !values.includes(each.value))}
          value=${id}
          pick=${(chosen) => pick(at, chosen)}
          extra=${adding(desk, kind, (chosen) => pick(at, chosen))}
          label=${at === 0 && attributes.id ? undefined : title}
          isOptional
          placeholder=${placeholder}
          attributes=${at === 0 ? attributes : {}}
        />
        ${id && html`<button type="button" class="off" aria-label=${say("take-off", { title: filled(desk, name ?? id) })} onClick=${() => pick(at, null)}>✕</button>`}
      </div>`;
    })}
    ${values.length > 0 && !wantsMore && html`<button type="button" class="link" onClick=${() => setWantsMore(true)}>+ ${say("add-more")}</button>`}
  </div>`;
}

/** A step of some procedure, or the whole of it: `procedure` or `procedure#step`. */
export function PickAddress({ value, change, title, attributes }) {
  const desk = useDesk();
  const [procedure, step] = String(value ?? "").split("#");
  return html`<div class="two">
    <${Pick} kind="procedure" value=${procedure || undefined} change=${(id) => change(id ?? "")} label=${attributes?.id ? undefined : title} attributes=${attributes} />
    <${StepSelect} desk=${desk} procedure=${procedure} value=${step} change=${(id) => change(id ? `${procedure}#${id}` : procedure)} />
  </div>`;
}

/** A step of the procedure with an id; only steps that have an id can be led to from other files. */
export function StepSelect({ desk, procedure, value, change, attributes }) {
  const steps = desk.entries("procedure").find((entry) => entry.id === procedure)?.steps ?? [];
  return html`<select value=${value ?? ""} aria-label=${attributes?.id ? undefined : say("step")} disabled=${!steps.length} onChange=${(event) => change(event.target.value)} ...${attributes}>
    <option value="" selected=${!value}>${say("whole-procedure")}</option>
    ${steps.map((step) => html`<option key=${step.id} value=${step.id} selected=${step.id === value}>${filled(desk, step.text)}</option>`)}
  </select>`;
}

/** A document that is cited: all of it, or a section. */
export function PickCitation({ value, change, title, attributes }) {
  const id = isRecord(value) ? value.id : value;
  const section = isRecord(value) ? (value.section ?? "") : "";
  const write = (document, part) => change(part ? { id: document, section: part } : document);
  const writeSection = (event) => write(id, event.target.value.trim());
  return html`<div class="two">
    <${Pick} kind="reference" value=${id} change=${(chosen) => write(chosen, section)} label=${attributes?.id ? undefined : title} attributes=${attributes} />
    <input type="text" class="section" aria-label=${say("section")} placeholder=${say("section-example")} value=${section} onChange=${writeSection} />
  </div>`;
}
