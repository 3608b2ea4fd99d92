/* A text that is typed: the form shows what is typed at once, the file follows a moment later. */

import { html, useLayoutEffect, useRef, useState } from "../vendor/preact.js";
import { copied } from "../outline/clipboard.js";
import { useDesk } from "../views/context.js";

const LONG = 60;

/**
 * A box for a text.
 *
 * `change(text)` is told a moment after the last key, and at once when the box is left; `mark` names the field.
 */
export function TextBox({ value, change, mark, isProse = false, onKey, onPasteLines, label, attributes = {} }) {
  const desk = useDesk();
  const [typed, setTyped] = useState(null);
  const box = useRef(null);
  const isFresh = typed?.epoch === desk.epoch;
  const shown = isFresh ? typed.text : value === undefined || value === null ? "" : String(value);
  useLayoutEffect(() => {
    if (!CSS.supports("field-sizing", "content")) {
      box.current.rows = 1;
      while (box.current.scrollHeight > box.current.clientHeight + 2 && box.current.rows < 30) box.current.rows += 1;
    }
  }, [shown]);
  const input = (event) => {
    const text = isProse ? event.target.value : event.target.value.replace(/\s*[\t\n]\s*/g, " ");
    setTyped({ text, epoch: desk.epoch });
    desk.typed(mark, () => change(text));
  };
  const leave = () => {
    desk.flush();
    setTyped(null);
  };
  const keyDown = (event) => {
    if (event.isComposing) return;
    if (onKey?.(event)) return;
    if (event.key === "Enter" && !isProse) event.preventDefault();
  };
  const paste = (event) => {
    const text = copied(event);
    if (onPasteLines && /\S\s*\n\s*\S/.test(text)) {
      event.preventDefault();
      onPasteLines(text);
    } else if (text.includes("\t")) {
      event.preventDefault(); // between the cells of a table; no text of ours has one
      put(event.target, text.replaceAll("\t", " "));
    }
  };
  return html`<textarea
    ref=${box}
    rows="1"
    class=${isProse || shown.length > LONG ? "long" : "short"}
    value=${shown}
    aria-label=${label}
    onInput=${input}
    onBlur=${leave}
    onKeyDown=${keyDown}
    onPaste=${paste}
    ...${attributes}
  ></textarea>`;
}

/** Put a text in the place of what is marked, as if it were typed. */
export function put(box, text) {
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Write a text into a document; an emptied text that need not be there goes. */
export function writeText(document, path, text, required, mark) {
  if (text === "" && !required) document.remove(path, mark);
  else document.set(path, text, mark);
}
