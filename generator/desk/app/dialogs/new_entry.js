/* A new role, document or form: its needed fields and no more; it is written into its catalogue, never guessed from another. */

import { html, useMemo } from "../vendor/preact.js";
import { FieldOf } from "../fields/value.js";
import { seek } from "../fields/seeking.js";
import { idOfChance } from "../outline/pointers.js";
import { isRecord } from "../outline/rows.js";
import { DeskFile } from "../state/file.js";
import { FileDocument } from "../state/document.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Dialog } from "./dialog.js";

/** The kind of file that holds the entries of a kind. */
const FILE_OF = { role: "roles", reference: "references", form: "forms", term: "terms" };
/** What is asked besides what must be there: the abbreviation, where the kind has one. */
const ALSO_ASKED = ["short", "number", "file"];
const SHELF = "new";

export function NewEntry({ kind, title, done }) {
  const desk = useDesk();
  const { model } = desk.forms.file(FILE_OF[kind]).value.item;
  const fields = desk.forms.fields(model).filter((field) => field.required || ALSO_ASKED.includes(field.key));
  const scratch = useMemo(() => scratchOf(desk, fields, title), []);
  const entry = scratch.value[SHELF] ?? {};
  const name = String(entry.title ?? "");
  const alike = name.trim() ? seek(desk.entries(kind).map((each) => ({ ...each, title: each.title ?? "" })), name.trim()).slice(0, 4) : [];
  const isReady = fields.every((field) => !field.required || String(entry[field.key] ?? "").trim());
  const take = (id) => {
    desk.answered();
    done(id);
  };
  const write = async () => {
    desk.flush();
    try {
      take(await written(desk, kind, scratch.value[SHELF]));
    } catch (error) {
      desk.say(error.message, true);
    }
  };
  return html`<${Dialog} title=${say(`new-${kind}`)} act=${write} doing=${say("add")} isOff=${!isReady}>
    ${fields.map((field) => html`<${FieldOf} key=${field.key} document=${scratch} path=${[SHELF, field.key]} field=${field} />`)}
    ${alike.length > 0 && html`<div class="alike"><p>${say("alike")}</p><ul>${alike.map((each) => html`<li key=${each.id}><button type="button" class="link" onClick=${() => take(each.id)}>${each.title} ${each.short ?? ""}</button></li>`)}</ul></div>`}
  <//>`;
}

/** A document of its own for the form: nothing of it is written before it is whole. */
function scratchOf(desk, fields, title) {
  const file = new DeskFile({ path: "", kind: "" }, { text: "", version: null }, () => fields.map((field) => field.key));
  const tell = { edit: (_, change) => (change(file), desk.tell()), problemsOf: () => [] };
  const scratch = new FileDocument(tell, file);
  scratch.set([SHELF], { title });
  return scratch;
}

/** Write an entry into its catalogue under a new id. */
async function written(desk, kind, entry) {
  const told = desk.project.files.find((file) => file.kind === FILE_OF[kind]);
  const path = told?.path ?? desk.forms.file(FILE_OF[kind]).path;
  const file = told ? await desk.take(path) : desk.put(path, null);
  const taken = new Set([...desk.entries(kind).map((each) => each.id), ...Object.keys(isRecord(file.source.value) ? file.source.value : {})]);
  const id = idOfChance(kind, taken);
  const kept = Object.fromEntries(Object.entries(entry).filter(([, value]) => String(value).trim()));
  desk.edit(path, (each) => (each.source = each.source.set([id], kept)));
  return id;
}
