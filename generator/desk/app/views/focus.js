/* Where the keys are: led to a field, and never lost when what had them goes away or can no longer be pressed. */

import { fieldId } from "../fields/field.js";
import { say } from "../words.js";

const TRIES = 10;
const PREFIX = fieldId([]);
/** Where to look for somewhere to go on, from near to far. */
const AROUND = ["fieldset", ".list", ".entries", ".inside", ".row", ".doing", ".tools", ".outline", ".sheet", "header", "body"];
const CONTROLS = ":is(textarea, input, select, button, a[href]):not([disabled])";

/** Put the keys into the control of a field, or of the nearest thing around it that is shown; a question may still go. */
export function focusOn(path, tries = TRIES) {
  for (let length = path.length; length > 0; length -= 1) {
    const found = window.document.getElementById(fieldId(path.slice(0, length)));
    if (!found) continue;
    const inner = found.matches("fieldset, div") ? (found.querySelector("textarea, input, select, button") ?? found) : found;
    inner.focus({ preventScroll: true });
    inner.scrollIntoView({ block: "nearest" });
    if (inner.value === say("new-phase")) inner.select();
    if (window.document.activeElement !== inner && tries > 0) requestAnimationFrame(() => focusOn(path, tries - 1));
    return true;
  }
  return false;
}

/** Remembers where the keys are; gives what brings them back, to be asked after every drawing. */
export function keepingFocus() {
  let last = null;
  const note = ({ target }) => {
    const around = AROUND.map((each) => target.closest(each)).filter(Boolean);
    const field = target.id?.startsWith(PREFIX) ? target : target.closest(`[id^="${PREFIX}"]`);
    const head = target.closest("[data-row]")?.querySelector(".head");
    last = { element: target, around, ids: [field?.id, head?.id].filter(Boolean) };
  };
  const bring = () => {
    if (!last || window.document.activeElement !== window.document.body) return;
    const { element, around, ids } = last;
    if ((element.isConnected && !element.disabled) || window.document.querySelector("dialog[open]")) return;
    if (ids.some((id) => focusOn(id.slice(PREFIX.length).split("/"), 0))) return;
    const near = around.find((each) => each.isConnected && each.querySelector(CONTROLS));
    near?.querySelector(CONTROLS).focus();
  };
  window.document.addEventListener("focusin", note);
  return { bring, end: () => window.document.removeEventListener("focusin", note) };
}
