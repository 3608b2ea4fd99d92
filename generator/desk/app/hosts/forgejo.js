/*
 * A repository at Forgejo, or at Gitea, from which it comes: read by its commit, changed by one commit of several files. Each
 * file names the content that it replaces, so that what was changed meanwhile is refused, and not lost.
 */

import { HostRefusal } from "./asking.js";
import { encoded } from "./bytes.js";
import { LikeGitHub, inPath } from "./like_github.js";

const A_PAGE = 1000;
const STATES = { success: "good", warning: "good", skipped: "skipped", failure: "bad", error: "bad", running: "running" };

export const headersOf = (token, isByCode) => ({ Accept: "application/json", Authorization: `${isByCode ? "Bearer" : "token"} ${token}` });

export class Host extends LikeGitHub {
  askedAlready = "conflict";

  /** The commit of a branch; null where there is none. */
  async head(branch) {
    const told = await this.asking.find(`${this.at}/branches/${inPath(branch)}`);
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

  /** The open request for a branch. */
  async openRequest(branch) {
    const all = await this.asking.get(`${this.at}/pulls?state=open&limit=50`);
    return all.find((each) => each.head?.ref === branch);
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
