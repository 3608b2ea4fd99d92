/* What an office changed whose shared text is another by now: told at the change, in the words of `khumue check`. */

import { asList } from "../outline/rows.js";
import { folded } from "../state/fingerprint.js";
import { fill } from "../words.js";

const RULE = "base-moved";
const LONGEST = 150;

/** The problems of an edition's file; `making` works the fingerprints out. */
export async function movedIn(path, making) {
  const words = making.published.rules[RULE];
  const source = making.open("edition", (await making.textOf(path)) ?? "");
  const found = [];
  for (const [id, written] of Object.entries(source.value?.changes ?? {}))
    for (const { index, there, verb } of await making.printsOf(id, written)) {
      const change = asList(written)[index];
      if (!change.base) continue;
      const ours = inOneLine(change.with);
      const variant = change.with !== undefined && inOneLine(there) === ours ? "adopted" : ours ? "" : "removed";
      const { message, hints } = { ...words, ...words.variants[variant] };
      const details = { address: change[verb], now: short(inOneLine(there)), ours: short(ours), edition: making.listing.told(path).id };
      const place = source.place(["changes", id, index, "base"]);
      found.push({ path, line: place.line, column: place.column, length: 1, severity: words.severity, rule: RULE, message: fill(message, details), hint: fill(hints[0], details) });
    }
  return found;
}

/** What a part says: its texts behind one another. */
function inOneLine(value) {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? Object.values(value).map(inOneLine).filter(Boolean).join(" · ") : folded(value);
}

function short(text) {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : text;
}
