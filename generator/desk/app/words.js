/* The words of the desk: they stand in words.json and beside what brings words of its own, never in the code. */

let words = {};

/** Read them, and those of `more` files; nothing may be said before. */
export async function loadWords(...more) {
  const read = async (name) => (await fetch(new URL(name, import.meta.url))).json();
  words = Object.assign({}, ...(await Promise.all(["words.json", ...more].map(read))));
}

/** A sentence or label by its name, with its gaps `{name}` filled. */
export function say(name, values = {}) {
  const sentence = words[name];
  if (sentence === undefined) throw new Error(`no words for ${name}`);
  return fill(sentence, values);
}

/** A sentence with its gaps filled. */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (gap, key) => String(values[key] ?? gap));
