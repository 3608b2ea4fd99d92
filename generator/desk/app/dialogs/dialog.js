/* The frame of every question: a modal dialog with a title, closed by Escape, the keys kept in it by the browser. */

import { html, useEffect, useId, useLayoutEffect, useRef } from "../vendor/preact.js";
import { say } from "../words.js";
import { useDesk } from "../views/context.js";

/** A dialog; `act` is what its main button does, without closing by itself. */
export function Dialog({ title, children, act, doing, isOff = false, isWide = false, isDanger = false, extra }) {
  const desk = useDesk();
  const dialog = useRef(null);
  const name = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current.showModal();
    if (document.activeElement?.matches("header .off")) firstOf(dialog.current)?.focus();
    return () => {
      const { activeElement } = document;
      const isNowhere = activeElement === document.body || dialog.current?.contains(activeElement);
      if (before?.isConnected && !desk.leading && isNowhere) before.focus();
    };
  }, []);
  useLayoutEffect(() => {
    if (document.activeElement === document.body || document.activeElement.matches(":disabled")) firstOf(dialog.current)?.focus();
  }, [title]); // what was asked is answered, and the button that had the keys is gone
  const submit = (event) => {
    event.preventDefault();
    if (!isOff) act?.();
  };
  return html`<dialog ref=${dialog} class=${isWide ? "wide" : ""} aria-labelledby=${name} onClose=${() => desk.answered()} onCancel=${() => desk.flush()}>
    <form onSubmit=${submit}>
      <header><h2 id=${name}>${title}</h2><button type="button" class="off" aria-label=${say("close")} onClick=${() => desk.answered()}>✕</button></header>
      <div class="asked">${children}</div>
      <footer>
        ${extra}
        <button type="button" class="plain" onClick=${() => desk.answered()}>${say(act ? "cancel" : "close")}</button>
        ${act && html`<button type="submit" class=${isDanger ? "danger" : "main"} disabled=${isOff}>${doing}</button>`}
      </footer>
    </form>
  </dialog>`;
}

/** Where a person goes on: the first thing to fill in, else the way out at the end; never the cross in the corner. */
const firstOf = (dialog) => dialog.querySelector(".asked :is(input, select, textarea):not([disabled])") ?? dialog.querySelector("footer .plain");

/** A line of a dialog: a title over a control; `children` gets the control's id. */
export function Line({ title, help, children }) {
  const id = useId();
  return html`<div class="field">
    <label for=${id}>${title}</label>
    ${children(id)} ${help && html`<p class="helped">${help}</p>`}
  </div>`;
}
