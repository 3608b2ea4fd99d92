/* Two people wrote into one field: both texts, to choose from. Until one is chosen, nothing is saved and nothing is lost. */

import { html } from "../vendor/preact.js";
import { rowsOf, startsWith } from "../outline/rows.js";
import { placeOfClash } from "../state/lines.js";
import { choose } from "../state/saving.js";
import { useDesk } from "../views/context.js";
import { save, titleOf } from "../views/head.js";
import { say } from "../words.js";
import { Dialog } from "./dialog.js";

export function Clashes() {
  const desk = useDesk();
  const files = [...desk.files.values()].filter((file) => file.clashes.length);
  const saveNow = () => {
    desk.answered();
    save(desk);
  };
  return html`<${Dialog} title=${say("clashes")} act=${saveNow} doing=${say("save")} isOff=${files.length > 0} isWide>
    ${!files.length && html`<p>${say("clashes-done")}</p>`}
    ${files.map((file) => html`<section key=${file.path}><h3>${titleOf(desk, file)}</h3>
      ${file.clashes.map((clash, at) => html`<div class="clash" key=${at}>
        <p><b>${placeOf(desk, file, clash)}</b></p>
        <div class="two">
          <div><p>${say("mine")}</p><pre>${shown(clash.mine)}</pre><button type="button" class="main" onClick=${() => choose(desk, file, clash, false)}>${say("keep-mine")}</button></div>
          <div><p>${say("theirs")}</p><pre>${shown(clash.theirs)}</pre><button type="button" class="main" onClick=${() => choose(desk, file, clash, true)}>${say("take-theirs")}</button></div>
        </div>
      </div>`)}
    </section>`)}
  <//>`;
}

const shown = (value) => (value === undefined || value === "" ? say("removed-there") : typeof value === "string" ? value : JSON.stringify(value, null, 2));

/** Where it is, in the words of the form. */
function placeOf(desk, file, clash) {
  const path = clash.path ?? pathOfLines(file, clash);
  const row = rowsOf(file.source.value).filter((each) => startsWith(path, each.path)).at(-1);
  if (!clash.path) return row ? `${say("step-number", { number: row.number })} ${say("lines")}` : say("lines");
  const titles = path.flatMap((key, at) => {
    const model = desk.forms.valueAt(file.kind, path.slice(0, at))?.model;
    const field = model && desk.forms.field(model, key);
    return field && (!row || at >= row.path.length) ? [field.title] : [];
  });
  return [row && say("step-number", { number: row.number }), ...titles].filter(Boolean).join(" ");
}

/** The field at the first of the lines that both changed, if they are still there. */
function pathOfLines(file, clash) {
  const at = clash.mine ? placeOfClash(file.text, clash) : -1;
  if (at < 0) return [];
  const line = clash.mine.split("\n")[0];
  return file.pathAt(file.text.slice(0, at).split("\n").length, line.length - line.trimStart().length + 1) ?? [];
}
