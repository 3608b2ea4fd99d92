/* Who acts in a step: those whom it names, else those of what it stands in, else whoever owns the procedure. */

import { asList } from "./rows.js";

/** The ids of the roles, and whether the step itself names them; `row` undefined asks for the procedure itself. */
export function actorsOf(procedure, row) {
  let from = row;
  while (from && !asList(from.step.role).length) from = from.parent;
  return { ids: asList(from ? from.step.role : procedure.owner), isNamed: Boolean(from) && from === row };
}

/** The roles of ids, as a catalogue has them. */
export const rolesOf = (desk, ids) => ids.map((id) => desk.entries("role").find((role) => role.id === id) ?? { title: id });
