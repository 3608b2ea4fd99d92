/* What is changed in a file, in words: each field by its title and by the step that it stands in, with its old and new text. */

import { matched } from "../merging/matching.js";
import { movedIn } from "../merging/ordering.js";
import { Thing } from "../merging/things.js";
import { asList, isRecord, valueAt } from "../outline/rows.js";
import { openSource } from "../source.js";
import { same } from "../source-values.js";
import { Forms } from "../state/forms.js";
import { inWords, whereInWords } from "../views/in_words.js";
import { say } from "../words.js";

const LONGEST = 160;

/** Lines as the difference of two states has them: a heading, then what became of each thing; `before` null of a new file. */
export function linesOf(told, before, after, { forms: described, catalogues, project }) {
  const forms = new Forms(described);
  const desk = { forms, entries: (kind) => catalogues[kind] ?? [], project: { editions: project.editions ?? [], files: [] }, files: new Map() };
  const isMarkdown = told.path.endsWith(".md");
  const now = openSource(after, { isMarkdown });
  const title = now.value?.title || now.value?.office || told.title || forms.file(told.kind)?.title || told.path;
  const heading = say("host-changed-file", { title });
  if (before === null) return [heading, `  + ${say("host-new-file")}`];
  const old = openSource(before, { isMarkdown });
  const where = (whole, path) => {
    if (told.kind !== "edition" || path[0] !== "changes") return whereInWords(desk, told.kind, whole, path);
    return say("host-own-change", { title: project.files.find(({ kind, id }) => kind === "procedure" && id === path[1])?.title ?? path[1] ?? "" });
  };
  const short = (whole, path) => {
    const value = valueAt(whole, path);
    const line = [...(isRecord(value) && value.remove ? say("removed-there") : inWords(desk, forms.valueAt(told.kind, path), value, whole)).replace(/\s+/g, " ").trim()];
    return `“${line.length > LONGEST ? `${line.slice(0, LONGEST).join("")}…` : line.join("")}”`;
  };
  const lines = [...between(old.value, now.value)].map(({ path, was, order }) => {
    if (order) return `  ~ ${say("host-order", { title: where(now.value, path) })}`;
    if (!path) return `  - ${where(old.value, was)}: ${short(old.value, was)}`;
    if (!was) return `  + ${where(now.value, path)}: ${short(now.value, path)}`;
    return `  ~ ${where(now.value, path)}: ${short(old.value, was)} → ${short(now.value, path)}`;
  });
  if (isMarkdown && old.body !== now.body) lines.push(`  ~ ${say("host-body-of")}`);
  if (!lines.length && before !== after) lines.push(`  ~ ${say("host-form-only")}`);
  return [heading, ...lines];
}

/** What became of each thing: `path` where it stands now, `was` where it stood; `order` of a list in which something was moved. */
function* between(before, after) {
  const [old, now] = [before, after].map((value) => new Thing(value));
  const pairs = matched(old, now);
  for (const thing of now) {
    const was = pairs.get(thing);
    if (was) yield* fieldsOf(was, thing, pairs, []);
    else if (pairs.has(thing.holder)) yield { path: thing.path };
  }
  for (const thing of old) if (!pairs.has(thing) && pairs.has(thing.holder)) yield { was: thing.path };
}

function* fieldsOf(was, thing, pairs, within) {
  const [old, now] = [was, thing].map((each) => valueAt(each.value, within));
  if (same(old ?? null, now ?? null)) return;
  const places = { path: now === undefined ? null : [...thing.path, ...within], was: old === undefined ? null : [...was.path, ...within] };
  if ([old, now].some(isRecord) && [old, now].every((each) => each === undefined || isRecord(each)))
    for (const key of new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])) yield* fieldsOf(was, thing, pairs, [...within, key]);
  else if ([old, now].some(Array.isArray) && [old, now].every((each) => each === undefined || Array.isArray(each))) {
    const [stood, stand] = [was, thing].map((each) => each.list(JSON.stringify(within)));
    const isMoved = stand.some((each) => pairs.has(each) && pairs.get(each).holder !== was) || movedIn(stood.map((each) => pairs.get(each)), stand).size;
    if (isMoved) yield { ...places, order: true };
    if (!asList(old).length && !asList(now).length) yield places;
  } else yield places;
}
