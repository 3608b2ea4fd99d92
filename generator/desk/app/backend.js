/*
 * Where the desk reads and saves: the server of `khumue edit` on this computer. Nothing else knows its addresses, so that
 * another place to save to is another object with these methods.
 */

/** What the server refuses, in its own words. */
export class Refusal extends Error {
  constructor(message, status, problems = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

/** The file was changed by someone else meanwhile; nothing was written. */
export class ChangedMeanwhile extends Error {
  constructor({ text, version }) {
    super("changed meanwhile");
    this.text = text;
    this.version = version;
  }
}

const ADDRESS = new URL("../api/", import.meta.url);
const CONFLICT = 409;

async function ask(method, name, body) {
  const answer = await fetch(new URL(name, ADDRESS), {
    method,
    credentials: "same-origin",
    cache: "no-store",
    headers: { "X-Khumue-Desk": "1", ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  let told;
  try {
    told = await answer.json();
  } catch {
    told = {};
  }
  if (answer.status === CONFLICT && typeof told.text === "string") throw new ChangedMeanwhile(told);
  if (!answer.ok) throw new Refusal(told.error ?? `${answer.status}`, answer.status, told.problems);
  return told;
}

const get = (name) => ask("GET", name);
const post = (name, body) => ask("POST", name, body);

export const localServer = {
  /** What there is: title, editions, files, the state of git. */
  project: () => get("project"),
  /** What every kind of file is made of. */
  forms: () => get("forms"),
  /** What fields choose from. */
  catalogues: () => get("catalogues"),
  /** One file's text, and the version that a save has to name. */
  file: (path) => get(`file?path=${encodeURIComponent(path)}`),
  /** Save one file; rejects with `ChangedMeanwhile`. */
  save: (path, text, version) => ask("PUT", "file", { path, text, version }),
  /** The problems of the files as they are on the desk. */
  check: (files, edition) => post("check", { files, edition }),
  chart: (files, edition, procedure) => post("chart", { files, edition, procedure }),
  page: (files, edition, procedure) => post("page", { files, edition, procedure }),
  /** What is changed, in words; `paths` are the only files to tell of. */
  changes: (files, paths) => post("changes", { files, paths }),
  create: (answers) => post("new", answers),
  rename: (answers) => post("rename", answers),
  approve: (answers) => post("approve", answers),
  accept: (answers) => post("accept", answers),
  /** Show the whole site; gives its address. */
  site: (edition) => post("site", { edition }),
  propose: (answers) => post("propose", answers),
};
