/*
 * A box to choose from many by their Thai titles or abbreviations: a combobox with a list, as the ARIA practices tell it.
 * What is typed only seeks; nothing is ever chosen that was not picked from the list.
 */

import { html, useId, useRef, useState } from "../vendor/preact.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { seek } from "./seeking.js";
import { filled, marked } from "./values.js";

const MOST_SHOWN = 60;

/**
 * A combobox.
 *
 * `options` are `{ value, title, short, note, colour }`; `extra` are further lines `{ title, act(sought) }` at the end;
 * `pick(value)` is told what was chosen, null where the box was emptied and `isOptional`.
 */
export function Combobox({ options, value, pick, extra = [], label, placeholder, isOptional = false, attributes = {} }) {
  const desk = useDesk();
  const [sought, setSought] = useState(null);
  const [at, setAt] = useState(0);
  const box = useRef(null);
  const list = useId();
  const chosen = options.find((each) => each.value === value);
  const isOpen = sought !== null;
  const found = isOpen ? seek(options.map((each) => ({ ...each, title: filled(desk, each.title), written: each.title })), sought).slice(0, MOST_SHOWN) : [];
  const lines = [...found, ...extra.map((each) => ({ ...each, isExtra: true }))];
  const close = () => {
    setSought(null);
    setAt(0);
  };
  const open = (text = "") => {
    setSought(text);
    setAt(Math.max(0, text ? 0 : options.findIndex((each) => each.value === value)));
  };
  const take = (line) => {
    const typed = sought;
    close();
    if (!line) return;
    if (line.isExtra) line.act(typed.trim());
    else if (line.value !== value) pick(line.value);
  };
  const keyDown = (event) => {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.altKey && event.key !== "ArrowDown") return;
    if (steps[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      if (!isOpen) open();
      else setAt((at + steps[event.key] + lines.length) % Math.max(1, lines.length));
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      take(lines[at]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (isOptional && !isOpen && ["Backspace", "Delete"].includes(event.key) && value) {
      event.preventDefault();
      pick(null);
    }
  };
  const shown = isOpen ? sought : (chosen ? filled(desk, named(chosen)) : (value ?? ""));
  const isWhole = !isOpen && shown !== "";
  return html`<div class=${isWhole ? "combobox is-whole" : "combobox"}>
    ${chosen?.colour && !isOpen && html`<i class=${`dot ${chosen.colour}`}></i>`}
    <input
      ref=${box}
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck=${false}
      aria-expanded=${isOpen}
      aria-controls=${list}
      aria-autocomplete="list"
      aria-activedescendant=${isOpen && lines.length ? `${list}:${at}` : undefined}
      aria-label=${label}
      placeholder=${placeholder}
      value=${shown}
      onInput=${(event) => (setSought(event.target.value), setAt(0))}
      onClick=${() => (isOpen ? close() : open())}
      onKeyDown=${keyDown}
      onBlur=${close}
      ...${attributes}
    />
    ${isWhole && html`<span class="whole" aria-hidden="true">${shown}</span>`}
    <span class="arrow" aria-hidden="true">▾</span>
    <ul class="choices" id=${list} role="listbox" aria-label=${label ?? say("choices")} hidden=${!isOpen}>
      ${lines.map(
        (line, index) => html`<li
          key=${line.isExtra ? `extra ${index}` : line.value}
          id=${`${list}:${index}`}
          role="option"
          aria-selected=${index === at}
          class=${line.isExtra ? "extra" : ""}
          ref=${index === at ? intoView : undefined}
          onMouseDown=${(event) => event.preventDefault()}
          onClick=${() => take(line)}
        >
          ${line.colour && html`<i class=${`dot ${line.colour}`}></i>`}
          <span>${marked(desk, line.written ?? line.title)}${line.short && html` <em>${line.short}</em>`}</span>
          ${line.note && html`<small>${line.note}</small>`}
        </li>`,
      )}
      ${isOpen && !found.length && html`<li class="none" role="option" aria-disabled="true" aria-selected="false">${say("nothing-like-it")}</li>`}
    </ul>
  </div>`;
}

const named = ({ title, short }) => (short ? `${title} (${short})` : title);

const intoView = (element) => element?.scrollIntoView({ block: "nearest" });
