/* What is changed, in the words in which the difference of two states is told: headings, and what became of each thing. */

import { html } from "../vendor/preact.js";
import { say } from "../words.js";

const RUN = /(\[-.+?-\]|\{\+.+?\+\})/;
const MARK = /^(\s*)([-+~])\s+/;

/** The lines below the heading that tells of which states they are. */
function told(lines) {
  const end = lines.indexOf("");
  return end < 0 ? lines : lines.slice(end + 1).filter((line) => line.trim());
}

/** How many things are changed; null where that is not known. */
export const countOfChanges = (answer) => (answer?.lines ? told(answer.lines).filter((line) => MARK.test(line)).length || null : null);

/** A line with what went struck out and what came underlined, where it tells so by brackets. */
function marked(line) {
  return line.split(RUN).map((part) => {
    const word = part.slice(2, -2);
    if (part.startsWith("[-") && part.endsWith("-]")) return html`<del>${word}</del>`;
    return part.startsWith("{+") && part.endsWith("+}") ? html`<ins>${word}</ins>` : part;
  });
}

export function ChangedLines({ told: answer }) {
  const lines = told(answer.lines);
  if (!lines.length) return html`<p class="empty">${say("no-changes")}</p>`;
  return html`<div class="changes">${lines.map((line, at) => {
    const mark = MARK.exec(line)?.[2];
    const kind = mark ? { "+": "added", "-": "gone", "~": "changed" }[mark] : line.startsWith(" ") ? "more" : "heading";
    return html`<p class=${kind} key=${at}>${marked(line.trim())}</p>`;
  })}</div>`;
}
