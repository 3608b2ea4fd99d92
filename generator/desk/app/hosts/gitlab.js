/* A project at GitLab: read by its commit, changed by one commit of several actions, which begins a branch where one is new. */

import { HostRefusal } from "./asking.js";
import { decoded, encoded } from "./bytes.js";

const A_PAGE = 100;
const MAY_WRITE = 30;
const STATES = { success: "good", failed: "bad", canceled: "bad", skipped: "skipped", manual: "waiting", running: "running" };

export const headersOf = (token, isByCode) => (isByCode ? { Authorization: `Bearer ${token}` } : { "PRIVATE-TOKEN": token });

export class Host {
  /** `asking` asks the host, `repository` is the path of the project with its groups. */
  constructor(asking, repository) {
    this.asking = asking;
    this.at = `projects/${encodeURIComponent(repository)}`;
  }

  /** The main branch, and whether who asks may write. */
  async repository() {
    const told = await this.asking.get(this.at);
    const { project_access: own, group_access: ofGroup } = told.permissions ?? {};
    const level = Math.max(own?.access_level ?? 0, ofGroup?.access_level ?? 0);
    return { branch: told.default_branch, mayWrite: level >= MAY_WRITE };
  }

  /** The commit of a branch; null where there is none. */
  async head(branch) {
    const told = await this.asking.find(`${this.at}/repository/branches/${encodeURIComponent(branch)}`);
    return told?.commit?.id ?? null;
  }

  /** The files of a commit in some folders: by path `{ id, mode }`. */
  async files(commit, folders) {
    const found = new Map();
    for (const folder of folders)
      for (let page = 1; ; page += 1) {
        const path = encodeURIComponent(folder.replace(/\/$/, ""));
        const entries = (await this.asking.find(`${this.at}/repository/tree?ref=${commit}&path=${path}&recursive=true&per_page=${A_PAGE}&page=${page}`)) ?? [];
        for (const each of entries) if (each.type === "blob") found.set(each.path, { id: each.id, mode: each.mode });
        if (entries.length < A_PAGE) break;
      }
    return found;
  }

  /** The text of a file. */
  async text(path, id) {
    const told = await this.asking.get(`${this.at}/repository/blobs/${id}`);
    return decoded(told.content, path);
  }

  /** Make one commit; `files` is by path `{ text, id }`, text null for what goes. Gives the commit. */
  async commit({ branch, parent, isNew, message, files, name }) {
    const actions = [...files].map(([path, { text, id }]) =>
      text === null
        ? { action: "delete", file_path: path }
        : { action: id ? "update" : "create", file_path: path, content: encoded(text), encoding: "base64" },
    );
    try {
      const told = await this.asking.post(`${this.at}/repository/commits`, {
        branch,
        commit_message: message,
        actions,
        ...(isNew && { start_sha: parent }),
        ...(name && { author_name: name }),
      });
      return told.id;
    } catch (error) {
      if (error.reason === "invalid" && isNew && (await this.head(branch))) throw new HostRefusal("taken", error.status, { branch });
      throw error;
    }
  }

  /** Ask for a branch to be taken in; where that is asked already, what was asked. */
  async request({ branch, base, title, body }) {
    try {
      return told(
        await this.asking.post(`${this.at}/merge_requests`, {
          title,
          description: body,
          source_branch: branch,
          target_branch: base,
          remove_source_branch: true,
        }),
      );
    } catch (error) {
      if (error.reason !== "conflict") throw error;
      const [there] = await this.asking.get(`${this.at}/merge_requests?state=opened&source_branch=${encodeURIComponent(branch)}`);
      if (!there) throw error;
      return told(there);
    }
  }

  /** What became of a request. */
  async requested(number) {
    return told(await this.asking.get(`${this.at}/merge_requests/${number}`));
  }

  /** What machines say of a commit, as `{ name, state, address }`; null where the token may not know. */
  async checks({ commit }) {
    try {
      const statuses = await this.asking.get(`${this.at}/repository/commits/${commit}/statuses?per_page=100`);
      return statuses.map((each) => ({ name: each.name, state: STATES[each.status] ?? "waiting", address: each.target_url }));
    } catch (error) {
      if (error.reason === "forbidden" || error.reason === "missing") return null;
      throw error;
    }
  }
}

const told = ({ iid, web_url: address, state, sha }) => ({
  number: iid,
  address,
  state: state === "merged" ? "accepted" : state === "closed" ? "closed" : "open",
  commit: sha ?? null,
});
