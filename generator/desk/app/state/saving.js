/* Saving what lies on the desk, and meeting what others saved meanwhile: their fields are taken in, none is lost. */

import { ChangedMeanwhile } from "../backend.js";
import { placeOfClash } from "./lines.js";
import { merge } from "./merging.js";

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
  for (const file of desk.changed) if (!(await saveOne(desk, file))) return false;
  await desk.refresh();
  desk.checking.again(0);
  desk.drawing.again(0);
  return true;
}

async function saveOne(desk, file) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (file.clashes.length) return false;
    const { text } = file;
    try {
      const { version } = await desk.backend.save(file.path, text, file.base.version);
      if (desk.backend.savesByProposing) return true;
      file.base = { text, version };
      await desk.keep(file.path);
      return true;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      takeIn(desk, file, error);
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
  if (isStill && now.version !== version) takeIn(desk, file, now);
}

/** See what others saved meanwhile in any file that lies here: when the page is looked at again. Hosts of git are not asked that often. */
export async function meetAll(desk) {
  if (desk.backend.savesByProposing) return;
  desk.flush();
  const settled = [...desk.files.values()].filter((file) => !file.clashes.length);
  await Promise.all(settled.map((file) => meet(desk, file).catch(() => null))); // a saving will tell
}

/** Take what others saved into a file; fields that both changed wait in `clashes`. */
function takeIn(desk, file, theirs) {
  desk.flush();
  const base = file.base.text;
  const { text, clashes } = merge(base, file.text, theirs.text);
  const taken = new Map();
  desk.history.carry(file.path, (before) => {
    if (!taken.has(before)) taken.set(before, merge(base, before, theirs.text).text);
    return taken.get(before);
  });
  file.base = { text: theirs.text, version: theirs.version };
  file.clashes = clashes;
  file.text = text;
  desk.epoch += 1;
  desk.keep(file.path);
  desk.checking.again();
  desk.drawing.again();
  desk.tell();
}

/** Choose one side of a field that both changed; of lines that were changed since, only what they say now can be kept. */
export function choose(desk, file, clash, isTheirs) {
  const at = clash.path === null ? placeOfClash(file.text, clash) : 0;
  if (isTheirs && at < 0) return;
  if (isTheirs)
    desk.edit(file.path, (each) => {
      if (clash.path === null) each.text = each.text.slice(0, at) + clash.theirs + each.text.slice(at + clash.mine.length);
      else each.source = clash.theirs === undefined ? each.source.remove(clash.path) : each.source.set(clash.path, clash.theirs);
    });
  file.clashes = file.clashes.filter((each) => each !== clash);
  desk.tell();
}
