/* Two people wrote something that contradicts: both, with the words that differ marked, to choose from. Until all is chosen nothing is saved, and nothing is lost. */

import { alike } from "../merging/alike.js";
import { wordsOf } from "../fields/values.js";
import { isRecord, valueAt } from "../outline/rows.js";
import { openSource } from "../source.js";
import { html } from "../vendor/preact.js";
import { useDesk } from "../views/context.js";
import { save, titleOf } from "../views/head.js";
import { inWords, whereInWords } from "../views/in_words.js";
import { say } from "../words.js";
import { Dialog } from "./dialog.js";

const SIDES = ["mine", "theirs"];
const PROSE = ["text", "prose"];

export function Clashes() {
  const desk = useDesk();
  const files = [...desk.files.values()].filter((file) => file.clashes.length);
  const saveNow = () => {
    desk.answered();
    save(desk);
  };
  return html`<${Dialog} title=${say("clashes")} act=${saveNow} doing=${say("save")} isOff=${files.some((file) => file.isOpen)} isWide>
    <p>${say("clashes-help")}</p>
    ${files.map((file) => html`<section key=${file.path}><h3>${titleOf(desk, file)}</h3>
      ${file.clashes.map((clash) => html`<${Clash} key=${clash.name} desk=${desk} file=${file} clash=${clash} />`)}
    </section>`)}
  <//>`;
}

function Clash({ desk, file, clash }) {
  const sources = { mine: file.source.value, theirs: openSource(file.met.text, file.options).value };
  const { where, says, isProse, note, was } = toldOf(desk, file, clash, sources);
  const { choice } = clash;
  const choose = (chosen) => desk.seen(() => file.choose(clash, chosen));
  const write = (event) => choose({ text: event.target.value });
  const isAnew = choice?.text !== undefined;
  return html`<fieldset class="clash"><legend>${where}</legend>
    ${note && html`<p>${say(note)}</p>`}
    <div class="two">${SIDES.map((side, at) => html`<div key=${side}>
      <p>${say(side)}</p>
      <p class="said">${marked(says[at], was ?? says[1 - at])}</p>
      <button type="button" class="main" aria-pressed=${choice === side} onClick=${() => choose(side)}>${say(`take-${side}`)}</button>
    </div>`)}</div>
    ${isProse && html`<button type="button" class="link" aria-pressed=${isAnew} onClick=${() => choose({ text: clash.mine ?? clash.theirs })}>${say("write-anew")}</button>`}
    ${isAnew && html`<textarea class="long" aria-label=${`${say("write-anew")} ${where}`} value=${choice.text} onInput=${write}></textarea>`}
  </fieldset>`;
}

/** What a clash is about, and what each says, in words. */
function toldOf(desk, file, clash, sources) {
  const { kind, mine, theirs, paths, within = [] } = clash;
  if (kind === "file") return { where: titleOf(desk, file), says: [say("kept-there"), say("removed-there")] };
  if (!paths) return { where: say(kind === "body" ? "markdown" : "lines"), says: [mine, theirs].map((each) => each || say("removed-there")), isProse: kind === "body", note: kind === "lines" && "unreadable-lines" };
  const side = paths.mine ? "mine" : "theirs";
  const path = [...paths[side], ...within];
  const where = whereInWords(desk, file.kind, sources[side], path);
  if (kind === "place") return { where, note: "moved-both", says: SIDES.map((each) => placeOf(desk, file, sources[each], paths[each])) };
  const shape = desk.forms.valueAt(file.kind, path);
  const says = SIDES.map((each) => inWords(desk, shape, clash[each], sources[each]) || say("removed-there"));
  const was = mine === undefined || theirs === undefined ? inWords(desk, shape, clash.base, sources[side]) : undefined;
  return { where, says, was, note: mine === undefined ? "removed-by-me" : theirs === undefined ? "removed-by-them" : "", isProse: kind === "field" && PROSE.includes(shape?.kind) && ![mine, theirs].some(isRecord) };
}

/** Where a thing stands: behind which other one, in which step. */
function placeOf(desk, file, whole, path) {
  const [list, at] = [path.slice(0, -1), path.at(-1)];
  const named = (to) => whereInWords(desk, file.kind, whole, to);
  if (at > 0) return say("stands-behind", { what: named([...list, at - 1]) });
  const holder = list.slice(0, -1);
  return holder.length && valueAt(whole, holder) ? say("stands-first-in", { what: named(holder) }) : say("stands-first");
}

/** A text in which the words that the other does not have are marked. */
function marked(text, other) {
  if (text === say("removed-there")) return text;
  const words = wordsOf(text);
  const shared = new Set(alike(words, wordsOf(other)).map(([at]) => at));
  const runs = [];
  for (const [at, word] of words.entries()) {
    const isOwn = !shared.has(at) && word.trim() !== "";
    if (runs.at(-1)?.isOwn === isOwn) runs.at(-1).text += word;
    else runs.push({ isOwn, text: word });
  }
  return runs.map(({ isOwn, text: run }) => (isOwn ? html`<mark>${run}</mark>` : run));
}
