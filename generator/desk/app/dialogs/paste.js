/* What was pasted, before it goes into the outline or a list: cleaned, each item to be looked at, guesses to be decided. */

import { html, useState } from "../vendor/preact.js";
import { addAllAfter } from "../outline/operations.js";
import { put } from "../fields/text.js";
import { copied } from "../outline/clipboard.js";
import { itemsOf, joined, stepsOf } from "../outline/pasting.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Dialog, Line } from "./dialog.js";

export function PasteSteps({ text, document, row }) {
  const desk = useDesk();
  const done = (items) => {
    const isEmpty = row && !row.step.text && Object.keys(row.step).every((key) => ["text", "id"].includes(key));
    const path = desk.atOnce(() => {
      const last = addAllAfter(document, row, stepsOf(items));
      if (!isEmpty) return last;
      document.remove(row.path);
      return [...row.list, last.at(-1) - 1];
    });
    desk.answered();
    desk.lead(path, say("pasted", { count: items.length }));
  };
  return html`<${Paste} text=${text} title=${say("paste")} done=${done} hasDepth />`;
}

export function PasteList({ text, done }) {
  const desk = useDesk();
  const take = (items) => {
    desk.answered();
    done(items.map((item) => item.text));
  };
  return html`<${Paste} text=${text} title=${say("paste-list")} done=${take} />`;
}

function Paste({ text, title, done, hasDepth = false }) {
  const [items, setItems] = useState(itemsOf(text));
  const [isRaw, setRaw] = useState(!text);
  const guesses = items.filter((item) => item.guess).length;
  const change = (at, changed) => setItems(items.map((item, index) => (index === at ? { ...item, ...changed } : item)));
  const join = (at) => setItems(items.flatMap((item, index) => (index === at ? [] : index === at - 1 ? [{ ...item, text: joined(item.text, items[at].text) }] : [item])));
  const paste = (event) => {
    event.preventDefault();
    put(event.target, copied(event));
  };
  const decide = (at) => (items[at].guess === "goes-on" ? join(at) : change(at, { guess: "" }));
  return html`<${Dialog} title=${title} act=${() => done(items)} doing=${say("put-in", { count: items.length })} isOff=${!items.length || isRaw || guesses > 0} isWide
    extra=${isRaw && html`<button type="button" class="main" disabled=${!items.length} onClick=${() => setRaw(false)}>${say("see-items")}</button>`}>
    ${isRaw
      ? html`<${Line} title=${say("paste-here")}>${(id) => html`<textarea id=${id} class="pasting" autofocus onPaste=${paste} onInput=${(event) => setItems(itemsOf(event.target.value))}></textarea>`}<//>`
      : html`<p>${guesses ? say("guesses", { count: guesses }) : say("look-through")} ${guesses > 0 && html`<button type="button" class="link" onClick=${() => setItems(settled(items))}>${say("guess-all-right")}</button>`}</p>
        <ol class="pasted">${items.map(
          (item, at) => html`<li key=${at} class=${`deep-${item.depth}${item.guess ? " is-guess" : ""}`}>
            <textarea rows="1" aria-label=${say("pasted-item", { number: at + 1 })} value=${item.text} onInput=${(event) => change(at, { text: event.target.value.replace(/\s*\n\s*/g, " ") })}></textarea>
            ${item.guess && html`<span class="guess">${say(`guess-${item.guess}`)}</span>`}
            ${item.guess && html`<button type="button" class="link" onClick=${() => decide(at)}>${say(`guess-${item.guess}-right`)}</button>`}
            ${item.guess === "goes-on" && html`<button type="button" class="link" onClick=${() => change(at, { guess: "" })}>${say("guess-own")}</button>`}
            ${at > 0 && item.guess !== "goes-on" && html`<button type="button" class="link" onClick=${() => join(at)}>${say("join-before")}</button>`}
            ${hasDepth && at > 0 && html`<button type="button" class="link" onClick=${() => change(at, { depth: item.depth ? 0 : 1, guess: "" })}>${say(item.depth ? "make-step" : "make-inside")}</button>`}
            <button type="button" class="off" aria-label=${say("take-off", { title: item.text })} onClick=${() => setItems(items.filter((_, index) => index !== at))}>✕</button>
          </li>`,
        )}</ol>`}
  <//>`;
}

/** The items with every guess taken as right. */
function settled(items) {
  const sure = [];
  for (const item of items) {
    const before = sure.at(-1);
    if (item.guess === "goes-on" && before) before.text = joined(before.text, item.text);
    else sure.push({ ...item, guess: "" });
  }
  return sure;
}
