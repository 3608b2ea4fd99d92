/* The way out: what is changed, in words; one line of why; a name. The rest is the server's. */

import { html, useEffect, useState } from "../vendor/preact.js";
import { Proposal } from "../hosts/proposal.js";
import { saveAll } from "../state/saving.js";
import { useDesk } from "../views/context.js";
import { ChangedLines } from "../views/changed_lines.js";
import { say } from "../words.js";
import { Dialog, Line } from "./dialog.js";

const NAME = "khumue-desk name";

export function Propose() {
  const desk = useDesk();
  const [changes, setChanges] = useState(null);
  const [why, setWhy] = useState("");
  const [name, setName] = useState(localStorage.getItem(NAME) ?? "");
  const [told, setTold] = useState(null);
  const [refused, setRefused] = useState("");
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    desk.backend.changes(desk.texts()).then(setChanges, (error) => setRefused(error.message));
  }, []);
  const errors = desk.problems.filter((each) => each.severity === "error").length;
  const propose = async () => {
    setAsking(true);
    setRefused("");
    localStorage.setItem(NAME, name.trim());
    try {
      if (!(await saveAll(desk))) {
        desk.ask({ name: "clashes" });
        return;
      }
      setTold(await desk.backend.propose({ why: why.trim(), name: name.trim(), paths: desk.project.git?.changed ?? [], ...(desk.backend.savesByProposing && { files: desk.texts() }) }));
      await desk.refresh();
    } catch (error) {
      setRefused(error.message);
    }
    setAsking(false);
  };
  if (told) return html`<${Dialog} title=${say("proposed")}><${desk.backend.savesByProposing ? Proposal : Result} told=${told} backend=${desk.backend} /><//>`;
  const isReady = why.trim() && name.trim() && changes && !isAsking;
  return html`<${Dialog} title=${say("propose")} act=${propose} doing=${say(isAsking ? "proposing" : "propose-now")} isOff=${!isReady} isWide>
    <h3>${say("what-changed")}</h3>
    ${changes ? html`<${ChangedLines} told=${changes} />` : html`<p class="empty">${say("comparing")}</p>`}
    ${errors > 0 && html`<p class="problem error">${say("errors-left", { count: errors })} <button type="button" class="link" onClick=${() => desk.ask({ name: "problems" })}>${say("see-them")}</button></p>`}
    <${Line} title=${say("why")} help=${say("why-help")}>${(id) => html`<input type="text" id=${id} autofocus value=${why} maxlength="200" onInput=${(event) => setWhy(event.target.value)} />`}<//>
    <${Line} title=${say("your-name")}>${(id) => html`<input type="text" id=${id} autocomplete="name" value=${name} onInput=${(event) => setName(event.target.value)} />`}<//>
    ${refused && html`<p class="problem error" role="alert">${refused}</p>`}
  <//>`;
}

/** What became of what was proposed before. */
export function Proposed() {
  const { backend } = useDesk();
  return html`<${Dialog} title=${say("proposed")}><${Proposal} backend=${backend} told=${backend.proposal} /><//>`;
}

/** What became of it: a page to go on with, or files to hand on. */
function Result({ told }) {
  if (told.address) return html`<p>${say("proposed-there")}</p><p><a href=${safe(told.address)} target="_blank" rel="noopener noreferrer">${say("open-proposal")}</a></p>`;
  if (told.patch) return html`${told.told && html`<p class="problem warning">${told.told}</p>`}<p>${say("proposed-files")}</p>${told.folder && html`<p class="place">${say("in-folder")} <code>${told.folder}</code></p>`}<ul>${[told.patch, told.report].filter(Boolean).map((each) => html`<li key=${each}>${each.split("/").at(-1)}</li>`)}</ul>`;
  return html`<p>${say("proposed-branch", { branch: told.branch ?? "" })}</p>`;
}

/** An address of the web; anything else leads nowhere. */
const safe = (address) => (/^https?:\/\//.test(address) ? address : "#");
