/* What is changed in a file, in words: each field by its title and by the step that it stands in, with its old and new text. */

import { openSource } from "../source.js";
import { isRecord, rowsOf, startsWith } from "../outline/rows.js";
import { say } from "../words.js";

const LONGEST = 160;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Lines as the difference of two states has them: a heading, then what became of each thing; `before` null of a new file. */
export function linesOf(told, before, after, { forms, project }) {
  const isMarkdown = told.path.endsWith(".md");
  if (before === null) return [say("host-changed-file", { title: openSource(after, { isMarkdown }).value?.title || told.title || forms.files.find((file) => file.kind === told.kind)?.title || told.path }), `  + ${say("host-new-file")}`];
  const [old, now] = [before, after].map((text) => openSource(text, { isMarkdown }));
  const shape = forms.files.find((file) => file.kind === told.kind)?.value;
  const found = [...between(old.value, now.value, shape, [], forms)];
  if (isMarkdown && old.body !== now.body) found.push({ path: [], title: say("host-body-of"), old: old.body, now: now.body });
  if (!found.length && before !== after) found.push({ path: [], title: say("host-form-only"), old: undefined, now: undefined });
  for (const each of found)
    if (told.kind === "edition" && each.path[0] === "changes") each.title = say("host-own-change", { title: project.files.find(({ kind, id }) => kind === "procedure" && id === each.path[1])?.title ?? each.path[1] ?? "" });
  const rows = rowsOf(now.value);
  return [say("host-changed-file", { title: now.value?.title ?? told.title ?? told.path }), ...found.map((each) => lineOf(each, rows))];
}

function* between(old, now, shape, path, forms) {
  if (same(old, now)) return;
  if (isRecord(old) && isRecord(now)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const field = shape?.model ? forms.models[shape.model]?.fields.find((each) => each.key === key) : undefined;
      yield* between(old[key], now[key], field ?? shape?.item ?? { title: key }, [...path, key], forms);
    }
    return;
  }
  if (Array.isArray(old) && Array.isArray(now)) {
    const [gone, come] = [old, now].map((list, at, both) => list.filter((item) => !both[1 - at].some((each) => same(item, each))));
    if (old.length === now.length && gone.length === come.length) {
      for (const at of now.keys()) yield* between(old[at], now[at], { title: shape?.title, ...shape?.item }, [...path, at], forms);
    } else {
      for (const item of gone) yield { path, title: shape?.title, old: item };
      for (const item of come) yield { path: [...path, now.indexOf(item)], title: shape?.title, now: item };
    }
    if (!gone.length && !come.length) yield { path, title: say("host-order", { title: shape?.title ?? "" }), old: undefined, now: undefined };
    return;
  }
  yield { path, title: shape?.title ?? String(path.at(-1) ?? ""), old, now };
}

function lineOf({ path, title = "", old, now }, rows) {
  const row = rows.filter((each) => startsWith(path, each.path)).at(-1);
  const where = row ? `${say("led-by-step", { number: row.number, text: row.step.text ?? "" })} · ` : "";
  const mark = old === undefined && now !== undefined ? "+" : now === undefined && old !== undefined ? "-" : "~";
  const texts = mark === "~" ? (now === undefined ? "" : `: “${short(old)}” → “${short(now)}”`) : `: “${short(mark === "+" ? now : old)}”`;
  return `  ${mark} ${where}${title}${texts}`;
}

/** What stands somewhere as one line. */
function short(value) {
  const text = typeof value === "string" ? value : isRecord(value) ? String((value.remove && say("removed-there")) ?? (value.with && short(value.with)) ?? value.text ?? value.title ?? value.label ?? value.id ?? Object.values(value)[0] ?? "") : [value].flat().map(short).join(" ");
  const line = [...text.replace(/\s+/g, " ").trim()];
  return line.length > LONGEST ? `${line.slice(0, LONGEST).join("")}…` : line.join("");
}
