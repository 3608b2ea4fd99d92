/* What an office says otherwise at a field: the shared text beside its own, why, and whether the shared text has moved. */

import { html } from "../vendor/preact.js";
import { useDesk } from "../views/context.js";
import { plainly } from "../views/plainly.js";
import { say } from "../words.js";
import { TextBox } from "./text.js";

/** A note under a field that the office of the document changed; nothing elsewhere. */
export function OwnNote({ document, path }) {
  const desk = useDesk();
  const own = document.ownAt(path);
  if (!own) return null;
  return html`<aside class="own">
    <p><b>${say(own.isNew ? "own-new" : "own-text")}</b></p>
    ${!own.isNew && html`<p class="shared">${say("shared-text")} <del>${own.shared}</del></p>`}
    ${own.isMoved && html`<p class="problem warning">${say("shared-moved")} <button type="button" class="link" onClick=${() => own.accept()}>${say("accept-moved")}</button></p>`}
    <label>${say("reason")}<${TextBox} value=${own.reason} mark=${`reason ${own.address}`} change=${(text) => own.setReason(text)} /></label>
    ${own.problems.map((each) => html`<p class=${`problem ${each.severity}`} key=${each.rule}>${plainly(desk, each, each.message)} ${each.hint && html`<span class="hint">${plainly(desk, each, each.hint)}</span>`}</p>`)}
    <button type="button" class="link" onClick=${() => desk.atOnce(() => own.giveUp())}>${say("as-all-offices")}</button>
  </aside>`;
}
