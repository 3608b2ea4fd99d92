/* A shared procedure with an office's changes on it, and of every part where it comes from: the base, or which change. */

import { asList, isRecord, valueAt } from "../outline/rows.js";
import { pathOf } from "./addresses.js";

export const VERBS = ["replace", "remove", "insert_before", "insert_after", "add"];
const keyOf = (path) => JSON.stringify(path);

/** What a change does, and to what path of the base; null where it names nothing. */
export function readChange(forms, base, shape, change, index) {
  const verb = isRecord(change) ? VERBS.find((each) => change[each] !== undefined) : undefined;
  const path = verb ? pathOf(forms, base, shape, change[verb]) : null;
  return { ...(isRecord(change) ? change : {}), index, verb, path };
}

/**
 * Lay changes over a base.
 *
 * Gives `{ value, origins, removed, changes }`: `origins` tells for the path of each part of `value` either
 * `{ base: path }` or `{ change: index, within: path }`; `removed` the base's parts that are gone, with their change.
 */
export function overlay(forms, base, shape, written) {
  const changes = asList(written).map((change, index) => readChange(forms, base, shape, change, index));
  const by = (verb) => Map.groupBy(changes.filter((each) => each.verb === verb && each.path), (each) => keyOf(each.path));
  const [replaced, removed, before, after, added] = VERBS.map(by);
  const origins = new Map();
  const own = (value, change, within, path) => {
    origins.set(keyOf(path), { change: change.index, within });
    return value;
  };
  const put = (into, listed, path) => {
    for (const change of listed ?? [])
      for (const [at, item] of asList(change.with).entries())
        into.push(own(item, change, Array.isArray(change.with) ? [at] : [], [...path, into.length]));
  };
  const build = (value, from, path) => {
    const replacing = replaced.get(keyOf(from))?.[0];
    if (replacing) return own(replacing.with, replacing, [], path);
    origins.set(keyOf(path), { base: from });
    const appended = added.get(keyOf(from));
    if (Array.isArray(value) || (appended && value !== undefined)) {
      const items = [];
      for (const [at, item] of asList(value).entries()) {
        const here = [...from, at];
        put(items, before.get(keyOf(here)), path);
        if (!removed.has(keyOf(here))) items.push(build(item, here, [...path, items.length]));
        put(items, after.get(keyOf(here)), path);
      }
      put(items, appended, path);
      return items;
    }
    if (!isRecord(value)) return value;
    const record = {};
    for (const key of Object.keys(value)) if (!removed.has(keyOf([...from, key]))) record[key] = build(value[key], [...from, key], [...path, key]);
    for (const listed of added.values()) {
      const [change] = listed;
      const isHere = change.path.length === from.length + 1 && keyOf(change.path.slice(0, -1)) === keyOf(from);
      const key = change.path.at(-1);
      if (isHere && value[key] === undefined) record[key] = own(change.with, change, [], [...path, key]);
    }
    return record;
  };
  const value = build(base, [], []);
  const gone = changes.filter((each) => each.verb === "remove" && each.path).map((each) => ({ ...each, value: valueAt(base, each.path) }));
  return { value, origins, removed: gone, changes };
}

/** Where a part comes from: that of the nearest part around it, with the rest of its path. */
export function originOf(origins, path) {
  for (let length = path.length; length >= 0; length -= 1) {
    const origin = origins.get(keyOf(path.slice(0, length)));
    if (!origin) continue;
    const rest = path.slice(length);
    return origin.base ? { base: [...origin.base, ...rest] } : { change: origin.change, within: [...origin.within, ...rest] };
  }
  return { base: path };
}
