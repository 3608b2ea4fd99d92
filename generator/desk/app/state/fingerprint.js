/*
 * The fingerprint of a part of a shared procedure, as an office's change keeps it: the beginning of the SHA-256 of its
 * JSON, white space folded, keys sorted. It is the same as `generator.overlay.fingerprints` makes.
 */

import { isRecord } from "../outline/rows.js";

const LENGTH = 8;
const WHITE = /\p{White_Space}+/u;

/** A text with each stretch of white space as one space. */
export const folded = (text) => String(text).split(WHITE).filter(Boolean).join(" ");

/** The fingerprint of what stands at a place; `shape` tells where a short form is written for a record. */
export function fingerprint(value, shape, forms) {
  return sha256(new TextEncoder().encode(canonical(expanded(value, shape, forms)))).slice(0, LENGTH);
}

function expanded(value, shape, forms) {
  if (!shape) return value;
  const model = shape.model && forms.model(shape.model);
  if (model?.short_form && typeof value === "string" && value.trim() && !forms.noneWords.includes(value.trim())) return { [model.short_form]: value };
  if (Array.isArray(value)) return value.map((item) => expanded(item, shape.item, forms));
  if (!isRecord(value) || !model) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expanded(each, forms.field(shape.model, key), forms)]));
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(folded(value ?? ""));
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

const rotate = (word, by) => (word >>> by) | (word << (32 - by));

/** The first bits of the fractional parts of roots of primes, from which SHA-256 takes its constants. */
function constants() {
  const primes = [];
  for (let number = 2; primes.length < 64; number += 1) if (primes.every((prime) => number % prime)) primes.push(number);
  const bits = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  return [primes.slice(0, 8).map((prime) => bits(Math.sqrt(prime))), primes.map((prime) => bits(Math.cbrt(prime)))];
}

/** SHA-256 (FIPS 180-4), here and now: what browsers bring answers later only. */
function sha256(bytes) {
  const [state, rounds] = constants();
  const padded = new Uint8Array(((bytes.length + 8) >> 6 << 6) + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const words = new Int32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 64; at += 1) {
      if (at < 16) words[at] = view.getInt32(block + at * 4);
      else {
        const [near, far] = [words[at - 15], words[at - 2]];
        const small = rotate(near, 7) ^ rotate(near, 18) ^ (near >>> 3);
        const large = rotate(far, 17) ^ rotate(far, 19) ^ (far >>> 10);
        words[at] = (words[at - 16] + small + words[at - 7] + large) | 0;
      }
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at += 1) {
      const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at] + words[at]) | 0;
      const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] + word) | 0;
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
