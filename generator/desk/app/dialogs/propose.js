/* The way out: what is changed, file by file and in words; one line of why; a name. The rest is the server's. */

import { html, useEffect, useLayoutEffect, useRef, useState } from "../vendor/preact.js";
import { saveAll } from "../state/saving.js";
import { useDesk } from "../views/context.js";
import { ChangedLines } from "../views/changed_lines.js";
import { titleOf } from "../views/head.js";
import { say } from "../words.js";
import { Dialog, Line } from "./dialog.js";

const NAME = "khumue-desk name";
/** Whose changes are meant to be proposed; those of others are only offered. */
const MEANT = ["own", "mixed", "together"];

/** The changed files, each with whose change it is: what lies on the desk is one's own. */
function offered(desk) {
  const marks = desk.project.git?.marks ?? {};
  const drafts = desk.changed.map(({ path }) => [path, ["others", "mixed"].includes(marks[path]) ? "mixed" : "own"]);
  const all = [...new Map([...Object.entries(marks), ...drafts])].map(([path, mark]) => ({ path, mark, isMeant: MEANT.includes(mark) }));
  return all.sort((one, other) => other.isMeant - one.isMeant);
}

/** The same, as things are when it is asked: what was saved a moment ago is known then. */
async function begin(desk) {
  if (!desk.backend.savesByProposing) await desk.refresh();
  return offered(desk);
}

export function Propose() {
  const desk = useDesk();
  const [changes, setChanges] = useState(null);
  const [why, setWhy] = useState("");
  const [name, setName] = useState(localStorage.getItem(NAME) ?? "");
  const [told, setTold] = useState(null);
  const [refused, setRefused] = useState("");
  const message = useRef(null);
  useLayoutEffect(() => message.current?.focus(), [refused]);
  const [isAsking, setAsking] = useState(false);
  const [files, setFiles] = useState(null);
  const [paths, setPaths] = useState([]);
  useEffect(() => {
    begin(desk).then((told) => {
      setFiles(told);
      setPaths(told.filter(({ isMeant }) => isMeant).map(({ path }) => path));
    }, (error) => setRefused(error.message));
  }, []);
  useLayoutEffect(() => {
    if (files) window.document.querySelector("dialog[open] .asked input")?.focus();
  }, [files]);
  const drafts = () => Object.fromEntries(Object.entries(desk.texts()).filter(([path]) => paths.includes(path)));
  useEffect(() => {
    if (!files) return undefined;
    let isStale = false;
    const take = (use) => (told) => isStale || use(told);
    setChanges(null);
    desk.backend.changes(drafts(), paths).then(take(setChanges), take((error) => setRefused(error.message)));
    return () => (isStale = true);
  }, [files, paths]);
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
      const files = desk.backend.savesByProposing ? drafts() : undefined;
      setTold(await desk.backend.propose({ why: why.trim(), name: name.trim(), paths, ...(files && { files }) }));
      for (const path of Object.keys(files ?? {})) {
        desk.files.get(path).proposed = files[path];
        await desk.keep(path);
      }
      await desk.refresh();
    } catch (error) {
      setRefused(error.message);
    }
    setAsking(false);
  };
  if (told) return html`<${Dialog} title=${say("proposed")}><${desk.backend.Proposal ?? Result} told=${told} backend=${desk.backend} /><//>`;
  const isSomething = paths.length || desk.backend.proposal; // taking all back is something where a proposal stands
  const isReady = why.trim() && name.trim() && isSomething && changes && !isAsking;
  return html`<${Dialog} title=${say("propose")} act=${propose} doing=${say(isAsking ? "proposing" : "propose-now")} isOff=${!isReady} isWide>
    ${files && html`<${Files} files=${files} paths=${paths} choose=${setPaths} />`}
    <h3>${say("what-changed")}</h3>
    ${changes ? html`<${ChangedLines} told=${changes} />` : html`<p class="empty">${say("comparing")}</p>`}
    ${errors > 0 && html`<p class="problem error">${say("errors-left", { count: errors })} <button type="button" class="link" onClick=${() => desk.ask({ name: "problems" })}>${say("see-them")}</button></p>`}
    ${files && html`<${Line} title=${say("why")} help=${say("why-help")}>${(id) => html`<input type="text" id=${id} value=${why} maxlength="200" onInput=${(event) => setWhy(event.target.value)} />`}<//>
    <${Line} title=${say("your-name")}>${(id) => html`<input type="text" id=${id} autocomplete="name" value=${name} onInput=${(event) => setName(event.target.value)} />`}<//>`}
    ${refused && html`<p class="problem error" role="alert" tabindex="-1" ref=${message}>${refused}</p>`}
  <//>`;
}

/** The files that may go along, each to be chosen, with what is to be known of whose change it is. */
function Files({ files, paths, choose }) {
  const desk = useDesk();
  if (!files.length) return null;
  const turn = (path) => choose(paths.includes(path) ? paths.filter((each) => each !== path) : [...paths, path]);
  return html`<fieldset class="proposing"><legend>${say("what-goes-along")}</legend>${files.map(({ path, mark }) => {
    const told = desk.told(path);
    return html`<label class="check" key=${path}><input type="checkbox" checked=${paths.includes(path)} onChange=${() => turn(path)} />
      <span>${told ? titleOf(desk, told) : path.split("/").at(-1)} ${mark !== "own" && html`<small>${say(`change-${mark}`)}</small>`}</span></label>`;
  })}</fieldset>`;
}

/** What became of it: a page to go on with, or files to hand on. */
function Result({ told }) {
  if (told.address) return html`<p>${say("proposed-there")}</p><p><a href=${safe(told.address)} target="_blank" rel="noopener noreferrer">${say("open-proposal")}</a></p>`;
  if (told.patch) return html`${told.told && html`<p class="problem warning">${told.told}</p>`}<p>${say("proposed-files")}</p>${told.folder && html`<p class="place">${say("in-folder")} <code>${told.folder}</code></p>`}<ul>${[told.patch, told.report].filter(Boolean).map((each) => html`<li key=${each}>${each.split("/").at(-1)}</li>`)}</ul>`;
  return html`<p>${say("proposed-branch", { branch: told.branch ?? "" })}</p>`;
}

/** An address of the web; anything else leads nowhere. */
const safe = (address) => (/^https?:\/\//.test(address) ? address : "#");
