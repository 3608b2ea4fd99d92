/* What became of a proposal: whether it is open, and what machines say of it, looked at again while they are at work. */

import { Dialog } from "../dialogs/dialog.js";
import { useDesk } from "../views/context.js";
import { html, useEffect, useState } from "../vendor/preact.js";
import { say } from "../words.js";

const AGAIN_MS = 10_000;
const UNDONE = new Set(["waiting", "running"]);

export function Proposal({ backend, told }) {
  const [answer, setAnswer] = useState(null);
  const [refused, setRefused] = useState("");
  useEffect(() => {
    let timer = null;
    let isGone = false;
    const look = async () => {
      let isDone = false;
      try {
        const now = await backend.asked(told);
        if (isGone) return;
        setRefused("");
        setAnswer(now);
        isDone = now.state !== "open" || now.checks === null || (now.checks.length > 0 && !now.checks.some((each) => UNDONE.has(each.state)));
      } catch (error) {
        if (!isGone) setRefused(error.message);
      }
      if (!isDone && !isGone) timer = setTimeout(look, AGAIN_MS);
    };
    look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return html`<p>${say("host-proposed")}</p>
    <p><a href=${web(told.address)} target="_blank" rel="noopener noreferrer">${say("open-proposal")}</a></p>
    <div role="status" aria-live="polite">
      <h3>${say("host-checks")}</h3>
      ${refused && html`<p class="problem error">${refused}</p>`}
      ${answer ? html`<p>${say(`host-request-${answer.state}`)}</p><${Checks} checks=${answer.checks} />` : !refused && html`<p class="empty">${say("host-looking")}</p>`}
    </div>`;
}

/** The same of what was proposed before. */
export function Proposed() {
  const { backend } = useDesk();
  return html`<${Dialog} title=${say("proposed")}><${Proposal} backend=${backend} told=${backend.proposal} /><//>`;
}

function Checks({ checks }) {
  if (checks === null) return html`<p>${say("host-checks-hidden")}</p>`;
  if (!checks.length) return html`<p>${say("host-checks-none")}</p>`;
  return html`<p>${say(summary(checks))}</p><ul>${checks.map(
    (each) => html`<li key=${each.name}>${each.name}: ${say(`host-check-${each.state}`)}${each.address && html` <a href=${web(each.address)} target="_blank" rel="noopener noreferrer">${say("host-check-open")}</a>`}</li>`,
  )}</ul>`;
}

function summary(checks) {
  const states = new Set(checks.map((each) => each.state));
  if (states.has("bad")) return "host-checks-bad";
  return [...UNDONE].some((state) => states.has(state)) ? "host-checks-undone" : "host-checks-good";
}

/** An address of the web; anything else leads nowhere. */
const web = (address) => (/^https?:\/\//.test(address ?? "") ? address : "#");
