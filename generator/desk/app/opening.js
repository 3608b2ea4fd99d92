/* Opens the desk, wherever its files come from: what there is, the drafts of before, and what the address asks for. */

import { Desk } from "./state/desk.js";
import { Drafts } from "./state/drafts.js";
import { rowsOf } from "./outline/rows.js";
import { html, render } from "./vendor/preact.js";
import { loadParts } from "./views/parts.js";
import { Shell } from "./views/shell.js";
import { say } from "./words.js";

const place = document.getElementById("desk");

/** Show the desk over a backend; `name` tells the drafts of its project from those of others. The words are read before. */
export async function openDesk(backend, name) {
  await loadParts();
  const desk = new Desk(backend, new Drafts(name));
  await desk.start();
  place.replaceChildren();
  render(html`<${Shell} desk=${desk} />`, place);
  await openWhatIsAsked(desk, localStorage.getItem(name));
  desk.remember = (path) => {
    localStorage.setItem(name, path);
    history.replaceState(null, "", "./"); // what it asked for is no longer open
  };
  return desk;
}

/** The address may say what to open: `?file=procedures/…`, and a step of it after `#`; else it is what was chosen at last. */
async function openWhatIsAsked(desk, last) {
  const asked = new URLSearchParams(location.search).get("file") ?? last;
  const path = desk.told(asked)?.path ?? desk.project.files.find((file) => file.kind === "procedure")?.path;
  if (!path) return;
  await desk.show(path);
  const row = rowsOf(desk.document?.value).find(({ anchor }) => anchor === decoded(location.hash.slice(1)));
  if (row) desk.lead(row.path);
}

function decoded(anchor) {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** Tell why it could not be opened. */
export function showFailure(error) {
  const told = document.createElement("p");
  told.className = "starting bad";
  told.setAttribute("role", "alert");
  try {
    told.textContent = say("not-started", { reason: error.message });
  } catch {
    told.textContent = error.message;
  }
  place.replaceChildren(told);
}
