/* Part a step in two: where its text is cut is chosen between its words, so that it works without a cursor too. */

import { html, useState } from "../vendor/preact.js";
import { act } from "../views/acting.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Dialog } from "./dialog.js";

export function SplitStep({ document, row }) {
  const desk = useDesk();
  const [cut, setCut] = useState(null);
  const text = row.step.text ?? "";
  const words = [...new Intl.Segmenter("th", { granularity: "word" }).segment(text)];
  const done = () => {
    desk.answered();
    act.split(desk, document, row, cut);
  };
  return html`<${Dialog} title=${say("split")} act=${done} doing=${say("split")} isOff=${cut === null}>
    <p>${say("split-where")}</p>
    <p class="cutting">${words.map(({ segment, index }) => html`${index > 0 && html`<button type="button" class="cut" aria-pressed=${cut === index} aria-label=${say("cut-before", { word: segment })} onClick=${() => setCut(index)}></button>`}${segment}`)}</p>
    ${cut !== null && html`<ol><li>${text.slice(0, cut).trim()}</li><li>${text.slice(cut).trim()}</li></ol>`}
  <//>`;
}
