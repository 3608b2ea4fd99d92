/*
 * Text from Word, LINE or a PDF as the texts of steps. What is certain is cleaned; where it has to guess (a line that may
 * go on the one before, an item that may belong inside another) it says so, and a person decides.
 */

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD\u200E\u200F\u202A-\u202E]/g;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;
/* ำ that a PDF parted into ํ and า, also around a tone mark, or with a space between. */
const PARTED_AM = /\u0E4D([\u0E48-\u0E4B]?)\u0E32|([\u0E48-\u0E4B])\u0E4D\u0E32/g;
const SPACED_AM = /([ก-ฮ][\u0E48-\u0E4B]?) ำ/g;
const DOUBLED_E = /เเ/g;
const PRIVATE = /[\uF700-\uF71A]/g;
/* Where fonts of old programs keep Thai marks that they moved. */
const OLD_MARKS = "ิ ี ึ ื ่ ้ ๊ ๋ ์ ่ ้ ๊ ๋ ์ ญ ฐ ั ํ ็ ่ ้ ๊ ๋ ์ ุ ู ฺ".split(" ");
const OLD_AT = [0xf701, 0xf702, 0xf703, 0xf704, 0xf705, 0xf706, 0xf707, 0xf708, 0xf709, 0xf70a, 0xf70b, 0xf70c, 0xf70d, 0xf70e, 0xf70f, 0xf700, 0xf710, 0xf711, 0xf712, 0xf713, 0xf714, 0xf715, 0xf716, 0xf717, 0xf718, 0xf719, 0xf71a];

const BULLET = /^\s*(?:[•●○◦▪▫■□◆◇►▸▶➢➤✓✔☑·‣⁃∙\uF0B7\uF0A7\uF0D8\uF0FC*]|[-–—](?=\s))\s*/;
const NUMBER = /^\s*(?:(?:ขั้นตอนที่|ขั้นที่|ข้อที่|ข้อ)\s*)?[([]?([0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})*)(?:[.)\]:]+|(?=\s))\s*(?=\D)/;
const LETTER = /^\s*[([]?([ก-ฮ]|[a-z])[.)\]]\s+/;
/* After a number that has no mark of its own: a quantity, not the number of a step. */
const UNITS = /^(?:วัน|ชั่วโมง|นาที|เดือน|ปี|สัปดาห์|บาท|คน|ราย(?!งาน|การ|ละเอียด|ชื่อ)|ฉบับ|ครั้ง|ชุด|เขต|แห่ง|%)/;
const MARKED = /[.)\]:]\s*$/;
const HEADING = /^(?:ขั้นตอน(?:การปฏิบัติงาน|การดำเนินงาน)?|วิธีปฏิบัติ|ลำดับขั้นตอน)\s*:?$/;
const GOES_ON = /^(?:และ|หรือ|ของ|ที่|ให้|ตาม|เพื่อ|โดย|ใน|จาก|ต่อ|ซึ่ง|กับ|แล้ว)/;

/** A text without what copying left in it. */
function cleaned(text) {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\v\f\u2028\u2029]/g, "\n")
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .replace(PRIVATE, (mark) => OLD_MARKS[OLD_AT.indexOf(mark.charCodeAt(0))] ?? "")
    .replace(PARTED_AM, (_, tone = "", before = "") => `${tone ?? ""}${before ?? ""}ำ`)
    .replace(SPACED_AM, "$1ำ")
    .replace(DOUBLED_E, "แ")
    .replace(/ {2,}/g, " ");
}

/**
 * The items of a pasted text: `{ text, depth, guess }`; `guess` names what is not certain, "" where nothing is:
 * `goes-on` (it may belong to the line before), `inside` (it may be a part of the item before).
 */
export function itemsOf(text) {
  const lines = cleaned(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && !HEADING.test(line));
  const marked = lines.map(marks);
  const hasMarks = marked.some(({ sort }) => sort);
  const first = marked.find(({ sort }) => sort)?.sort;
  const items = [];
  for (const { sort, rest, level } of marked) {
    if (!rest) continue;
    const before = items.at(-1);
    if (!sort && before && (hasMarks || GOES_ON.test(rest))) items.push({ text: rest, depth: before.depth, guess: "goes-on" });
    else if (sort && sort !== first && before) items.push({ text: rest, depth: 1, guess: "inside" });
    else items.push({ text: rest, depth: Math.min(level, before ? before.depth + 1 : 0), guess: "" });
  }
  return items;
}

/** What a line begins with: a number, a letter, a bullet, or nothing. */
function marks(line) {
  const number = NUMBER.exec(line);
  if (number && (MARKED.test(number[0]) || !UNITS.test(line.slice(number[0].length)))) {
    const level = number[1].split(".").filter(Boolean).length - 1;
    return { sort: "number", rest: line.slice(number[0].length).trim(), level };
  }
  const bullet = BULLET.exec(line);
  if (bullet) return { sort: "bullet", rest: line.slice(bullet[0].length).trim(), level: 0 };
  const letter = LETTER.exec(line);
  if (letter) return { sort: "letter", rest: line.slice(letter[0].length).trim(), level: 0 };
  return { sort: "", rest: line, level: 0 };
}

/** Join an item to the one before it: Thai needs no space where a line was only broken, other letters do. */
export function joined(one, other) {
  const isBroken = /[\u0E00-\u0E7F]$/.test(one) && /^[\u0E00-\u0E7F]/.test(other);
  return `${one}${isBroken ? "" : " "}${other}`;
}

/** Steps out of items, those of depth inside the one before them. */
export function stepsOf(items) {
  const steps = [];
  const above = [];
  for (const { text, depth } of items) {
    const step = { text };
    const level = Math.min(depth, above.length);
    above.length = level;
    const parent = above.at(-1);
    if (parent) parent.steps = [...(parent.steps ?? []), step];
    else steps.push(step);
    above.push(step);
  }
  return steps;
}
