/*
 * A repository at GitHub, or at a server of its kind: read by its commit, changed by one commit on a branch of its own. The
 * commit is made of blobs and a tree, so that all files change at once or none does.
 */

import { HostRefusal } from "./asking.js";
import { encoded } from "./bytes.js";
import { LikeGitHub, inPath } from "./like_github.js";

const PLAIN = "100644";
const STATES = { queued: "waiting", in_progress: "running", waiting: "waiting", requested: "waiting", pending: "waiting" };
const ENDS = { success: "good", neutral: "good", skipped: "skipped", failure: "bad", timed_out: "bad", cancelled: "bad", action_required: "bad", startup_failure: "bad", stale: "bad", error: "bad" };

export const headersOf = (token) => ({
  Accept: "application/vnd.github+json",
  "X-GitHub-Api-Version": "2022-11-28",
  Authorization: `Bearer ${token}`,
});

export class Host extends LikeGitHub {
  askedAlready = "invalid";

  /** The commit of a branch; null where there is none. */
  async head(branch) {
    const told = await this.asking.find(`${this.at}/git/ref/heads/${inPath(branch)}`);
    return told?.object?.sha ?? null;
  }

  /** The files of a commit: by path `{ id, mode }`. `folders` are those that matter, should the list be too long. */
  async files(commit, folders) {
    return new Map(await this.#below(commit, "", folders));
  }

  async #below(tree, folder, folders) {
    const all = await this.asking.get(`${this.at}/git/trees/${tree}?recursive=1`);
    if (!all.truncated) return blobs(all.tree, folder);
    const near = await this.asking.get(`${this.at}/git/trees/${tree}`);
    const found = blobs(near.tree, folder);
    for (const each of near.tree) {
      const path = `${folder}${each.path}/`;
      if (each.type === "tree" && folders.some((wanted) => path.startsWith(wanted) || wanted.startsWith(path)))
        found.push(...(await this.#below(each.sha, path, folders)));
    }
    return found;
  }

  /** Make one commit; `files` is by path `{ text, id, mode }`, text null for what goes. Gives the commit. */
  async commit({ branch, parent, isNew, message, files }) {
    const tree = [];
    for (const [path, { text, mode }] of files) {
      const sha = text === null ? null : (await this.asking.post(`${this.at}/git/blobs`, { content: encoded(text), encoding: "base64" })).sha;
      tree.push({ path, mode: mode ?? PLAIN, type: "blob", sha });
    }
    const before = await this.asking.get(`${this.at}/git/commits/${parent}`);
    const { sha: whole } = await this.asking.post(`${this.at}/git/trees`, { base_tree: before.tree.sha, tree });
    const { sha } = await this.asking.post(`${this.at}/git/commits`, { message, tree: whole, parents: [parent] });
    try {
      if (isNew) await this.asking.post(`${this.at}/git/refs`, { ref: `refs/heads/${branch}`, sha });
      else await this.asking.ask("PATCH", `${this.at}/git/refs/heads/${inPath(branch)}`, { sha, force: false });
    } catch (error) {
      if (error.reason === "invalid" && isNew && (await this.head(branch))) throw new HostRefusal("taken", error.status, { branch });
      if (error.reason === "invalid" && !isNew) throw new HostRefusal("moved", error.status, { branch });
      throw error;
    }
    return sha;
  }

  /** The open request for a branch, which GitHub names with its owner. */
  async openRequest(branch) {
    const owner = decodeURIComponent(this.at.split("/")[1]);
    const [there] = await this.asking.get(`${this.at}/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`);
    return there;
  }

  /** What machines say of a commit, as `{ name, state, address }`; null where the token may not know. */
  async checks({ commit }) {
    try {
      const runs = await this.asking.get(`${this.at}/commits/${commit}/check-runs?per_page=100`);
      const { statuses = [] } = (await this.asking.find(`${this.at}/commits/${commit}/status?per_page=100`)) ?? {};
      return [
        ...runs.check_runs.map((each) => ({ name: each.name, state: ENDS[each.conclusion] ?? STATES[each.status] ?? "running", address: each.html_url })),
        ...statuses.map((each) => ({ name: each.context, state: ENDS[each.state] ?? "waiting", address: each.target_url })),
      ];
    } catch (error) {
      if (error.reason !== "forbidden" && error.reason !== "missing") throw error;
      return this.#runs(commit);
    }
  }

  /** The runs of workflows for a commit: what tokens may know that may not know of checks. */
  async #runs(commit) {
    try {
      const { workflow_runs: runs } = await this.asking.get(`${this.at}/actions/runs?head_sha=${commit}&per_page=100`);
      return runs.map((each) => ({ name: each.name, state: ENDS[each.conclusion] ?? STATES[each.status] ?? "running", address: each.html_url }));
    } catch (error) {
      if (error.reason === "forbidden" || error.reason === "missing") return null;
      throw error;
    }
  }
}

const blobs = (tree, folder) =>
  tree.filter((each) => each.type === "blob").map((each) => [`${folder}${each.path}`, { id: each.sha, mode: each.mode }]);
