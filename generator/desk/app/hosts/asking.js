/*
 * One request to a host of git, and what becomes of it: an answer as data, or a refusal in words that say what to do. The
 * token goes to the address of the chosen host alone; cookies are never sent.
 */

import { Refusal } from "../backend.js";
import { say } from "../words.js";

const PATIENCE_MS = 30_000;
const SECONDS = 60;
const MS = 1000;

/** What a host does not do. `reason` names it, for who can do something about it. */
export class HostRefusal extends Refusal {
  constructor(reason, status = 0, details = {}) {
    super(say(`host-${reason}`, details), status);
    Object.assign(this, { reason, said: details.said ?? "" });
  }
}

/** Asks one host; `headers` let it know who asks. */
export class Asking {
  constructor(api, headers) {
    Object.assign(this, { api: api.endsWith("/") ? api : `${api}/`, headers });
  }

  get(path) {
    return this.ask("GET", path);
  }

  post(path, body) {
    return this.ask("POST", path, body);
  }

  /** The same, but null for what is not there. */
  async find(path) {
    try {
      return await this.get(path);
    } catch (error) {
      if (error.reason === "missing") return null;
      throw error;
    }
  }

  async ask(method, path, body) {
    let answer;
    let told;
    try {
      answer = await fetch(new URL(path, this.api), {
        method,
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { ...this.headers, ...(body && { "Content-Type": "application/json" }) },
        body: body && JSON.stringify(body),
      });
      told = await answer.text();
    } catch (error) {
      throw new HostRefusal(error.name === "TimeoutError" ? "slow" : "offline");
    }
    if (!answer.ok) throw refusalOf(answer, told);
    try {
      return told ? JSON.parse(told) : {};
    } catch {
      throw new HostRefusal("strange", answer.status);
    }
  }
}

const BY_STATUS = { 401: "sign-in", 403: "forbidden", 404: "missing", 409: "conflict", 400: "invalid", 422: "invalid" };

function refusalOf(answer, told) {
  const { status, headers } = answer;
  const said = messageOf(told);
  if (status === 429 || (status === 403 && (headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after"))))
    return new HostRefusal("too-often", status, { minutes: minutesOf(headers), said });
  return new HostRefusal(BY_STATUS[status] ?? (status >= 500 ? "failing" : "strange"), status, { status, said });
}

/** After how many minutes to ask again, at least one. */
function minutesOf(headers) {
  const after = Number(headers.get("retry-after"));
  const until = Number(headers.get("x-ratelimit-reset") ?? headers.get("ratelimit-reset"));
  const seconds = after || (until ? until - Date.now() / MS : SECONDS);
  return Math.max(1, Math.ceil(seconds / SECONDS));
}

/** What the host says of it, in its own words. */
function messageOf(told) {
  try {
    const { message, error, errors } = JSON.parse(told);
    const first = message ?? error ?? "";
    const more = Array.isArray(errors) ? errors.map((each) => (typeof each === "string" ? each : (each.message ?? ""))) : [];
    return [typeof first === "string" ? first : JSON.stringify(first), ...more].filter(Boolean).join(" ");
  } catch {
    return "";
  }
}
