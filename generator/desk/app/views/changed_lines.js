/* What is changed, in the words in which the difference of two states is told: headings, and what became of each thing. */

import { html } from "../vendor/preact.js";
import { say } from "../words.js";

const MARK = /^(\s*)([-+~])\s+/;

/** The lines below the heading that tells of which states they are. */
function told(lines) {
  const end = lines.indexOf("");
  return end < 0 ? lines : lines.slice(end + 1).filter((line) => line.trim());
}

/** How many things are changed; null where that is not known. */
export const countOfChanges = (answer) => (answer?.lines ? told(answer.lines).filter((line) => MARK.test(line)).length || null : null);

export function ChangedLines({ told: answer }) {
  const lines = told(answer.lines);
  if (!lines.length) return html`<p class="empty">${say("no-changes")}</p>`;
  return html`<div class="changes">${lines.map((line, at) => {
    const mark = MARK.exec(line)?.[2];
    const kind = mark ? { "+": "added", "-": "gone", "~": "changed" }[mark] : line.startsWith(" ") ? "more" : "heading";
    return html`<p class=${kind} key=${at}>${line.trim()}</p>`;
  })}</div>`;
}
