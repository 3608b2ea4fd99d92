/* The whole page: head, the parts of what is open, its form, what stands beside it, and the question that is asked. */

import { html, useEffect, useErrorBoundary, useLayoutEffect, useMemo } from "../vendor/preact.js";
import { Dialogs } from "../dialogs/dialogs.js";
import { meetAll } from "../state/saving.js";
import { say } from "../words.js";
import { TheDesk, useFollowing } from "./context.js";
import { focusOn, keepingFocus } from "./focus.js";
import { Head, save } from "./head.js";
import { OpenFile } from "./open_file.js";
import { Panes } from "./panes.js";

export function Shell({ desk }) {
  useFollowing(desk);
  useEffect(() => keys(desk), [desk]);
  const focus = useMemo(keepingFocus, []);
  useEffect(() => focus.end, []);
  useLayoutEffect(() => {
    if (desk.leading && desk.here) {
      desk.leading = false;
      focusOn(desk.here);
    } else queueMicrotask(focus.bring);
  });
  const [broken, again] = useErrorBoundary();
  if (broken) return html`<${Broken} desk=${desk} error=${broken} again=${again} />`;
  const { document } = desk;
  const hasPanes = document && document.kind === "procedure";
  return html`<${TheDesk.Provider} value=${desk}>
    <${Head} />
    <p class=${`notice${desk.notice?.isBad ? " bad" : ""}`} role="status" aria-live="polite">${desk.notice?.text ?? ""}</p>
    ${document
      ? html`<${OpenFile} key=${`${document.path} ${desk.office ?? ""}`} document=${document} beside=${hasPanes && html`<${Panes} document=${document} />`} />`
      : html`<main class="nothing-open"><p>${say("nothing-open")}</p><button type="button" class="propose" onClick=${() => desk.ask({ name: "choose-file" })}>${say("choose-file")}</button></main>`}
    <${Dialogs} />
  <//>`;
}

/** Something could not be shown: what is written is kept, and a step back or another file may be shown. */
function Broken({ desk, error, again }) {
  const goOn = (change) => {
    change();
    again();
  };
  return html`<main class="nothing-open">
    <p role="alert">${say("not-shown", { reason: error.message })}</p>
    <button type="button" class="propose" onClick=${() => goOn(() => desk.undo())}>${say("undo")}</button>
    <button type="button" class="propose" onClick=${() => goOn(() => Object.assign(desk, { open: null, dialog: null }))}>${say("close")}</button>
  </main>`;
}

/** The keys of the whole page. */
function keys(desk) {
  const keyDown = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.code === "KeyZ" ? (event.shiftKey ? "redo" : "undo") : event.code === "KeyY" ? "redo" : event.code === "KeyS" ? "save" : null;
    if (!key || window.document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (key === "save") save(desk);
    else desk[key]();
  };
  const leaving = () => void desk.keepAll();
  const coming = () => void meetAll(desk);
  const failing = ({ error, reason }) => desk.failed(error ?? reason ?? new Error(""));
  window.addEventListener("error", failing);
  window.addEventListener("unhandledrejection", failing);
  window.addEventListener("keydown", keyDown);
  window.addEventListener("pagehide", leaving);
  window.addEventListener("focus", coming);
  window.document.addEventListener("visibilitychange", leaving);
  return () => {
    window.removeEventListener("keydown", keyDown);
    window.removeEventListener("error", failing);
    window.removeEventListener("unhandledrejection", failing);
    window.removeEventListener("pagehide", leaving);
    window.removeEventListener("focus", coming);
    window.document.removeEventListener("visibilitychange", leaving);
  };
}
