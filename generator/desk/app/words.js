/* The words of the desk: they stand in words.json, never in the code. */

let words = {};

/** Read them; nothing may be said before. */
export async function loadWords() {
  const answer = await fetch(new URL("words.json", import.meta.url));
  words = await answer.json();
}

/** A sentence or label by its name, with its gaps `{name}` filled. */
export function say(name, values = {}) {
  const sentence = words[name];
  if (sentence === undefined) throw new Error(`no words for ${name}`);
  return sentence.replace(/\{(\w+)\}/g, (gap, key) => String(values[key] ?? gap));
}
