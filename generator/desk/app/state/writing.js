/* How a value goes into a source, where its own way to set one keeps more of what stood there than a person means. */

/** Set a value; what takes the place of an empty text is written as new, without the quotation marks of the empty one. */
export function written(source, path, value) {
  const key = path.at(-1);
  if (source.at(path) !== "" || value === "") return source.set(path, value);
  const [list, items] = [path.slice(0, -1), source.at(path.slice(0, -1))];
  if (typeof key === "number") return items.length > 1 ? source.remove(path).insert(list, key, value) : source.set(path, value);
  return source.remove(path).set(path, value);
}
