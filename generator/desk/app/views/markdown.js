/* The text of an item of knowledge: Markdown with a few buttons for what people need. */

import { html, useRef } from "../vendor/preact.js";
import { fieldId } from "../fields/field.js";
import { TextBox } from "../fields/text.js";
import { say } from "../words.js";

const BODY = ["body"];
/** What each button puts around, or before each line of, what is marked. */
const TOOLS = {
  bold: { around: "**" },
  heading: { before: "## " },
  bullets: { before: "- " },
  numbers: { before: (at) => `${at + 1}. ` },
  quote: { before: "> " },
};

/** A text whose last line ends, as lines of files do. */
const ended = (text) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);

export function Markdown({ document }) {
  const place = useRef(null);
  const use = ({ around, before }) => {
    const box = place.current.querySelector("textarea");
    const { selectionStart: start, selectionEnd: end, value } = box;
    const from = before ? value.lastIndexOf("\n", start - 1) + 1 : start;
    const marked = value.slice(from, end);
    const changed = around ? `${around}${marked || say("markdown-text")}${around}` : marked.split("\n").map((line, at) => `${typeof before === "string" ? before : before(at)}${line}`).join("\n");
    box.setRangeText(changed, from, end, "select");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  };
  return html`<div class="field markdown" ref=${place}>
    <div class="titles"><label for=${fieldId(BODY)}>${say("markdown")}</label></div>
    <div class="tools" role="toolbar" aria-label=${say("markdown-tools")} aria-controls=${fieldId(BODY)}>
      ${Object.entries(TOOLS).map(([name, tool]) => html`<button type="button" key=${name} onMouseDown=${(event) => event.preventDefault()} onClick=${() => use(tool)}>${say(`markdown-${name}`)}</button>`)}
    </div>
    <${TextBox} value=${document.body?.replace(/\n$/, "")} isProse mark="body" change=${(text) => document.setBody(ended(text), "body")} attributes=${{ id: fieldId(BODY) }} />
  </div>`;
}
