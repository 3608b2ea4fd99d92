/*
 * What was copied, as lines of text. Programs hand over a plain text that has lost which item stands inside which, and breaks
 * a cell of a table into lines; where what they hand over besides tells of lists or tables, lines are made of that: an item of a
 * list with its number (1.2.), a row of a table as one line.
 */

const LISTS = "ol, ul";
const BLOCKS = "address, article, blockquote, dd, div, dt, h1, h2, h3, h4, h5, h6, li, p, pre, section, tr";
/* Word writes its lists as paragraphs with a level, and their numbers as text that is to be passed over. */
const LEVEL = /mso-list:[^;"']*\blevel(\d)/i;
const PASSED_OVER = "head, template, [data-style*='mso-list:Ignore' i], [hidden]";

/** The text of the clipboard for an event of pasting. */
export function copied(event) {
  const data = event.clipboardData;
  const plain = data?.getData("text/plain") ?? "";
  return linesOf(data?.getData("text/html") ?? "") || plain;
}

/** The lines of HTML that tells of lists or tables; "" where it tells of neither. */
function linesOf(html) {
  if (!/<(?:ol|ul|table)\b|mso-list:/i.test(html)) return "";
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html"); // it runs and loads nothing
  for (const each of body.querySelectorAll(PASSED_OVER)) each.remove();
  for (const each of body.querySelectorAll("br")) each.replaceWith(" ");
  for (const each of body.querySelectorAll(`tr :is(${BLOCKS})`)) each.after(" ");
  const counts = [];
  const lines = [];
  for (const block of body.querySelectorAll(BLOCKS)) {
    const holder = block.parentElement.closest("li, tr");
    if (holder && !block.matches("li, tr")) continue; // said by the item or the row
    if (holder?.tagName === "TR") continue;
    const text = ownText(block);
    if (!text) continue;
    const depth = depthOf(block);
    if (depth === null) counts.length = 0;
    lines.push(depth === null ? text : `${numbered(counts, depth)} ${text}`);
  }
  return lines.join("\n");
}

/** The same without styles and scripts, which the policy of the page does not take; what styles say of lists is kept under another name. */
const withoutStyles = (html) =>
  html.replace(/<[^<>]*>/g, (tag) => tag.replace(/^<(\/?)(?:style|script)\b/i, "<$1template").replace(/[\s"'/](style|on\w+)\s*=/gi, " data-$1="));

/** The text of a block without that of the blocks in it, which are lines of their own; of a row all of it. */
function ownText(block) {
  const isRow = block.tagName === "TR";
  const texts = isRow ? [...block.cells].map((cell) => cell.textContent) : [...textsIn(block)];
  return texts.join(isRow ? " " : "").replace(/\s+/g, " ").trim();
}

function* textsIn(node) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) yield child.data;
    else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(`${BLOCKS}, ${LISTS}, table`)) yield* textsIn(child);
    else if (child.nodeType === Node.ELEMENT_NODE && node.closest("li") && !child.matches(`${LISTS}, table`)) {
      yield* textsIn(child);
      yield " ";
    }
  }
}

/** How deep a block lies in lists, from 0; null where it is no item of one. */
function depthOf(block) {
  const level = LEVEL.exec(block.dataset.style ?? "");
  if (level) return Number(level[1]) - 1;
  if (block.tagName !== "LI") return null;
  let depth = -1;
  for (let list = block.closest(LISTS); list; list = list.parentElement?.closest(LISTS)) depth += 1;
  return Math.max(0, depth);
}

/** The number of the next item of a depth: `1.2.`. */
function numbered(counts, depth) {
  counts.length = Math.min(counts.length, depth + 1);
  while (counts.length <= depth) counts.push(counts.length < depth ? 1 : 0);
  counts[depth] += 1;
  return `${counts.join(".")}.`;
}
