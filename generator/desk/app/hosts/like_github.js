/*
 * A repository at a host whose requests are like GitHub's, as those of Forgejo are too: what both say in the same way. How
 * branches, lists of files and commits are asked for is left to each.
 */

import { decoded } from "./bytes.js";

/** A name with slashes, as it stands in an address. */
export const inPath = (name) => name.split("/").map(encodeURIComponent).join("/");

export class LikeGitHub {
  /** `asking` asks the host, `repository` is `owner/name`. */
  constructor(asking, repository) {
    this.asking = asking;
    this.at = `repos/${inPath(repository)}`;
  }

  /** The main branch, and whether who asks may write. */
  async repository() {
    const told = await this.asking.get(this.at);
    return { branch: told.default_branch, mayWrite: told.permissions?.push ?? false };
  }

  /** The text of a file. */
  async text(path, id) {
    const told = await this.asking.get(`${this.at}/git/blobs/${id}`);
    return decoded(told.content, path);
  }

  /** Ask for a branch to be taken in; where the host says that it is asked already, what was asked. */
  async request({ branch, base, title, body }) {
    try {
      return told(await this.asking.post(`${this.at}/pulls`, { title, body, head: branch, base }));
    } catch (error) {
      const there = error.reason === this.askedAlready ? await this.openRequest(branch) : null;
      if (!there) throw error;
      return told(there);
    }
  }

  /** What became of a request. */
  async requested(number) {
    return told(await this.asking.get(`${this.at}/pulls/${number}`));
  }
}

const told = ({ number, html_url: address, state, merged, merged_at: mergedAt, head }) => ({
  number,
  address,
  state: merged || mergedAt ? "accepted" : state === "closed" ? "closed" : "open",
  commit: head?.sha ?? null,
});
