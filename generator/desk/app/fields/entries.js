/* Entries under names: a catalogue, or an edition's values; found by their titles, opened one at a time. */

import { html, useState } from "../vendor/preact.js";
import { idOfChance } from "../outline/pointers.js";
import { isRecord } from "../outline/rows.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Problems, fieldId } from "./field.js";
import { emptyItem } from "./list.js";
import { Record } from "./record.js";
import { plain } from "./seeking.js";
import { Control, ValueOf } from "./value.js";

const MANY = 8;

export function Entries({ document, path, shape, title }) {
  const desk = useDesk();
  const [sought, setSought] = useState("");
  const [opened, setOpened] = useState(null);
  const value = document.get(path);
  const entries = Object.entries(isRecord(value) ? value : {});
  const here = desk.here?.length > path.length && path.every((key, at) => desk.here[at] === key) ? String(desk.here[path.length]) : null;
  const nameOf = (key, entry) => desk.forms.nameOf(shape.item, entry) || titleOfKey(desk, shape, key);
  const shown = entries.filter(([key, entry]) => key === here || !sought || plain(`${nameOf(key, entry)} ${entry?.short ?? ""} ${key}`).includes(plain(sought)));
  const add = () => {
    const key = shape.item.kind === "model" ? idOfChance(shape.item.model.toLowerCase(), new Set(entries.map(([each]) => each))) : nameFor(entries);
    document.set([...path, key], emptyItem(desk, shape.item));
    setOpened(key);
    setSought("");
    desk.lead([...path, key]);
  };
  return html`<div class="entries">
    ${entries.length > MANY && html`<input type="search" aria-label=${say("seek-in", { title })} placeholder=${say("seek-in", { title })} value=${sought} onInput=${(event) => setSought(event.target.value)} />`}
    ${shown.map(([key, entry]) => {
      const at = [...path, key];
      const isRecordOf = shape.item.kind === "model";
      if (!isRecordOf && shape.item.kind !== "list")
        return html`<div class="entry pair" key=${key}>
          <${KeyName} document=${document} path=${path} name=${key} shape=${shape} />
          <${Control} document=${document} path=${at} shape=${shape.item} title=${key} required />
          <button type="button" class="off" aria-label=${say("take-off", { title: key })} onClick=${() => document.remove(at)}>✕</button>
          <${Problems} problems=${document.problemsWithin(at)} />
        </div>`;
      const problems = document.problemsWithin(at);
      const isOpen = opened === key || here === key;
      return html`<div class=${`entry${isOpen ? " is-open" : ""}`} key=${key} id=${fieldId(at)} tabindex="-1">
        <button type="button" class="name" aria-expanded=${isOpen} onClick=${() => { setOpened(isOpen ? null : key); desk.here = null; }}>
          <span>${nameOf(key, entry)}</span>${entry?.short && html` <em>${entry.short}</em>`}
          ${problems.length > 0 && html`<b class="count">${problems.length}</b>`}
        </button>
        ${isOpen && html`<div class="inside">
          ${isRecordOf ? html`<${Record} document=${document} path=${at} model=${shape.item.model} />` : html`<${ValueOf} document=${document} path=${at} shape=${shape.item} title=${key} />`}
          <p class="more"><button type="button" class="link danger" onClick=${() => document.remove(at)}>${say("remove")}</button></p>
        </div>`}
      </div>`;
    })}
    <p class="more"><button type="button" class="link" onClick=${add}>+ ${say("add-item", { title })}</button></p>
  </div>`;
}

/** The name of a value, which its author gives; of what points elsewhere, its title. */
function KeyName({ document, path, name, shape }) {
  const desk = useDesk();
  if (shape.keys_point_at) return html`<span>${titleOfKey(desk, shape, name)}</span>`;
  const change = (event) => {
    const now = event.target.value.trim();
    if (now && now !== name && document.get([...path, now]) === undefined) document.renameKey(path, name, now);
  };
  return html`<input type="text" aria-label=${say("name-of-value")} value=${name} onChange=${change} />`;
}

const titleOfKey = (desk, shape, key) => (shape.keys_point_at && desk.entries(shape.keys_point_at).find((entry) => entry.id === key)?.title) || key;

function nameFor(entries) {
  const taken = new Set(entries.map(([key]) => key));
  for (let number = 1; ; number += 1) if (!taken.has(`value_${number}`)) return `value_${number}`;
}
