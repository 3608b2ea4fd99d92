/* Texts as hosts send and take them: base64 of UTF-8, so that every byte of a file stays what it is. */

import { HostRefusal } from "./asking.js";

const AT_ONCE = 0x8000;

/** A text in base64. */
export function encoded(text) {
  const bytes = new TextEncoder().encode(text);
  const parts = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE) parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  return btoa(parts.join(""));
}

/** The text of a base64; a byte order mark is part of it. */
export function decoded(content, path) {
  const bytes = Uint8Array.from(atob(content.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HostRefusal("not-utf-8", 0, { path });
  }
}
