/* Saving what lies on the desk, and meeting what others saved meanwhile: all of it is taken in, none is lost. */

import { ChangedMeanwhile } from "../backend.js";

const TRIES = 5;

const saving = new WeakMap();

/**
 * Save every changed file; true when all are saved, false where two texts of one field wait for a choice. One saving
 * waits for the other: what was saved a moment ago is not what somebody else wrote.
 */
export function saveAll(desk) {
  const next = (saving.get(desk) ?? Promise.resolve()).catch(() => false).then(() => saveNow(desk));
  saving.set(desk, next);
  return next;
}

async function saveNow(desk) {
  desk.flush();
  const isCatalogue = ({ kind }) => desk.forms.file(kind)?.value.kind === "entries";
  const inOrder = desk.changed.sort((one, other) => isCatalogue(other) - isCatalogue(one)); // what others name goes first
  for (const file of inOrder) if (!(await saveOne(desk, file))) return false;
  await desk.refresh();
  desk.checking.again(0);
  desk.drawing.again(0);
  return true;
}

async function saveOne(desk, file) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (!settled(desk, file)) return false;
    const { text } = file;
    try {
      const { version } = await desk.backend.save(file.path, text, file.base.version);
      if (desk.backend.savesByProposing) return true;
      file.base = { text, version };
      await desk.keep(file.path);
      return true;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      await takeIn(desk, file, error);
    }
  }
  return false;
}

/** See whether a file was changed while it lay here, as after a night with a draft. */
export async function meet(desk, file) {
  await saving.get(desk)?.catch(() => false);
  const { version } = file.base;
  const now = await desk.backend.file(file.path);
  const isStill = desk.files.get(file.path) === file && file.base.version === version; // else it was saved or made anew meanwhile
  if (isStill && now.version !== version) await takeIn(desk, file, now);
  else if (isStill) file.met = null;
}

/** See what others saved meanwhile in any file that lies here: when the page is looked at again. Hosts of git are not asked that often. */
export async function meetAll(desk) {
  if (desk.backend.savesByProposing) return;
  desk.flush();
  await Promise.all([...desk.files.values()].map((file) => meet(desk, file).catch(() => null))); // a saving will tell
}

/** Take what others saved into a file; what both changed differently waits to be chosen, and until then nothing else changes. */
async function takeIn(desk, file, theirs) {
  desk.flush();
  file.met = { text: theirs.text, version: theirs.version };
  if (!settled(desk, file)) await desk.refresh(); // what they name may be new too
}

/** Make one text of a file and of what was met in its place; false where something is left to choose. */
function settled(desk, file) {
  desk.tell();
  if (!file.met) return true;
  if (file.isOpen) return false;
  const taken = file.takeIn();
  desk.history.carry(file.path, taken);
  desk.epoch += 1;
  desk.keep(file.path);
  desk.checking.again();
  desk.drawing.again();
  desk.tell();
  return true;
}
