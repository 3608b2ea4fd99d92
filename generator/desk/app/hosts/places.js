/* The host of a place, and where this browser keeps what it knows of one repository: the token, what is begun and proposed. */

import { Asking } from "./asking.js";

/**
 * The repository of a place, asked with a token; `isByCode` of one that came of signing in with an account. Each kind of
 * host has a module of its name, of which a site has that of its own host alone.
 */
export async function hostOf({ kind, api, repository }, { token, isByCode }) {
  const { Host, headersOf } = await import(`./${kind}.js`);
  return new Host(new Asking(api, headersOf(token, isByCode)), repository);
}

/** What this browser keeps of one repository. The token goes with the window, unless a person wants it kept. */
export class Kept {
  constructor({ api, repository }) {
    this.name = `khumue-desk ${api} ${repository}`;
  }

  /** `{ token, isByCode }`; null where none is kept. */
  get token() {
    return read(sessionStorage, `${this.name} token`) ?? read(localStorage, `${this.name} token`);
  }

  keepToken(token, isForLong) {
    this.dropToken();
    (isForLong ? localStorage : sessionStorage).setItem(`${this.name} token`, JSON.stringify(token));
  }

  dropToken() {
    for (const store of [sessionStorage, localStorage]) store.removeItem(`${this.name} token`);
  }

  /** The files that were begun here and are not published yet: by path their titles. */
  get begun() {
    return read(localStorage, `${this.name} begun`) ?? {};
  }

  set begun(begun) {
    localStorage.setItem(`${this.name} begun`, JSON.stringify(begun));
  }

  /** The files that are called otherwise now: by path where they stand in this browser. */
  get gone() {
    return read(localStorage, `${this.name} gone`) ?? {};
  }

  set gone(gone) {
    localStorage.setItem(`${this.name} gone`, JSON.stringify(gone));
  }

  get proposal() {
    return read(localStorage, `${this.name} proposal`);
  }

  set proposal(proposal) {
    if (proposal) localStorage.setItem(`${this.name} proposal`, JSON.stringify(proposal));
    else localStorage.removeItem(`${this.name} proposal`);
  }
}

/** What is kept under a name; null where that is nothing that can be read. */
function read(store, name) {
  try {
    return JSON.parse(store.getItem(name));
  } catch {
    return null;
  }
}

const SHARED = /\.(?:github\.io|gitlab\.io|codeberg\.page)$/;

/** Whether other projects at the same name share the origin, and so may see what this browser keeps. */
export const isShared = (name) => SHARED.test(name);
