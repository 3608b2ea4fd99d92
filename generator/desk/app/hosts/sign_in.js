/* Signing in at the host: how to get a token for this one repository, step by step, and where it is kept. */

import { html, useId, useState } from "../vendor/preact.js";
import { say } from "../words.js";
import { askForCode, isByCode } from "./by_code.js";

const NAMES = { github: "GitHub", gitlab: "GitLab", forgejo: "Forgejo" };
const STEPS = 6;

/** `give` takes a token, and rejects with what is wrong with it. */
export function SignIn({ place, isShared, refused: before, give }) {
  const [token, setToken] = useState("");
  const [isForLong, setForLong] = useState(false);
  const [refused, setRefused] = useState(before);
  const [isAsking, setAsking] = useState(false);
  const [tokenId, longId] = [useId(), useId()];
  const host = NAMES[place.kind];
  const submit = async (event) => {
    event.preventDefault();
    setAsking(true);
    setRefused("");
    try {
      await give(token.trim(), isForLong);
    } catch (error) {
      setRefused(error.message);
      setAsking(false);
    }
  };
  const steps = Array.from({ length: STEPS }, (_, at) => say(`sign-in-${place.kind}-${at + 1}`, { repository: place.repository })).filter(Boolean);
  return html`<main class="sign-in">
    <h1>${say("sign-in-title")}</h1>
    <p>${say("sign-in-why", { host, repository: place.repository })}</p>
    ${isShared && html`<p class="problem warning" role="note">${say("sign-in-shared", { origin: location.host })}</p>`}
    ${isByCode(place) && html`<button type="button" onClick=${() => askForCode(place).catch((error) => setRefused(error.message))}>${say("sign-in-account", { host })}</button><p class="helped">${say("sign-in-or")}</p>`}
    <form onSubmit=${submit}>
      <label for=${tokenId}>${say("sign-in-token")}</label>
      <input type="password" id=${tokenId} required autocomplete="off" spellcheck=${false} value=${token} onInput=${(event) => setToken(event.target.value)} />
      <label class="check" for=${longId}><input type="checkbox" id=${longId} checked=${isForLong} onChange=${(event) => setForLong(event.target.checked)} /> ${say("sign-in-keep")}</label>
      <p class="helped">${say(isForLong ? "sign-in-kept" : "sign-in-session")}</p>
      ${refused && html`<p class="problem error" role="alert">${refused}</p>`}
      <button type="submit" disabled=${!token.trim() || isAsking}>${say(isAsking ? "sign-in-asking" : "sign-in-now")}</button>
    </form>
    <h2>${say("sign-in-how", { host })}</h2>
    <ol>
      <li><a href=${place.tokens} target="_blank" rel="noopener noreferrer">${say("sign-in-open", { host })}</a></li>
      ${steps.map((step) => html`<li key=${step}>${step}</li>`)}
    </ol>
    <p class="helped">${say("sign-in-else")}</p>
    <p class="helped">${say("sign-in-safe", { api: new URL(place.api).host })}</p>
  </main>`;
}
