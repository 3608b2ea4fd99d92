/* Another name in the address of a page: everything that names the old one is changed with it. */

import { html, useState } from "../vendor/preact.js";
import { filled } from "../fields/values.js";
import { rowsOf } from "../outline/rows.js";
import { run } from "../state/making.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Dialog, Line } from "./dialog.js";

export function Rename() {
  const desk = useDesk();
  const [told] = useState(() => desk.told(desk.open));
  const choices = [
    ...(told.kind === "procedure" ? [{ kind: told.kind, id: told.id, title: told.title }] : []),
    ...["role", "reference", "form", "term"].filter((kind) => told.kind === `${kind}s`).flatMap((kind) => desk.entries(kind).map(({ id, title }) => ({ kind, id, title }))),
    ...stepsOf(desk, told),
  ];
  const [at, setAt] = useState(0);
  const [now, setNow] = useState(choices[0]?.id ?? "");
  const [refused, setRefused] = useState("");
  const chosen = choices[at];
  const rename = async () => {
    const { open } = desk;
    try {
      const old = chosen.kind === "step" ? `${told.id}#${chosen.id}` : chosen.id;
      const path = await run(desk, desk.backend.rename, { kind: chosen.kind, old, new: now.trim() }, (each) => each.endsWith(`/${now.trim()}.yml`));
      desk.answered();
      await desk.show(desk.told(open) ? open : path);
    } catch (error) {
      setRefused(error.message);
    }
  };
  return html`<${Dialog} title=${say("rename")} act=${rename} doing=${say("rename-now")} isOff=${!chosen || !desk.forms.idPattern.test(now.trim()) || now.trim() === chosen.id}>
    ${choices.length ? html`
      <${Line} title=${say("rename-what")}>${(id) => html`<select id=${id} onChange=${(event) => { setAt(Number(event.target.value)); setNow(choices[Number(event.target.value)].id); }}>
        ${choices.map((each, index) => html`<option key=${index} value=${index} selected=${index === at}>${filled(desk, each.title) || each.id}</option>`)}
      </select>`}<//>
      <${Line} title=${say("address-name")} help=${say("address-help")}>${(id) => html`<input type="text" id=${id} value=${now} onInput=${(event) => setNow(event.target.value)} />`}<//>` : html`<p class="empty">${say("nothing-to-rename")}</p>`}
    ${refused && html`<p class="problem error" role="alert">${refused}</p>`}
  <//>`;
}

const stepsOf = (desk, { kind, path }) =>
  kind === "procedure" ? rowsOf(desk.files.get(path)?.source.value).flatMap(({ step: { id, text } }) => (id ? [{ kind: "step", id, title: text }] : [])) : [];
