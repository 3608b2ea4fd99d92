/* Everything that is wrong or worth a look, each leading to its field. */

import { html } from "../vendor/preact.js";
import { titleOf } from "../views/head.js";
import { useDesk } from "../views/context.js";
import { plainly } from "../views/plainly.js";
import { say } from "../words.js";
import { Dialog } from "./dialog.js";

export function ProblemList() {
  const desk = useDesk();
  const { concerned } = desk;
  const paths = [...new Set(concerned.map((each) => each.path))].sort((one, other) => (other === desk.open) - (one === desk.open));
  const lead = (problem) => {
    desk.answered();
    desk.leadTo(problem).catch((error) => desk.say(error.message, true));
  };
  return html`<${Dialog} title=${say("problems")} isWide>
    ${!concerned.length && html`<p class="empty">${say("nothing-to-mend")}</p>`}
    ${paths.map((path) => {
      const told = desk.told(path);
      return html`<section key=${path}><h3>${told ? titleOf(desk, told) : path}</h3>
        <ul class="problem-list">${concerned.filter((each) => each.path === path).map(
          (each, at) => html`<li key=${at} class=${`problem ${each.severity}`}>
            ${told ? html`<button type="button" class="link" onClick=${() => lead(each)}>${plainly(desk, each, each.message)}</button>` : each.message}
            ${each.hint && html`<span class="hint">${plainly(desk, each, each.hint)}</span>`}
          </li>`,
        )}</ul></section>`;
    })}
  <//>`;
}
