/* A list: items one below the other, to add, take away and put in order by buttons, or by Alt with the arrows. */

import { html } from "../vendor/preact.js";
import { asList, isRecord } from "../outline/rows.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Problems } from "./field.js";
import { Record } from "./record.js";
import { ValueOf } from "./value.js";

/** A list of anything but picked ids. */
export function ListOf({ document, path, shape, title }) {
  const desk = useDesk();
  const value = document.get(path);
  const isNone = shape.may_be_none && typeof value === "string" && desk.forms.noneWords.includes(value.trim());
  const items = isNone ? [] : asList(value);
  const isSingle = value !== undefined && !Array.isArray(value);
  const pathOf = (at) => (isSingle ? path : [...path, at]);
  const add = (item = emptyItem(desk, shape.item)) => {
    if (Array.isArray(value)) document.insert(path, items.length, item);
    else document.set(path, shape.takes_one && !items.length && !isRecord(item) ? item : [...items, item]);
    desk.lead(shape.takes_one && !items.length ? path : [...path, items.length]);
  };
  const remove = (at) => {
    if (items.length === 1) document.remove(path);
    else document.remove([...path, at]);
  };
  const move = (at, by) => {
    const to = at + by;
    if (to < 0 || to >= items.length) return;
    document.move(path, at, path, to);
    desk.lead([...path, to]);
  };
  const keyDown = (event, at) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !by) return;
    event.preventDefault();
    event.stopPropagation();
    move(at, by);
  };
  const addLines = (text, at) => desk.ask({ name: "paste-list", text, done: (lines) => desk.atOnce(() => addItems(document, path, lines, at)) });
  return html`<div class="list">
    ${items.map(
      (item, at) => html`<div class=${`item${isRecord(item) ? " card" : ""}`} key=${at} onKeyDown=${(event) => keyDown(event, at)}>
        <div class="what">
          ${shape.item.kind === "model"
            ? html`<${Record} document=${document} path=${pathOf(at)} model=${shape.item.model} />`
            : html`<${Item} document=${document} path=${pathOf(at)} shape=${shape.item} title=${say("item", { title, number: at + 1 })} addLines=${(text) => addLines(text, at)} />`}
        </div>
        <div class="order">
          <button type="button" aria-label=${say("up")} disabled=${at === 0} onClick=${() => move(at, -1)}>↑</button>
          <button type="button" aria-label=${say("down")} disabled=${at === items.length - 1} onClick=${() => move(at, 1)}>↓</button>
          <button type="button" aria-label=${say("remove-item", { title, number: at + 1 })} onClick=${() => remove(at)}>✕</button>
        </div>
      </div>`,
    )}
    <p class="more">
      ${!isNone && html`<button type="button" class="link" onClick=${() => add()}>+ ${say("add-item", { title })}</button>`}
      ${shape.may_be_none && (isNone || !items.length) && html`<label class="none-there"><input type="checkbox" checked=${isNone} onChange=${() => (isNone ? document.remove(path) : document.set(path, desk.forms.noneWords[0]))} /> ${say("none-there", { title })}</label>`}
    </p>
  </div>`;
}

function Item({ document, path, shape, title }) {
  return html`<${ValueOf} document=${document} path=${path} shape=${shape} title=${title} required />
    <${Problems} problems=${document.problemsWithin(path)} />`;
}

/** Put lines behind an item, each as one of its own. */
function addItems(document, path, lines, at) {
  for (const [index, line] of lines.entries()) document.insert(path, at + 1 + index, line);
}

/** What a new item begins as: its required fields, empty. */
export function emptyItem(desk, shape) {
  if (shape.kind !== "model") return "";
  const { fields, one_of: oneOf } = desk.forms.model(shape.model);
  const needed = fields.filter((field) => field.required);
  const begun = needed.length ? needed : fields.filter((field) => field.key === oneOf?.[0] || field.kind === "text").slice(0, 1);
  return Object.fromEntries(begun.map((field) => [field.key, field.kind === "list" ? [] : field.kind === "model" ? {} : ""]));
}
