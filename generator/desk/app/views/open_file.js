/* What is open: its parts as tabs, and the form of one of them. */

import { html, useState } from "../vendor/preact.js";
import { Problems, fieldId } from "../fields/field.js";
import { Record } from "../fields/record.js";
import { ValueOf } from "../fields/value.js";
import { say } from "../words.js";
import { useDesk } from "./context.js";
import { KnowledgeOf } from "./knowledge_of.js";
import { Markdown } from "./markdown.js";
import { Outline } from "./outline.js";
import { countOf, partOf, partsOf } from "./parts.js";
import { Tabs } from "./tabs.js";

const FIRST = "steps";

export function OpenFile({ document, beside }) {
  const desk = useDesk();
  const parts = partsOf(desk.forms, document.kind);
  const [chosen, setChosen] = useState(FIRST);
  const led = desk.here?.length ? partOf(parts, desk.here[0]) : null;
  const [followed, setFollowed] = useState(null);
  if (led && desk.here !== followed) {
    setFollowed(desk.here);
    if (led.name !== chosen) setChosen(led.name);
  }
  const part = parts.find((each) => each.name === chosen) ?? parts[0];
  const choose = (name) => {
    desk.flush();
    desk.here = null;
    setChosen(name);
  };
  const tabs = parts.map((each) => ({
    name: each.name,
    title: say(`part-${each.name}`),
    count: each.name === "knowledge" ? null : countOf(each, document.value),
    problems: document.problems.filter(({ field }) => field?.length && each.fields.some(({ key }) => key === field[0])).length,
  }));
  const slips = document.file.source.problems;
  return html`
    ${parts.length > 0 && html`<nav class="parts" aria-label=${say("parts")}><${Tabs} name="part" tabs=${tabs} chosen=${part.name} choose=${choose} label=${say("parts")} /></nav>`}
    <main class=${beside ? "with-panes" : "alone"} inert=${desk.isOpening}>
      <div class="sheet" role=${parts.length ? "tabpanel" : undefined} id="part-panel" aria-labelledby=${parts.length ? `part-tab-${part.name}` : undefined}>
        <${Clashes} document=${document} />
        <${Problems} problems=${document.problems.filter((each) => !each.field?.length)} />
        ${slips.length ? html`<${Raw} document=${document} slips=${slips} />` : html`<${Form} document=${document} part=${part} />`}
      </div>
      ${beside}
    </main>
  `;
}

function Form({ document, part }) {
  const desk = useDesk();
  const described = desk.forms.file(document.kind);
  if (!described) return html`<p class="empty">${say("no-form")}</p>`;
  if (!part)
    return html`<h2>${described.title}</h2>
      <div id=${fieldId([])} tabindex="-1"></div>
      <${ValueOf} document=${document} path=${[]} shape=${described.value} title=${described.title} />
      ${described.has_body && html`<${Markdown} document=${document} />`}`;
  if (part.name === "knowledge") return html`<${KnowledgeOf} document=${document} />`;
  const outline = part.fields.find((field) => field.key === "steps");
  const rest = part.fields.filter((field) => field !== outline);
  return html`
    ${outline && html`<${Outline} document=${document} />`}
    ${rest.length > 0 && html`<${Record} document=${document} path=${[]} model=${described.value.model} fields=${rest} />`}
  `;
}

/** Two people changed it: to be seen to before anything is saved. */
function Clashes({ document }) {
  const desk = useDesk();
  if (!document.file.met) return null;
  return html`<p class="problem error">${say("clashes-here")} <button type="button" class="link" onClick=${() => desk.ask({ name: "clashes" })}>${say("see-both")}</button></p>`;
}

/** A file that cannot be read as fields: its text, so that the slip can be mended here. */
function Raw({ document, slips }) {
  const desk = useDesk();
  const change = (event) => {
    const { value } = event.target;
    desk.typed("raw", () => desk.edit(document.path, (file) => (file.text = value), "raw"));
  };
  return html`<h2>${say("unreadable")}</h2>
    <p>${say("unreadable-help")}</p>
    ${slips.map((slip) => html`<p class="problem error" key=${slip.line}>${say("slip-at", slip)}</p>`)}
    <textarea class="raw" spellcheck=${false} aria-label=${say("unreadable")} value=${document.file.text} onInput=${change}></textarea>`;
}
