/*
 * What the checker tells, for somebody who sees fields and not files: keys of YAML by the titles that fields bear here, no
 * names of files. What stands in quotation marks is somebody's own text, and stays.
 */

const NAMED_KEY = /“([a-z_]+)” \(([^()]+)\)/g;
const CODE_OF_FILE = /(?:รหัส)?([ก-๙]+?)(?: ?ใน) catalogue\/[a-z]+\.yml/g;
const APART = /(“[^”]*”)/;
const WORD = /(?<![\w./:-])([a-z_]+)(?![\w./:-])/g;

/** A text of the checker about a problem, as it is said at the desk. */
export function plainly(desk, problem, text) {
  const titles = titlesNear(desk, problem);
  return text
    .replace(NAMED_KEY, (all, key, title) => (titles.has(key) ? `“${title}”` : all))
    .replace(CODE_OF_FILE, "$1")
    .split(APART)
    .map((part, at) => (at % 2 ? part : part.replace(WORD, (word) => (titles.has(word) ? `“${titles.get(word)}”` : word))))
    .join("");
}

/** The titles of the fields around a problem by their keys; the nearest where several bear one key. */
function titlesNear(desk, { path, field }) {
  const { forms } = desk;
  const kind = desk.told(path)?.kind;
  const titles = new Map();
  const at = field ?? [];
  for (let depth = 0; depth <= at.length; depth += 1)
    for (const model of [forms.valueAt(kind, at.slice(0, depth))?.model]) for (const each of model ? forms.fields(model) : []) titles.set(each.key, each.title);
  return titles;
}
