/* Starts the desk: reads the words, what there is, the drafts of before, and shows it. */

import { localServer } from "./backend.js";
import { Desk } from "./state/desk.js";
import { Drafts } from "./state/drafts.js";
import { html, render } from "./vendor/preact.js";
import { loadParts } from "./views/parts.js";
import { Shell } from "./views/shell.js";
import { loadWords, say } from "./words.js";

const place = document.getElementById("desk");

async function start() {
  await Promise.all([loadWords(), loadParts()]);
  const desk = new Desk(localServer, new Drafts(location.host));
  await desk.start();
  place.replaceChildren();
  render(html`<${Shell} desk=${desk} />`, place);
  await openWhatIsAsked(desk);
}

/** The address may say what to open: `?file=procedures/…`, and a step of it after `#`. */
async function openWhatIsAsked(desk) {
  const asked = new URLSearchParams(location.search).get("file") ?? localStorage.getItem("khumue-desk open");
  const path = desk.told(asked)?.path ?? desk.project.files.find((file) => file.kind === "procedure")?.path;
  if (path) await desk.show(path);
}

start().catch((error) => {
  const told = document.createElement("p");
  told.className = "starting bad";
  told.setAttribute("role", "alert");
  try {
    told.textContent = say("not-started", { reason: error.message });
  } catch {
    told.textContent = error.message;
  }
  place.replaceChildren(told);
});
