/* The steps of a procedure: rows that open in place, moved by their grips and by keys, with what can be done to each. */

import { html, useRef, useState } from "../vendor/preact.js";
import { filled, marked } from "../fields/values.js";
import { place } from "../outline/operations.js";
import { rowsOf, samePath, startsWith } from "../outline/rows.js";
import { say } from "../words.js";
import { useDesk } from "./context.js";
import { act } from "./acting.js";
import { StepRow } from "./step_row.js";

export function Outline({ document }) {
  const desk = useDesk();
  const rows = rowsOf(document.value);
  const open = desk.here && rows.filter((row) => startsWith(desk.here, row.path)).at(-1);
  const [drop, setDrop] = useState(null);
  const dragged = useRef(null);
  const list = useRef(null);

  const over = (event) => {
    if (!dragged.current) return;
    event.preventDefault();
    const element = event.target.closest("[data-row]");
    if (!element) return;
    const { top, height } = element.getBoundingClientRect();
    setDrop({ number: element.dataset.row, isAfter: event.clientY > top + height / 2 });
  };
  const dropped = (event) => {
    event.preventDefault();
    const row = dragged.current && rows.find((each) => samePath(each.path, dragged.current));
    const target = drop && rows.find((each) => each.number === drop.number);
    dragged.current = null;
    setDrop(null);
    if (!row || !target || row === target) return;
    const path = desk.atOnce(() => place(document, row, target, drop.isAfter));
    if (path) desk.lead(path, say("moved", { text: filled(desk, row.step.text) }));
  };
  const dragging = {
    start: (event, row) => {
      dragged.current = row.path;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.step.text ?? "");
    },
    end: () => {
      dragged.current = null;
      setDrop(null);
    },
  };

  return html`<section class="outline" aria-label=${say("steps")}>
    <ol class="rows" ref=${list} onDragOver=${over} onDrop=${dropped}>
      ${rows.map(
        (row) => html`<${StepRow}
          key=${row.step.id ?? row.number}
          document=${document}
          rows=${rows}
          row=${row}
          isOpen=${row === open}
          dragging=${dragging}
          dropAt=${drop?.number === row.number ? (drop.isAfter ? "after" : "before") : ""}
        />`,
      )}
    </ol>
    ${!rows.length && html`<p class="empty">${say("no-steps")}</p>`}
    ${document.removed?.length > 0 && html`<section class="taken-out"><h3>${say("own-removed")}</h3>
      ${document.removed.filter((each) => each.value?.text).map((each) => html`<p key=${each.index}><del>${marked(desk, each.value.text)}</del> <button type="button" class="link" onClick=${() => desk.atOnce(each.restore)}>${say("put-back")}</button></p>`)}
    </section>`}
    <p class="more">
      <button type="button" class="link" onClick=${() => act.add(desk, document, rows.filter((row) => !row.parent).at(-1))}>+ ${say("add-step")}</button>
      <button type="button" class="link" onClick=${() => desk.ask({ name: "paste-steps", text: "", document, row: rows.filter((row) => !row.parent).at(-1) })}>${say("paste")}</button>
    </p>
  </section>`;
}
