/* The question that is asked at the moment, by its name. */

import { html } from "../vendor/preact.js";
import { useDesk } from "../views/context.js";
import { Approve } from "./approve.js";
import { ChooseFile } from "./choose_file.js";
import { Clashes } from "./clashes.js";
import { More } from "./more.js";
import { NewEntry } from "./new_entry.js";
import { NewFile } from "./new_file.js";
import { PasteList, PasteSteps } from "./paste.js";
import { ProblemList } from "./problem_list.js";
import { Propose } from "./propose.js";
import { RemoveStep } from "./remove_step.js";
import { Rename } from "./rename.js";
import { SplitStep } from "./split_step.js";

const DIALOGS = {
  approve: Approve,
  "choose-file": ChooseFile,
  clashes: Clashes,
  more: More,
  "new-entry": NewEntry,
  "new-file": NewFile,
  "paste-list": PasteList,
  "paste-steps": PasteSteps,
  problems: ProblemList,
  propose: Propose,
  "remove-step": RemoveStep,
  rename: Rename,
  "split-step": SplitStep,
};

export function Dialogs() {
  const { dialog, backend } = useDesk();
  if (!dialog) return null;
  return html`<${DIALOGS[dialog.name] ?? backend.dialogs[dialog.name]} key=${dialog.name} ...${dialog} />`;
}
