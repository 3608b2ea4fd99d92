/*
 * Signing in with an account where the host allows it without a secret (PKCE): the host sends a person back with a code, which
 * only this window can turn into a token, as it alone knows what the code was asked with.
 */

import { say } from "../words.js";
import { HostRefusal } from "./asking.js";

const ASKED = "khumue-desk asked";
const BYTES = 32;
const PLACES = {
  gitlab: { authorize: "/oauth/authorize", token: "/oauth/token", scope: "api" },
  forgejo: { authorize: "/login/oauth/authorize", token: "/login/oauth/access_token", scope: "" },
};

/** Whether a place lets people sign in so. */
export const isByCode = ({ kind, client }) => Boolean(client && PLACES[kind]);

/** Go to the host to sign in. */
export async function askForCode({ kind, client, api }) {
  const [verifier, state] = [random(), random()];
  const hashed = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  sessionStorage.setItem(ASKED, JSON.stringify({ verifier, state, back: location.search + location.hash }));
  const { authorize, scope } = PLACES[kind];
  const address = new URL(authorize, api);
  address.search = new URLSearchParams({
    client_id: client,
    redirect_uri: home(),
    response_type: "code",
    state,
    code_challenge: letters(new Uint8Array(hashed)),
    code_challenge_method: "S256",
    ...(scope && { scope }),
  });
  location.assign(address);
}

/** The token for a code that the host has just sent; null where it has sent none. The address is as it was before. */
export async function tokenOfCode({ kind, client, api }) {
  const told = new URLSearchParams(location.search);
  const asked = JSON.parse(sessionStorage.getItem(ASKED) ?? "null");
  if (!told.has("state") || !asked) return null;
  sessionStorage.removeItem(ASKED);
  history.replaceState(null, "", home() + asked.back);
  if (told.get("state") !== asked.state || !told.get("code")) throw new Error(say("sign-in-refused"));
  const answer = await fetch(new URL(PLACES[kind].token, api), {
    method: "POST",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    body: new URLSearchParams({ client_id: client, grant_type: "authorization_code", code: told.get("code"), redirect_uri: home(), code_verifier: asked.verifier }),
  }).catch(() => {
    throw new HostRefusal("offline");
  });
  const { access_token: token } = answer.ok ? await answer.json() : {};
  if (!token) throw new Error(say("sign-in-refused"));
  return token;
}

/** The address of this page, to which hosts send people back. */
const home = () => location.origin + location.pathname;

const random = () => letters(crypto.getRandomValues(new Uint8Array(BYTES)));

const letters = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
