// A text as a scalar of YAML: as it is where every reader takes it for this text, else in quotation marks or as a block.

const INDICATORS = /^[\][{},#&*!|>'"%@`]|^[-?:](?=\s|$)|^(?:---|\.\.\.)(?=\s|$)/;
const ENDS_A_TEXT = /:(?=\s|$)|\s#|\t/;
const MISREAD = [
  /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i,
  /^[-+]?(?:0[bB]?[01_]+|0[oO]?[0-7_]+|0[xX][\da-fA-F_]+|\d[\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/,
  /^(?:[-+]?\.inf|\.nan)$/i,
];
const SPACE_AT_AN_END = /^[\s\ufeff]|[\s\ufeff]$/u;
// what libyaml takes for the end of a line, and what it does not take at all
export const UNPRINTABLE = /(?![\t\n])[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;
const ESCAPED = new RegExp(`[\\\\"\\t\\n]|${UNPRINTABLE.source}`, "gu");
const LOOKS_LIKE_A_LINE = / -| [a-z_]+:\S|^-[^-]/;

/** Whether readers of YAML take a text for a truth value, nothing or a number, where ours takes it for a text. */
export function isMisread(text) {
  return MISREAD.some((pattern) => pattern.test(text));
}

/** Whether a text of one line is read as itself without quotation marks. */
export function isPlain(text, isInFlow = false) {
  return (
    text !== "" &&
    !text.includes("\n") &&
    !SPACE_AT_AN_END.test(text) &&
    !INDICATORS.test(text) &&
    !ENDS_A_TEXT.test(text) &&
    !UNPRINTABLE.test(text) &&
    !(isInFlow && (/[\][{},:]/.test(text) || /^[-?]/.test(text)))
  );
}

/** Whether a text that is written on several lines holds what looks like an item or a key. */
export function isSuspicious(text) {
  return LOOKS_LIKE_A_LINE.test(text);
}

/** Whether a text can be written as a block, each of its lines on a line, whatever stands below. */
export function isBlock(text) {
  const hasWords = text.trim() !== "";
  const isClear = !/^\s*\t/.test(text) && !/^[ \t]+$/m.test(text) && !text.endsWith("\n\n");
  return hasWords && isClear && !UNPRINTABLE.test(text);
}

/** A text in quotation marks, those wanted if they can hold it. */
function quoted(text, wanted = "") {
  const canBeSingle = !text.includes("\n") && !text.includes("\t") && !UNPRINTABLE.test(text);
  const isSingle = canBeSingle && (wanted === "single" || (wanted !== "double" && /["\\]/.test(text)));
  return isSingle ? `'${doubled(text)}'` : `"${escaped(text)}"`;
}

/** What stands for a text in single quotation marks. */
export function doubled(text) {
  return text.replaceAll("'", "''");
}

/** What stands for a text in double quotation marks. */
export function escaped(text) {
  const short = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };
  return text.replace(ESCAPED, (sign) => {
    const code = sign.charCodeAt(0);
    return short[sign] ?? (code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
  });
}

/**
 * A text of one line as a scalar.
 *
 * @param style how it stood before: "plain", "single", "double", or nothing known.
 * @param isInFlow whether it stands in brackets.
 * @param mayBeMisread whether its neighbours are written so that others take them for numbers or truth values too.
 */
export function inline(text, { style = "", isInFlow = false, mayBeMisread = false } = {}) {
  const isQuoted = style === "single" || style === "double";
  if (!isQuoted && isPlain(text, isInFlow) && (mayBeMisread || !isMisread(text))) return text;
  return quoted(text, style);
}

/**
 * A text as a block: its header, and its lines.
 *
 * @param indent how far the lines stand from the beginning of a line.
 * @param width how much of it is the block's own.
 * @param isFolded whether a single line end in the text is written as an empty line.
 */
export function block(text, indent, width, isFolded = false) {
  const body = text.replace(/\n$/, "");
  const chomping = body === text ? "-" : "";
  const depth = body.trimStart() !== body && !/^\n*[^\s]/.test(body) ? String(width) : "";
  const margin = " ".repeat(indent);
  const written = isFolded ? folded(body) : body;
  const lines = written.split("\n").map((line) => (line === "" ? "" : margin + line));
  return { header: (isFolded ? ">" : "|") + depth + chomping, body: lines.join("\n") };
}

// a line end between two lines that begin with no space takes one more to be kept
function folded(text) {
  return text.replace(/(?<=[^\n\s])\n(?=\n*[^\n\s])/g, "\n\n");
}

function hex(code, digits) {
  return code.toString(16).toUpperCase().padStart(digits, "0");
}
