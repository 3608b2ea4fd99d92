/*
 * Whether a text can be a date or a duration: by the patterns that stand with the forms. What fits none surely is none; what
 * fits is still read by the generator alone.
 */

import { Refusal } from "../backend.js";
import { fill } from "../words.js";

const THAI_ZERO = 0x0e50;
const LONGEST = 500;
const compiled = new Map();

/** The rule that a text breaks as a value of a kind, with what is to be told of it; null where none is known. */
export function wrongWriting(text, kind, { written, units }) {
  const plain = text.trim().replace(/\s+/g, " ").replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
  const forms = text.includes("${") || text.length > LONGEST ? [] : (written.told[kind] ?? []); // a value is filled in there
  const wrong = forms.find(([rule, pattern]) => !patternOf(rule, pattern).test(plain));
  return wrong ? { rule: wrong[0], details: { text, units: units.join(", ") } } : null;
}

function patternOf(rule, pattern) {
  if (!compiled.has(rule)) compiled.set(rule, new RegExp(pattern, "iu"));
  return compiled.get(rule);
}

/** Refuse a text that surely is no value of a kind, in the words of its rule. */
export function requireWritten(text, kind, { forms, rules }) {
  const wrong = wrongWriting(text, kind, forms);
  if (!wrong) return;
  const { message, hints } = rules[wrong.rule];
  throw new Refusal(`${fill(message, wrong.details)} ${hints.at(-1)}`);
}
