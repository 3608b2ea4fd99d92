// The head of a Markdown file: YAML between a first line of three hyphens and the next such line; its body follows.

const OPENING = /^---[ \t]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/** Where the head of a text stands: {start, end, body} as indexes; null where it has none that is opened and closed. */
export function findHead(text) {
  const opening = OPENING.exec(text);
  if (!opening) return null;
  const start = opening[0].length;
  const closing = CLOSING.exec(text.slice(start));
  if (!closing) return null;
  const end = start + closing.index;
  return { start, end, body: Math.min(end + closing[0].length + 1, text.length) };
}

/** A text with an empty head before it. */
export function withHead(plain) {
  return plain.spliced([{ start: 0, end: 0, text: "---\n---\n" }]);
}

/** A text with another body. */
export function withBody(plain, head, body) {
  const start = head?.body ?? 0;
  const isOpen = head !== null && start > 0 && plain.text[start - 1] !== "\n";
  const text = (isOpen ? "\n" : "") + body.replace(/\r\n?/g, "\n").toWellFormed();
  const before = plain.text.slice(start);
  const most = Math.min(before.length, text.length);
  let same = 0;
  while (same < most && before[same] === text[same]) same++;
  let kept = 0;
  while (kept < most - same && before.at(-1 - kept) === text.at(-1 - kept)) kept++;
  return plain.spliced([
    { start: start + same, end: plain.text.length - kept, text: text.slice(same, text.length - kept) },
  ]);
}
