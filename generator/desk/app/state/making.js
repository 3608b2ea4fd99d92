/* What commands make, asked of the server with the drafts over the working copy; what it wrote comes onto the desk. */

import { freeId } from "../outline/pointers.js";
import { say } from "../words.js";

/** Begin something new; gives the path of its file. */
export async function made(desk, kind, answers) {
  const { id, title, area, role, office, first } = answers;
  if (kind === "procedure") {
    const { edition = "" } = desk.entries("area").find((each) => each.id === area) ?? {};
    const path = await run(desk, desk.backend.create, { kind, area, id, edition }, isProcedure(id));
    return titled(desk, path, title);
  }
  if (kind === "area") return newArea(desk, { id, title, first });
  if (kind === "knowledge") return run(desk, desk.backend.create, { kind, title, id }, (path) => path.endsWith(".md"));
  if (kind === "path") return run(desk, desk.backend.create, { kind, role, id }, (path) => path.includes(id));
  return run(desk, desk.backend.create, { kind, id, office }, (path) => path.endsWith(`/${id}.yml`));
}

const isProcedure = (id) => (path) => path.endsWith(`/${id}.yml`);

/** An area begins with its first procedure, whose folder it is. */
async function newArea(desk, { id, title, first }) {
  const procedure = freeId("procedure", new Set(desk.project.files.map((file) => file.id)));
  const path = await run(desk, desk.backend.create, { kind: "procedure", area: id, id: procedure }, isProcedure(procedure));
  await titled(desk, path, first);
  const own = desk.project.files.find((file) => file.kind === "area" && file.area === id);
  if (own) return titled(desk, own.path, title);
  return path;
}

async function titled(desk, path, title) {
  await desk.take(path);
  desk.edit(path, (file) => (file.source = file.source.set(["title"], title.trim())));
  return path;
}

/** Have a command done; its files replace what lies on the desk. Gives the path that is the one looked for. */
export async function run(desk, ask, answers, isIt = () => false) {
  desk.flush();
  const versions = Object.fromEntries(desk.changed.map((file) => [file.path, file.base.version]));
  const told = await ask({ ...answers, files: desk.texts(), versions }).catch((error) => {
    throw error.problems?.length ? new Error(say("mend-first", { count: error.problems.length })) : error;
  });
  const before = new Map([...desk.files].map(([path, file]) => [path, file.base]));
  for (const path of Object.keys(told.files)) {
    desk.history.forget(path);
    await desk.drafts.drop(path);
    desk.files.delete(path);
  }
  await desk.refresh();
  for (const [path, text] of Object.entries(told.files)) if (text !== null) await lay(desk, path, text, told, path in versions ? before.get(path) : undefined);
  if (desk.open && !desk.told(desk.open)) desk.open = null;
  desk.epoch += 1;
  desk.checking.again(0);
  desk.drawing.again(0);
  desk.say(say(ask === desk.backend.create ? "made" : "done"));
  return Object.keys(told.files).find((path) => told.files[path] !== null && isIt(path)) ?? Object.keys(told.files)[0];
}

/** Lay on the desk what a file says now: as it is saved, or where nothing is saved by that, as a draft of what it was. */
async function lay(desk, path, text, { versions, bases }, base = bases?.[path]) {
  if (!bases) return desk.put(path, { text, version: versions[path] });
  const file = desk.put(path, base);
  file.text = text;
  return desk.keep(path);
}
