// The same changes on plain data: what a text must say after an edit.

import { REFUSALS } from "./source-words.js";

/** An edit that cannot be made; its message is for people. */
export class SourceError extends Error {
  constructor(code) {
    super(REFUSALS[code]);
    this.code = code;
  }
}

export function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined. */
export function at(value, path) {
  return path.reduce(
    (here, key) => (here === undefined || here === null ? undefined : own(here, key)),
    value,
  );
}

function own(value, key) {
  return typeof value === "object" && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Data as a text says it: texts, lists and mappings only; what is undefined is left out. */
export function textual(value) {
  if (Array.isArray(value)) return value.map(textual);
  if (isMapping(value)) {
    const given = Object.entries(value).filter(([, each]) => each !== undefined);
    return Object.fromEntries(given.map(([key, each]) => [key.toWellFormed(), textual(each)]));
  }
  return String(value ?? "")
    .replace(/\r\n?/g, "\n")
    .toWellFormed();
}

export function same(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
}

export function withSet(value, path, set) {
  if (path.length === 0) return set;
  const [key, ...rest] = path;
  const here = typeof value === "object" && value !== null ? value : Number.isInteger(key) ? [] : {};
  const changed = withSet(own(here, key), rest, set);
  if (Array.isArray(here)) return Object.assign([...here], { [key]: changed });
  return Object.fromEntries([...Object.entries(here).filter(([each]) => each !== key), [key, changed]]);
}

export function withRemoved(value, path) {
  const inner = at(value, path.slice(0, -1));
  const key = path.at(-1);
  const left = Array.isArray(inner)
    ? inner.filter((_, index) => index !== key)
    : Object.fromEntries(Object.entries(inner).filter(([each]) => each !== String(key)));
  return withSet(value, path.slice(0, -1), left);
}

export function withInserted(value, path, index, item) {
  const list = at(value, path) ?? [];
  return withSet(value, path, [...list.slice(0, index), item, ...list.slice(index)]);
}

/** A path as it is once something else is taken out. */
export function pathWithout(path, taken) {
  const depth = taken.length - 1;
  const isBeside = path.length > depth && taken.slice(0, depth).every((key, index) => key === path[index]);
  if (!isBeside || !Number.isInteger(path[depth]) || path[depth] <= taken[depth]) return path;
  return [...path.slice(0, depth), path[depth] - 1, ...path.slice(depth + 1)];
}
