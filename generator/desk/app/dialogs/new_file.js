/* Something new: a procedure, an area, an office, a learning path, an item of knowledge; asked for what it needs. */

import { html, useState } from "../vendor/preact.js";
import { Pick } from "../fields/picking.js";
import { freeId } from "../outline/pointers.js";
import { made } from "../state/making.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Dialog, Line } from "./dialog.js";

export const KINDS_OF_NEW = ["procedure", "area", "knowledge", "path", "edition"];

const NEEDED = { procedure: ["title", "area"], area: ["title", "first"], knowledge: ["title"], path: ["role"], edition: ["office"] };

export function NewFile({ kind }) {
  const desk = useDesk();
  const taken = new Set(desk.project.files.map((file) => file.id));
  const [answers, setAnswers] = useState({ id: freeId(kind === "edition" ? "office" : kind, taken), title: "", area: "", role: "", office: "", first: "" });
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState("");
  const sayOf = (name) => say(`${kind}-${name}`);
  const text = (name, title = sayOf(name)) => html`<${Line} title=${title}>${(id) => html`<input type="text" id=${id} value=${answers[name]} onInput=${(event) => setAnswers({ ...answers, [name]: event.target.value.replace(/\s/g, " ") })} />`}<//>`;
  const pick = (name, of, title) => html`<${Line} title=${title}>${(id) => html`<${Pick} kind=${of} value=${answers[name] || undefined} change=${(value) => setAnswers({ ...answers, [name]: value ?? "" })} attributes=${{ id }} />`}<//>`;
  const begin = async () => {
    setAsking(true);
    try {
      const path = await made(desk, kind, answers);
      desk.answered();
      await desk.show(path);
    } catch (error) {
      setRefused(error.message);
      setAsking(false);
    }
  };
  const isReady = NEEDED[kind].every((name) => answers[name].trim());
  return html`<${Dialog} title=${say(`new-${kind}`)} act=${begin} doing=${say("begin")} isOff=${!isReady || isAsking}>
    ${kind === "procedure" && html`${text("title")}${pick("area", "area", sayOf("area"))}`}
    ${kind === "area" && html`${text("title")}${text("first")}`}
    ${kind === "knowledge" && text("title")}
    ${kind === "path" && pick("role", "role", sayOf("role"))}
    ${kind === "edition" && text("office")}
    <details><summary>${say("address-of-it")}</summary>${text("id", say("address-name"))}<p class="helped">${say("address-help")}</p></details>
    ${refused && html`<p class="problem error" role="alert">${refused}</p>`}
  <//>`;
}
