/* Throwing a draft away, where drafts are all that there is: a file as it was again, or one that was begun here gone with what lists it. */

import { Dialog } from "../dialogs/dialog.js";
import { asList } from "../outline/rows.js";
import { useDesk } from "../views/context.js";
import { html, useState } from "../vendor/preact.js";
import { say } from "../words.js";

export function Discard() {
  const desk = useDesk();
  const [refused, setRefused] = useState("");
  const told = desk.told(desk.open);
  const isBegun = desk.files.get(desk.open)?.base.version === null;
  const act = () => discard(desk, told).catch((error) => setRefused(error.message));
  return html`<${Dialog} title=${say("host-discard")} act=${act} doing=${say("host-discard-now")} isDanger>
    <p>${say(isBegun ? "host-discard-begun" : "host-discard-changed", { title: told.title || told.id })}</p>
    ${refused && html`<p class="problem error" role="alert">${refused}</p>`}
  <//>`;
}

async function discard(desk, { path, kind, id, area }) {
  desk.flush();
  const isBegun = (each) => each.base.version === null;
  const gone = [desk.files.get(path)];
  if (isBegun(gone[0]) && kind === "procedure") {
    for (const file of desk.changed) if (file.kind === "edition") desk.edit(file.path, () => unlist(file, id, area));
    const others = desk.changed.some((file) => file.kind === kind && file.area === area && file.path !== path && isBegun(file));
    if (!others) gone.push(...desk.changed.filter((file) => file.kind === "area" && file.area === area && isBegun(file)));
  }
  for (const file of gone) {
    desk.files.delete(file.path);
    desk.history.forget(file.path);
    await desk.drafts.drop(file.path);
    desk.backend.forgetBegun(file.path);
  }
  desk.answered();
  desk.open = null;
  await desk.refresh();
  await desk.show((desk.told(path) ?? desk.project.files.find((file) => file.kind === "procedure") ?? desk.project.files[0]).path);
}

/** An edition's list without a procedure, and without its area where nothing else is in it. */
function unlist(file, id, area) {
  const areas = asList(file.source.value?.areas);
  const at = areas.findIndex((each) => each?.id === area && asList(each.procedures).includes(id));
  if (at < 0) return;
  const listed = asList(areas[at].procedures);
  file.source = listed.length > 1 ? file.source.remove(["areas", at, "procedures", listed.indexOf(id)]) : file.source.remove(["areas", at]);
}
