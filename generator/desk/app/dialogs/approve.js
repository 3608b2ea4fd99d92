/* An office approved a procedure as it is written now: who, when, by which order. */

import { html, useState } from "../vendor/preact.js";
import { PickSeveral } from "../fields/picking.js";
import { run } from "../state/making.js";
import { useDesk } from "../views/context.js";
import { titleOf } from "../views/head.js";
import { say } from "../words.js";
import { Dialog, Line } from "./dialog.js";

export function Approve() {
  const desk = useDesk();
  const [told] = useState(() => desk.told(desk.open));
  const [answers, setAnswers] = useState({ edition: desk.edition, roles: [], date: "", order: "" });
  const [refused, setRefused] = useState("");
  const set = (changed) => setAnswers({ ...answers, ...changed });
  const approve = async () => {
    try {
      await run(desk, desk.backend.approve, { ...answers, procedures: [told.id] });
      desk.answered();
    } catch (error) {
      setRefused(error.message);
    }
  };
  return html`<${Dialog} title=${say("approve")} act=${approve} doing=${say("approve-now")} isOff=${!answers.roles.length || !answers.date.trim()} isWide>
    <p>${say("approve-what", { title: titleOf(desk, told) })}</p>
    <${Line} title=${say("which-office")}>${(id) => html`<select id=${id} value=${answers.edition} onChange=${(event) => set({ edition: event.target.value })}>
      ${desk.project.editions.map((each) => html`<option key=${each.id} value=${each.id} selected=${each.id === answers.edition}>${each.short || each.title}</option>`)}
    </select>`}<//>
    <${Line} title=${say("approved-by")}>${(id) => html`<${PickSeveral} kind="role" values=${answers.roles} change=${(roles) => set({ roles })} title=${say("approved-by")} attributes=${{ id }} />`}<//>
    <${Line} title=${say("approved-on")} help=${say("date-example")}>${(id) => html`<input type="text" id=${id} value=${answers.date} onInput=${(event) => set({ date: event.target.value })} />`}<//>
    <${Line} title=${say("approved-order")}>${(id) => html`<input type="text" id=${id} value=${answers.order} onInput=${(event) => set({ order: event.target.value })} />`}<//>
    ${refused && html`<p class="problem error" role="alert">${refused}</p>`}
  <//>`;
}
