/*
 * The chart and the page of a procedure as they were published last: drawing them anew takes the generator. The steps that
 * are changed on the desk are marked in the chart.
 */

import { openSource } from "../source.js";
import { rowsOf } from "../outline/rows.js";
import { anchorOf } from "../state/chart.js";
import { say } from "../words.js";

/** Where the page of a procedure is published in an edition. */
function addressOf({ site, editions_below: isBelow, directory_urls: isFolder }, { area, id }, edition) {
  const names = [...(isBelow ? [edition] : []), area, id].map(encodeURIComponent).join("/");
  return new URL(`${site}${names}${isFolder ? "/" : ".html"}`, document.baseURI).href;
}

export async function publishedPage(place, told, edition) {
  const address = told && addressOf(place, told, edition);
  const isThere = address && (await fetch(address, { method: "HEAD" })).ok;
  return isThere ? { address } : { reason: say("host-no-page") };
}

/** The published page of a procedure in an edition; null where there is none. */
export async function publishedDocument(place, told, edition) {
  const answer = await fetch(addressOf(place, told, edition));
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

/** `change` is `{ before, after }`, the texts of the procedure; null where nothing is changed. */
export async function publishedChart(place, told, edition, change) {
  const page = told ? await publishedDocument(place, told, edition) : null;
  const drawings = [...(page?.querySelectorAll("figure.chart svg, .chart svg") ?? [])].filter((svg) => !svg.parentElement.closest("svg"));
  if (!drawings.length) return { svg: null, charts: [], reason: say("host-no-chart") };
  const changed = change ? changedAnchors(change) : new Set();
  const charts = drawings.map((svg) => ({ title: "", svg: drawn(svg, changed) }));
  return { svg: charts[0].svg, charts, note: say(changed.size ? "host-chart-marked" : "host-chart") };
}

function drawn(svg, changed) {
  for (const link of svg.querySelectorAll("a")) if (changed.has(anchorOf(link))) link.classList.add("is-changed");
  return new XMLSerializer().serializeToString(svg);
}

/** The steps that say something else than before, or that stood elsewhere. */
function changedAnchors({ before, after }) {
  const rows = (text) => new Map(rowsOf(openSource(text).value).map((row) => [row.anchor, JSON.stringify([row.number, bare(row.step)])]));
  const [old, now] = [rows(before), rows(after)];
  return new Set([...old.keys()].filter((anchor) => now.get(anchor) !== old.get(anchor)));
}

/** A step without those in it, which have marks of their own. */
const bare = ({ steps: _steps, parallel: _parallel, ...rest }) => rest;
