/* The kinds of hosts, and where this browser keeps what it knows of one repository: the token, and what is proposed. */

import { Asking } from "./asking.js";
import { Forgejo, headersOf as ofForgejo } from "./forgejo.js";
import { GitHub, headersOf as ofGitHub } from "./github.js";
import { GitLab, headersOf as ofGitLab } from "./gitlab.js";

const HOSTS = {
  github: { Host: GitHub, headersOf: ofGitHub },
  gitlab: { Host: GitLab, headersOf: ofGitLab },
  forgejo: { Host: Forgejo, headersOf: ofForgejo },
};

/** The repository of a place, asked with a token. */
export function hostOf({ kind, api, repository }, token) {
  const { Host, headersOf } = HOSTS[kind];
  return new Host(new Asking(api, headersOf(token)), repository);
}

/** What this browser keeps of one repository. The token goes with the window, unless a person wants it kept. */
export class Kept {
  constructor({ api, repository }) {
    this.name = `khumue-desk ${api} ${repository}`;
  }

  get token() {
    return sessionStorage.getItem(`${this.name} token`) ?? localStorage.getItem(`${this.name} token`);
  }

  keepToken(token, isForLong) {
    this.dropToken();
    (isForLong ? localStorage : sessionStorage).setItem(`${this.name} token`, token);
  }

  dropToken() {
    for (const store of [sessionStorage, localStorage]) store.removeItem(`${this.name} token`);
  }

  get proposal() {
    try {
      return JSON.parse(localStorage.getItem(`${this.name} proposal`));
    } catch {
      return null;
    }
  }

  set proposal(proposal) {
    if (proposal) localStorage.setItem(`${this.name} proposal`, JSON.stringify(proposal));
    else localStorage.removeItem(`${this.name} proposal`);
  }
}
