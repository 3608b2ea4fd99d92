// Lets tests ask the engine many things at once.
import { merge } from "/merging/merging.js";
import { openSource, SourceError } from "/source.js";
import { parseAllDocuments } from "/tests/yaml_whole.js";

function opened(text, { order, ...options }) {
  return openSource(text, {
    ...options,
    order: order && ((path) => order[path.filter((key) => typeof key === "string").join("/")] ?? []),
  });
}

function edited([text, edits], options) {
  let source = opened(text, options);
  let refusal = null;
  for (const [name, ...given] of edits) {
    try {
      source = source[name](...given);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      refusal = error.code;
      break;
    }
  }
  return { text: source.text, value: source.value, problems: source.problems, refusal };
}

function merged([base, mine, theirs, choice]) {
  const { text, clashes } = merge(...[base, mine, theirs].map((each) => openSource(each)), () => choice ?? undefined);
  const { value, problems } = openSource(text);
  return { text, value, problems, clashes };
}

window.desk = {
  merged: (jobs) => jobs.map(merged),
  asked: (text, question, calls, options) => {
    const source = opened(text, options);
    return calls.map((given) => source[question](...given));
  },
  readByOthers: (text) => ["1.2", "1.1"].map((version) => parseAllDocuments(text, { version })[0].toJS()),
  edited: (jobs, options) => jobs.map((job) => edited(job, options)),
};
