/* The head of the desk: what is open, for whom a change is, what is left to mend, and the ways out. */

import { html } from "../vendor/preact.js";
import { filled } from "../fields/values.js";
import { saveAll } from "../state/saving.js";
import { say } from "../words.js";
import { useDesk } from "./context.js";

export function Head() {
  const desk = useDesk();
  const told = desk.told(desk.open);
  return html`<header class="desk-head">
    <h1>${say("desk")}</h1>
    <button type="button" class="opened" aria-haspopup="dialog" onClick=${() => desk.ask({ name: "choose-file" })}>
      <span>${told ? titleOf(desk, told) : say("choose-file")}</span> <span aria-hidden="true">▾</span>
    </button>
    <${Scope} desk=${desk} told=${told} />
    <${State} desk=${desk} />
    <div class="doing">
      <button type="button" class="quiet" aria-label=${say("undo")} title=${say("undo-key")} disabled=${!desk.history.canUndo} onClick=${() => desk.undo()}>↶</button>
      <button type="button" class="quiet" aria-label=${say("redo")} title=${say("redo-key")} disabled=${!desk.history.canRedo} onClick=${() => desk.redo()}>↷</button>
      <button type="button" class="quiet" title=${say("save-key")} disabled=${!desk.changed.length} onClick=${() => save(desk)}>${say("save")}</button>
      <button type="button" class="quiet more-doing" aria-haspopup="dialog" aria-label=${say("more-doing")} onClick=${() => desk.ask({ name: "more" })}>⋯</button>
      <button type="button" class="propose" aria-haspopup="dialog" onClick=${() => desk.ask({ name: "propose" })}>${say("propose")}</button>
    </div>
  </header>`;
}

/** What a file is called for a person. */
export function titleOf(desk, told) {
  const file = desk.files.get(told.path);
  const value = file?.source.value;
  const title = value?.title ?? value?.office ?? told.title;
  const kind = desk.forms.file(told.kind)?.title ?? told.kind;
  return `${told.code ? `${told.code} ` : ""}${filled(desk, title) || kind}`;
}

/** Save, and say how it went; what two people changed is asked. */
export async function save(desk) {
  try {
    const isProposed = desk.backend.savesByProposing;
    if (isProposed) await desk.keepAll();
    if (await saveAll(desk)) desk.say(say(isProposed ? "host-kept-here" : "saved"));
    else desk.ask({ name: "clashes" });
  } catch (error) {
    desk.say(error.message, true);
  }
}

function Scope({ desk, told }) {
  const { editions } = desk.project;
  const isShared = told?.kind === "procedure" && !told.edition;
  if (!isShared || !editions.length) return null;
  const remembered = editions.find((edition) => edition.id === localStorage.getItem("khumue-desk office"))?.id;
  const choose = (office) => {
    if (office) localStorage.setItem("khumue-desk office", office);
    desk.change(office);
  };
  return html`<div class="scope" role="group" aria-label=${say("scope")}>
    <button type="button" aria-pressed=${!desk.office} onClick=${() => choose(null)}>${say("every-office")}</button>
    <button type="button" aria-pressed=${Boolean(desk.office)} onClick=${() => choose(desk.office ?? remembered ?? editions[0].id)}>${say("our-office")}</button>
    ${desk.office && html`<select aria-label=${say("which-office")} value=${desk.office} onChange=${(event) => choose(event.target.value)}>
      ${editions.map((edition) => html`<option key=${edition.id} value=${edition.id} selected=${edition.id === desk.office}>${edition.short || edition.title}</option>`)}
    </select>`}
  </div>`;
}

function State({ desk }) {
  const concerned = desk.concerned;
  const errors = concerned.filter((each) => each.severity === "error").length;
  const kept = say(!desk.isKept ? "keeping" : desk.changed.length ? "kept" : "unchanged");
  return html`<div class="state">
    <button type="button" class=${`problems${errors ? " bad" : ""}`} aria-haspopup="dialog" onClick=${() => desk.ask({ name: "problems" })}>
      ${errors ? say("to-mend", { count: errors }) : concerned.length ? say("to-look-at", { count: concerned.length }) : say("nothing-to-mend")}
    </button>
    <span aria-hidden="true">·</span> <span>${kept}</span>
  </div>`;
}
