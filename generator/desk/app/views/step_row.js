/* One step as a row: its number, what is done, who does it; open, it is a form in the same place. */

import { html } from "../vendor/preact.js";
import { fieldId } from "../fields/field.js";
import { TextBox } from "../fields/text.js";
import { filled, marked } from "../fields/values.js";
import { actorsOf, rolesOf } from "../outline/actors.js";
import { say } from "../words.js";
import { keysOf } from "./acting.js";
import { useDesk } from "./context.js";
import { StepForm } from "./step_form.js";
import { StepTools } from "./step_tools.js";

const DEEPEST = 4;

export function StepRow({ document, rows, row, isOpen, dragging, dropAt }) {
  const desk = useDesk();
  const { step, path } = row;
  const problems = document.problemsWithin(path).filter((each) => !rows.some((other) => isInside(each.field, other, row)));
  const own = document.isOwnWithin(path);
  const toggle = () => {
    desk.flush();
    desk.here = isOpen ? null : [...path];
    desk.tell();
  };
  const classes = ["row", `deep-${Math.min(row.depth, DEEPEST)}`, isOpen && "is-open", dropAt && `drop-${dropAt}`, own && "is-own"];
  return html`<li class=${classes.filter(Boolean).join(" ")} data-row=${row.number} onKeyDown=${(event) => keysOf(event, desk, document, rows, row)}>
    ${step.phase !== undefined && html`<${Phase} document=${document} path=${[...path, "phase"]} />`}
    <div class="line">
      <span class="grip" draggable="true" aria-hidden="true" title=${say("drag")} onDragStart=${(event) => dragging.start(event, row)} onDragEnd=${dragging.end}>⠿</span>
      <button type="button" class="head" id=${fieldId(path)} aria-expanded=${isOpen} aria-label=${isOpen ? `${say("step-number", { number: row.number })} ${filled(desk, step.text)}` : undefined} onClick=${toggle}>
        <b class=${`number ${colourOf(desk, document, row)}`}>${row.number}</b>
        <span class="text" hidden=${isOpen}>${row.isBranch && html`<small class="branch">${say("branch")}</small> `}${marked(desk, step.text) || html`<i>${say("no-text")}</i>`}</span>
        <span class="who" hidden=${isOpen}><${Who} desk=${desk} document=${document} row=${row} /></span>
        ${problems.length > 0 && html`<b class="count" role="img" aria-label=${say("problems-here", { count: problems.length })}>${problems.length}</b>`}
      </button>
    </div>
    ${isOpen && html`<div class="inside">
      <${StepForm} document=${document} rows=${rows} row=${row} />
      <${StepTools} document=${document} rows=${rows} row=${row} />
    </div>`}
  </li>`;
}

const isInside = (field, other, row) =>
  other !== row && other.path.length > row.path.length && other.path.every((key, at) => String(field[at]) === String(key));

/** Who acts, shortly; where nobody is named, the owner, and that it is only so by default. */
function Who({ desk, document, row }) {
  const { ids, isNamed } = actorsOf(document.value, row);
  const name = rolesOf(desk, ids).map((role) => filled(desk, role.short || role.title)).join(" ");
  if (!name) return "";
  return isNamed ? name : say("by-default", { name });
}

/** The colour of a row's number: as the chart has it, before it is drawn that of the kind of who acts. */
function colourOf(desk, document, row) {
  return desk.colourOf(row.anchor) || `kind-${rolesOf(desk, actorsOf(document.value, row).ids)[0]?.kind ?? "none"}`;
}

/** The heading of a phase, over the step that begins it. */
function Phase({ document, path }) {
  return html`<div class="phase">
    <${TextBox}
      value=${document.get(path)}
      mark=${path.join("/")}
      label=${say("phase")}
      change=${(text) => document.set(path, text, path.join("/"))}
      attributes=${{ id: fieldId(path) }}
    />
    <button type="button" class="off" aria-label=${say("remove-phase")} onClick=${() => document.remove(path)}>✕</button>
  </div>`;
}
