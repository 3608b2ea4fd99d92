/* Saving what lies on the desk, and meeting what others saved meanwhile: their fields are taken in, none is lost. */

import { ChangedMeanwhile } from "../backend.js";
import { merge } from "./merging.js";

const TRIES = 5;

/** Save every changed file; true when all are saved, false where two texts of one field wait for a choice. */
export async function saveAll(desk) {
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
  const now = await desk.backend.file(file.path);
  if (now.version !== file.base.version) takeIn(desk, file, now);
}

/** Take what others saved into a file; fields that both changed wait in `clashes`. */
function takeIn(desk, file, theirs) {
  const { text, clashes } = merge(file.base.text, file.text, theirs.text);
  file.base = { text: theirs.text, version: theirs.version };
  file.clashes = clashes;
  desk.edit(file.path, (each) => (each.text = text));
  desk.keep(file.path);
  desk.tell();
}

/** Choose one side of a field that both changed. */
export function choose(desk, file, clash, isTheirs) {
  if (isTheirs)
    desk.edit(file.path, (each) => {
      if (clash.path === null) each.text = each.text.replace(clash.mine, () => clash.theirs);
      else each.source = clash.theirs === undefined ? each.source.remove(clash.path) : each.source.set(clash.path, clash.theirs);
    });
  file.clashes = file.clashes.filter((each) => each !== clash);
  desk.tell();
}
