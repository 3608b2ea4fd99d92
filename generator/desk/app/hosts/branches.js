/* The names of branches for a change: by the day and by what it changes, then with a number while others are taken. */

import { today } from "./today.js";

const MOST = 20;

/** Names to try, one after the other; `paths` are the files that are changed. */
export function* branchNames(paths, day = today()) {
  const stem = paths[0].split("/").at(-1).replace(/\.[^.]*$/, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const name = `edit-${day}-${stem || "manual"}`;
  yield name;
  for (let number = 2; number <= MOST; number += 1) yield `${name}-${number}`;
}
