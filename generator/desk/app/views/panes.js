/* Beside the form: the chart as it is drawn, the page as readers will see it, and what is changed, in words. */

import { html, useEffect, useLayoutEffect, useRef, useState } from "../vendor/preact.js";
import { rowsOf, startsWith } from "../outline/rows.js";
import { anchorOf } from "../state/chart.js";
import { say } from "../words.js";
import { ChangedLines, countOfChanges } from "./changed_lines.js";
import { useDesk } from "./context.js";
import { Tabs } from "./tabs.js";

const PANES = ["chart", "page", "changes"];

export function Panes({ document }) {
  const desk = useDesk();
  const lines = countOfChanges(desk.answers.changes);
  const tabs = PANES.map((name) => ({ name, title: say(`pane-${name}`), count: name === "changes" && lines ? lines : null }));
  return html`<aside class="panes" aria-label=${say("beside")}>
    <${Tabs} name="pane" tabs=${tabs} chosen=${desk.pane} choose=${(pane) => desk.look(pane)} label=${say("beside")} />
    <div class="pane" role="tabpanel" id="pane-panel" aria-labelledby=${`pane-tab-${desk.pane}`} tabindex="0">
      <${{ chart: Chart, page: Preview, changes: Changes }[desk.pane]} desk=${desk} document=${document} answer=${desk.answers[desk.pane]} />
    </div>
  </aside>`;
}

function Chart({ desk, document, answer }) {
  const place = useRef(null);
  const rows = rowsOf(document.value);
  const here = desk.here && rows.filter((row) => startsWith(desk.here, row.path)).at(-1)?.anchor;
  const { drawn } = desk;
  const isDark = useDarkness();
  useLayoutEffect(() => {
    place.current?.replaceChildren(...(drawn?.figures ?? []));
  }, [drawn]);
  useEffect(() => {
    const links = [...(place.current?.querySelectorAll("a") ?? [])];
    for (const link of links) {
      const isHere = Boolean(here) && anchorOf(link) === here;
      link.classList.toggle("is-here", isHere);
      if (isHere) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    const marked = place.current?.querySelector(".is-here");
    if (marked) scrollTo(marked, marked.closest(".pane"));
  }, [drawn, here]);
  const click = (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const row = rows.find((each) => each.anchor === anchorOf(link));
    if (row) desk.lead(row.path);
  };
  const why = answer?.error ?? answer?.reason ?? (answer ? "" : say("drawing"));
  return html`${why && html`<p class="empty">${why}</p>`}${!why && answer?.note && html`<p class="helped">${answer.note}</p>`}<div class=${`charts${why && drawn ? " is-old" : ""}`} data-md-color-scheme=${isDark ? "slate" : undefined} ref=${place} onClick=${click}></div>`;
}

/** Scroll a pane so that something in it is in sight; never the page, which would leave the field where a person is. */
function scrollTo(element, pane) {
  const [shown, frame] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  const end = Math.min(frame.bottom, window.innerHeight);
  if (shown.top < frame.top) pane.scrollTop += shown.top - frame.top;
  else if (shown.bottom > end) pane.scrollTop += shown.bottom - end;
}

/** Whether the screen is dark, to which the colours of charts follow by a mark around them. */
function useDarkness() {
  const [asked] = useState(() => matchMedia("(prefers-color-scheme: dark)"));
  const [isDark, setDark] = useState(asked.matches);
  useEffect(() => {
    const follow = () => setDark(asked.matches);
    asked.addEventListener("change", follow);
    return () => asked.removeEventListener("change", follow);
  }, [asked]);
  return isDark;
}

function Preview({ answer }) {
  const why = answer?.error ?? answer?.reason ?? (answer ? "" : say("drawing"));
  if (why) return html`<p class="empty">${why}</p>`;
  return html`<iframe class="preview" title=${say("pane-page")} sandbox="" src=${answer.address}></iframe>`;
}

function Changes({ answer }) {
  if (answer?.error) return html`<p class="empty">${answer.error}</p>`;
  if (!answer) return html`<p class="empty">${say("comparing")}</p>`;
  return html`<${ChangedLines} told=${answer} />`;
}
