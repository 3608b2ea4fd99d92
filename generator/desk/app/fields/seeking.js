/* Seeking in titles as people type them: without regard to spaces, dots, ฯ, Thai digits, case and order of words. */

const THAI_ZERO = 0x0e50;

/** A text as it is compared. */
export const plain = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/ํ([่-๋]?)า/g, "$1ำ")
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO))
    .replace(/[\s.\u00A0\u200B-\u200D\uFEFFฯ–—-]+/g, "");

/** The options of which every sought word is in the title, the abbreviation or another word; best first. */
export function seek(options, sought) {
  const words = sought.split(/\s+/).map(plain).filter(Boolean);
  if (!words.length) return options;
  const ranked = [];
  for (const [at, option] of options.entries()) {
    const [title, short, more] = [option.title, option.short ?? "", (option.words ?? []).join(" ")].map(plain);
    if (!words.every((word) => title.includes(word) || short.includes(word) || more.includes(word))) continue;
    const whole = words.join("");
    const rank = short === whole || title === whole ? 0 : title.startsWith(whole) || short.startsWith(whole) ? 1 : 2;
    ranked.push({ option, rank, at });
  }
  return ranked.sort((one, other) => one.rank - other.rank || one.at - other.at).map(({ option }) => option);
}
