/* What fields choose from: the entries of a catalogue that are saved, with what the desk says of them. */

import { isRecord } from "../outline/rows.js";

export function entriesOf(desk, kind) {
  if (kind === "edition") return desk.project.editions;
  const saved = desk.catalogues[kind] ?? [];
  const files = [...desk.files.values()].filter((file) => file.kind === `${kind}s` && file.isChanged);
  if (!files.length) return saved;
  const own = files.flatMap((file) =>
    Object.entries(file.source.value ?? {}).map(([id, entry]) => ({ ...(isRecord(entry) ? entry : {}), title: entry?.title ?? entry?.term ?? id, id, path: file.path })),
  );
  const ids = new Set(own.map((entry) => entry.id));
  return [...own, ...saved.filter((entry) => !ids.has(entry.id) && !files.some((file) => file.path === entry.path))];
}
