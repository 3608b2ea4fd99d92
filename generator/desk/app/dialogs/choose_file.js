/* Choose what to change: procedures by their areas, then everything else, sought by title; and begin something new. */

import { html, useState } from "../vendor/preact.js";
import { plain } from "../fields/seeking.js";
import { titleOf } from "../views/head.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Dialog } from "./dialog.js";
import { KINDS_OF_NEW } from "./new_file.js";

const FIRST = "procedure";

export function ChooseFile() {
  const desk = useDesk();
  const [sought, setSought] = useState("");
  const open = (path) => {
    desk.answered();
    desk.show(path).catch((error) => desk.say(error.message, true));
  };
  const matches = (file) => plain(`${titleOf(desk, file)} ${file.code ?? ""}`).includes(plain(sought));
  const groups = groupsOf(desk).map((group) => ({ ...group, files: group.files.filter(matches) })).filter((group) => group.files.length);
  return html`<${Dialog} title=${say("choose-file")} isWide>
    <input type="search" autofocus aria-label=${say("seek-file")} placeholder=${say("seek-file")} value=${sought} onInput=${(event) => setSought(event.target.value)} />
    <p class="more">${KINDS_OF_NEW.map((kind) => html`<button type="button" class="link" key=${kind} onClick=${() => desk.ask({ name: "new-file", kind })}>+ ${say(`new-${kind}`)}</button>`)}</p>
    ${groups.map(
      (group) => html`<section key=${group.title} class="group-of-files"><h3>${group.title}</h3>
        <ul>${group.files.map((file) => html`<li key=${file.path}><button type="button" class="file" aria-current=${file.path === desk.open ? "true" : undefined} onClick=${() => open(file.path)}>
          <span>${titleOf(desk, file)}</span>${desk.files.get(file.path)?.isChanged && html`<em>${say("changed")}</em>`}
        </button></li>`)}</ul>
      </section>`,
    )}
    ${!groups.length && html`<p class="empty">${say("nothing-like-it")}</p>`}
  <//>`;
}

/** Procedures by area, in the order of the areas; the other kinds in the order in which authors are told of them. */
function groupsOf(desk) {
  const { files } = desk.project;
  const areas = files.filter((file) => file.kind === "area");
  const inAreas = areas.map((area) => ({
    title: titleOf(desk, area) || area.id,
    files: files.filter((file) => file.kind === FIRST && file.area === area.area && file.edition === area.edition),
  }));
  const placed = new Set(inAreas.flatMap((group) => group.files));
  const others = desk.forms.files.map(({ kind, title }) => ({ title, files: files.filter((file) => file.kind === kind && !placed.has(file)) }));
  return [...inAreas, ...others];
}
