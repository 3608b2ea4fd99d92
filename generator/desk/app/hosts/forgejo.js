/*
 * A repository at Forgejo, or at Gitea, from which it comes: read by its commit, changed by one commit of several files. Each
 * file names the content that it replaces, so that what was changed meanwhile is refused, and not lost.
 */

import { HostRefusal } from "./asking.js";
import { decoded, encoded } from "./bytes.js";

const A_PAGE = 1000;
const STATES = { success: "good", warning: "good", skipped: "skipped", failure: "bad", error: "bad", running: "running" };

export const headersOf = (token, isByCode) => ({ Accept: "application/json", Authorization: `${isByCode ? "Bearer" : "token"} ${token}` });

export class Forgejo {
  /** `asking` asks the host, `repository` is `owner/name`. */
  constructor(asking, repository) {
    this.asking = asking;
    this.at = `repos/${repository.split("/").map(encodeURIComponent).join("/")}`;
  }

  /** The main branch, and whether who asks may write. */
  async repository() {
    const told = await this.asking.get(this.at);
    return { branch: told.default_branch, mayWrite: told.permissions?.push ?? false };
  }

  /** The commit of a branch; null where there is none. */
  async head(branch) {
    const told = await this.asking.find(`${this.at}/branches/${branch.split("/").map(encodeURIComponent).join("/")}`);
    return told?.commit?.id ?? null;
  }

  /** The files of a commit: by path `{ id, mode }`. */
  async files(commit) {
    const found = new Map();
    for (let page = 1; ; page += 1) {
      const { tree, truncated } = await this.asking.get(`${this.at}/git/trees/${commit}?recursive=true&per_page=${A_PAGE}&page=${page}`);
      for (const each of tree ?? []) if (each.type === "blob") found.set(each.path, { id: each.sha, mode: each.mode });
      if (!truncated || !tree?.length) return found;
    }
  }

  /** The text of a file. */
  async text(path, id) {
    const told = await this.asking.get(`${this.at}/git/blobs/${id}`);
    return decoded(told.content, path);
  }

  /** Make one commit; `files` is by path `{ text, id }`, text null for what goes. Gives the commit. */
  async commit({ branch, base, parent, isNew, message, files }) {
    const changes = [...files].map(([path, { text, id }]) => ({
      operation: text === null ? "delete" : id ? "update" : "create",
      path,
      ...(text !== null && { content: encoded(text) }),
      ...(id && { sha: id }),
    }));
    try {
      const told = await this.asking.post(`${this.at}/contents`, {
        message,
        files: changes,
        ...(isNew ? { branch: base, new_branch: branch } : { branch }),
      });
      return told.commit.sha;
    } catch (error) {
      if (!["invalid", "conflict"].includes(error.reason)) throw error;
      if (isNew && (await this.head(branch))) throw new HostRefusal("taken", error.status, { branch });
      if ((await this.head(isNew ? base : branch)) !== parent) throw new HostRefusal("moved", error.status, { branch: isNew ? base : branch });
      throw error;
    }
  }

  /** Ask for a branch to be taken in; where that is asked already, what was asked. */
  async request({ branch, base, title, body }) {
    try {
      return told(await this.asking.post(`${this.at}/pulls`, { title, body, head: branch, base }));
    } catch (error) {
      if (error.reason !== "conflict") throw error;
      const all = await this.asking.get(`${this.at}/pulls?state=open&limit=50`);
      const there = all.find((each) => each.head?.ref === branch);
      if (!there) throw error;
      return told(there);
    }
  }

  /** What became of a request. */
  async requested(number) {
    return told(await this.asking.get(`${this.at}/pulls/${number}`));
  }

  /** What machines say of a commit, as `{ name, state, address }`; null where the token may not know. */
  async checks({ commit }) {
    try {
      const { statuses } = await this.asking.get(`${this.at}/commits/${commit}/status`);
      return (statuses ?? []).map((each) => ({ name: each.context, state: STATES[each.status] ?? "waiting", address: each.target_url }));
    } catch (error) {
      if (error.reason === "forbidden" || error.reason === "missing") return null;
      throw error;
    }
  }
}

const told = ({ number, html_url: address, state, merged, head }) => ({
  number,
  address,
  state: merged ? "accepted" : state === "closed" ? "closed" : "open",
  commit: head?.sha ?? null,
});
