/* Starts the desk of a published site: lets a person sign in at the host, then lays their drafts on the desk. */

import { openDesk, showFailure } from "../opening.js";
import { meet } from "../state/saving.js";
import { html, render } from "../vendor/preact.js";
import { loadWords, say } from "../words.js";
import { Discard } from "./discard.js";
import { HostedDesk } from "./hosted.js";
import { Proposal, Proposed } from "./proposal.js";
import { tokenOfCode } from "./by_code.js";
import { Kept, hostOf, isShared } from "./places.js";
import { SignIn } from "./sign_in.js";

const BESIDE = ["place", "project", "forms", "catalogues", "rules"];
const root = document.getElementById("desk");

async function start() {
  await loadWords("hosts/words.json");
  const [place, ...known] = await Promise.all(BESIDE.map(beside));
  const kept = new Kept(place);
  const host = await signedIn(place, kept);
  const published = Object.fromEntries(known.map((each, at) => [BESIDE[at + 1], each]));
  const backend = new HostedDesk(host, place, { ...published, blanks: () => beside("blanks") }, kept);
  backend.dialogs = { discard: Discard, proposed: Proposed };
  backend.Proposal = Proposal;
  backend.signOut = () => {
    kept.dropToken();
    location.reload();
  };
  const desk = await openDesk(backend, kept.name);
  for (const file of [...desk.files.values()]) await meet(desk, file).catch((error) => desk.say(error.message, true));
}

async function beside(name) {
  const answer = await fetch(new URL(`../data/${name}.json`, import.meta.url));
  if (!answer.ok) throw new Error(say("host-not-beside", { name }));
  return answer.json();
}

/** The repository, asked with a token that it takes: the one that is kept, or one that a person gives. */
async function signedIn(place, kept) {
  let refused = "";
  try {
    const token = await tokenOfCode(place);
    if (token) kept.keepToken({ token, isByCode: true }, false);
  } catch (error) {
    refused = error.message;
  }
  if (kept.token) {
    const host = await hostOf(place, kept.token);
    try {
      await tried(host);
      return host;
    } catch (error) {
      if (error.reason !== "sign-in") throw error;
      kept.dropToken();
      refused = error.message;
    }
  }
  return new Promise((found) => {
    const give = async (token, isForLong) => {
      const given = { token, isByCode: false };
      const host = await hostOf(place, given);
      await tried(host);
      kept.keepToken(given, isForLong);
      render(null, root);
      found(host);
    };
    root.replaceChildren();
    render(html`<${SignIn} place=${place} isShared=${isShared(location.hostname)} refused=${refused} give=${give} />`, root);
  });
}

/** Ask once, so that a token that cannot do what is needed is told at once. */
async function tried(host) {
  const { mayWrite } = await host.repository();
  if (!mayWrite) throw new Error(say("host-may-not-write"));
}

start().catch(showFailure);
