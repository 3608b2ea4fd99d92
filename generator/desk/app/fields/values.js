/*
 * Texts as readers see them: in place of every `${name}` the text of the value, in the edition that is shown. Boxes in which
 * somebody writes show what is written; everywhere else the value is shown, marked as one.
 */

import { html } from "../vendor/preact.js";
import { say } from "../words.js";

const PLACE = /(\$\{[^{}]*\})/;
const nameIn = (part) => part.slice(2, -1);

/** The value of a name, by the drafts of the edition first; undefined where it has none. */
function valueNamed(desk, name) {
  const told = desk.project.editions.find(({ id }) => id === desk.edition);
  const drafted = [desk.edition && desk.fileOf(desk.edition), desk.project.files.find(({ kind }) => kind === "settings")].map(
    (file) => file && desk.files.get(file.path)?.source.value?.values?.[name],
  );
  return [...drafted, told?.values?.[name]].find((each) => typeof each === "string");
}

/** A text with its values in it; a name without a value stays as it is written. */
export function filled(desk, text) {
  if (typeof text !== "string" || !text.includes("${")) return text ?? "";
  return text.split(PLACE).map((part, at) => (at % 2 ? (valueNamed(desk, nameIn(part)) ?? part) : part)).join("");
}

/** The same as something to be shown, in which values are marked. */
export function marked(desk, text) {
  if (typeof text !== "string" || !text.includes("${")) return text;
  return text.split(PLACE).map((part, at) => {
    const value = at % 2 ? valueNamed(desk, nameIn(part)) : undefined;
    return value === undefined ? part : html`<span class="value" title=${say("value-of-office", { name: nameIn(part) })}>${value}</span>`;
  });
}

/** Where a text may be parted: at the beginnings of its words, but never within a value. */
export function wordsOf(text) {
  return text.split(PLACE).flatMap((part, at) => (at % 2 ? [part] : [...new Intl.Segmenter("th", { granularity: "word" }).segment(part)].map(({ segment }) => segment)));
}
