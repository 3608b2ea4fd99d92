/* What people wrote down about a procedure: the items of knowledge that name it, to open or to begin. */

import { html } from "../vendor/preact.js";
import { filled } from "../fields/values.js";
import { useDesk } from "./context.js";
import { say } from "../words.js";

export function KnowledgeOf({ document }) {
  const desk = useDesk();
  const { id } = document.file;
  const items = desk.entries("knowledge").filter((item) => (item.procedures ?? []).some((address) => address.split("#")[0] === id));
  return html`<section class="knowledge">
    ${!items.length && html`<p class="empty">${say("no-knowledge")}</p>`}
    <ul>${items.map((item) => html`<li key=${item.path}><button type="button" class="file" onClick=${() => desk.show(item.path)}>${filled(desk, item.title)}</button></li>`)}</ul>
    <p class="more"><button type="button" class="link" onClick=${() => desk.ask({ name: "new-file", kind: "knowledge", procedure: id })}>+ ${say("new-knowledge")}</button></p>
  </section>`;
}
