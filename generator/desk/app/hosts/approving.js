/*
 * An approval, recorded in the browser: of the text that is published, whose page tells its fingerprint. Where a file of which
 * that text is made says something else by now, nobody here can tell what would be approved, and that is said.
 */

import { openSource } from "../source.js";
import { HostRefusal } from "./asking.js";
import { requireWritten } from "./written.js";

const LIST = "approvals";
const SHARED = ["settings", "roles", "references", "forms", "terms"];

export class Approving {
  /** `making` opens files, `pageOf` gives the published page of a procedure in an edition, `atHost` the text of the main branch. */
  constructor(making, { pageOf, atHost }) {
    Object.assign(this, { making, pageOf, atHost, files: making.published.project.files });
  }

  /** The file of the edition with approvals of procedures. */
  async approve({ edition, procedures, roles, date, order }) {
    requireWritten(date, "date", this.making.published);
    const list = this.files.find((file) => file.kind === "edition" && file.id === edition);
    let text = await this.making.textOf(list.path);
    for (const id of procedures) {
      const told = this.files.find((file) => file.kind === "procedure" && file.id === id && (!file.edition || file.edition === edition));
      const page = told && (await this.pageOf(told, edition));
      const print = page?.querySelector('meta[name="khumue:content"]')?.content;
      if (!print) throw new HostRefusal("not-published");
      if (!(await this.#isAsPublished(told, list, text))) throw new HostRefusal("published-otherwise");
      const role = roles.length === 1 ? roles[0] : roles;
      text = withApproval(this.making.open("edition", text), { procedure: id, role, date: date.trim(), ...(order.trim() && { order: order.trim() }), fingerprint: print });
    }
    return new Map([[list.path, text]]);
  }

  /** Whether all of which a page is made is what it was when the site was built; approvals aside, and on the desk too. */
  async #isAsPublished(told, list, text) {
    for (const file of [told, list, ...this.files.filter((each) => SHARED.includes(each.kind))]) {
      const there = await this.atHost(file.path);
      if (there === null || (await versionOf(there, file.version.length)) !== file.version) return false;
      const draft = file === list ? text : await this.making.textOf(file.path);
      if (file === list ? !sayTheSame(there, draft) : draft !== there) return false;
    }
    return true;
  }
}

const sayTheSame = (one, other) => JSON.stringify(withoutApprovals(one)) === JSON.stringify(withoutApprovals(other));
const withoutApprovals = (text) => ({ ...openSource(text).value, [LIST]: null });

/** The version of a text as the build tells those of files: the beginning of its SHA-256. */
async function versionOf(text, length) {
  const hashed = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...hashed].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, length);
}

/** An edition's file with an approval: renewed where the procedure has one, else behind the others. */
function withApproval(source, entry) {
  const listed = Array.isArray(source.value?.[LIST]) ? source.value[LIST] : [];
  const at = listed.findIndex((each) => each?.procedure === entry.procedure);
  if (at < 0 && listed.length) return source.insert([LIST], listed.length, entry).text;
  if (at < 0) return source.set([LIST], [entry]).text.replace(/([^\n\r])(\r?\n)(?=approvals:)/, "$1$2$2");
  const gone = Object.keys(listed[at]).filter((key) => !(key in entry));
  const kept = gone.reduce((made, key) => made.remove([LIST, at, key]), source);
  return Object.entries(entry).reduce((made, [key, value]) => made.set([LIST, at, key], value), kept).text;
}
