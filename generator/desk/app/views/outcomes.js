/* The ways out of a decision: what each is called, and to which step it leads. */

import { html } from "../vendor/preact.js";
import { Field, Problems, fieldId } from "../fields/field.js";
import { StepTarget } from "../fields/target.js";
import { TextBox } from "../fields/text.js";
import { asList } from "../outline/rows.js";
import { say } from "../words.js";
import { useDesk } from "./context.js";

export function Outcomes({ document, row, field }) {
  const desk = useDesk();
  const path = [...row.path, field.key];
  const outcomes = asList(document.get(path));
  const add = () => {
    document.insert(path, outcomes.length, { label: "" });
    desk.lead([...path, outcomes.length, "label"]);
  };
  const remove = (at) => (outcomes.length === 1 ? document.remove(path) : document.remove([...path, at]));
  return html`<${Field} document=${document} path=${path} title=${field.title} help=${field.help} isGroup>
    ${() => html`
      ${outcomes.map((outcome, at) => {
        const here = [...path, at];
        const label = [...here, "label"];
        const target = fieldId([...here, "go"]);
        return html`<div class=${`outcome tone-${toneOf(outcome)}`} key=${at}>
          <${TextBox}
            value=${outcome?.label}
            mark=${label.join("/")}
            label=${say("outcome", { number: at + 1 })}
            change=${(text) => document.set(label, text, label.join("/"))}
            attributes=${{ id: fieldId(label), placeholder: say(at ? "outcome-example-no" : "outcome-example-yes") }}
          />
          <label for=${target}>${say("leads-to")}</label>
          <${StepTarget} document=${document} path=${[...here, "go"]} attributes=${{ id: target, "aria-label": say("leads-to-of", { label: outcome?.label || at + 1 }) }} />
          <button type="button" class="off" aria-label=${say("remove-outcome", { label: outcome?.label || at + 1 })} onClick=${() => remove(at)}>✕</button>
          <${Problems} problems=${document.problemsWithin(here)} />
        </div>`;
      })}
      <button type="button" class="link" onClick=${add}>+ ${say("add-outcome")}</button>
    `}
  <//>`;
}

/** How an outcome looks: as it says itself, else by its first word. */
function toneOf(outcome) {
  if (outcome?.tone) return outcome.tone;
  const label = String(outcome?.label ?? "").trim();
  return !label ? "neutral" : label.startsWith("ไม่") ? "bad" : "good";
}
