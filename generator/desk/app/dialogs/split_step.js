/* Part a step in two: where its text is cut is chosen between its words, so that it works without a cursor too. */

import { html, useState } from "../vendor/preact.js";
import { filled, marked, wordsOf } from "../fields/values.js";
import { act } from "../views/acting.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Dialog } from "./dialog.js";

export function SplitStep({ document, row }) {
  const desk = useDesk();
  const [cut, setCut] = useState(null);
  const text = row.step.text ?? "";
  let end = 0;
  const words = wordsOf(text).map((word) => ({ word, index: (end += word.length) - word.length }));
  const done = () => {
    desk.answered();
    act.split(desk, document, row, cut);
  };
  return html`<${Dialog} title=${say("split")} act=${done} doing=${say("split")} isOff=${cut === null}>
    <p>${say("split-where")}</p>
    <p class="cutting">${words.map(({ word, index }) => html`${index > 0 && html`<button type="button" class="cut" aria-pressed=${cut === index} aria-label=${say("cut-before", { word: filled(desk, word) })} onClick=${() => setCut(index)}></button>`}${marked(desk, word)}`)}</p>
    ${cut !== null && html`<ol><li>${marked(desk, text.slice(0, cut).trim())}</li><li>${marked(desk, text.slice(cut).trim())}</li></ol>`}
  <//>`;
}
