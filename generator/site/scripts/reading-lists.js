/* Reading lists as files: written for whoever keeps or sends them, and read again, whoever wrote them. What stands in a
   file is only ever data. The form is told in docs/engineering/reading-lists.md. */
(() => {
  "use strict";

  const FORMAT = "khumue-reading-list";
  const VERSION = 1;
  const LONGEST_NAME = 200;
  const LONGEST_TITLE = 1000;
  const MOST_NAMES = 100;
  const MOST_ENTRIES = 50000;
  const BUDDHIST = 543;
  const COLUMNS = ["reader", "number", "title", "id", "read", "revision", "mark", "state", "manual", "office", "made", "format"];
  const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
  const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

  /* One line, without signs that nobody sees. */
  const line = (text) => String(text).normalize("NFC").replace(/\s+/g, " ").replace(HIDDEN, "").trim();
  /* By what people are the same, however their names are typed. */
  const keyOf = (name) => line(name).normalize("NFKC").replace(/\s+/g, " ").toLowerCase();
  const isText = (value, longest) => typeof value === "string" && value.length <= longest;

  /* ------------------------------------------------------------------------------------------------ writing */
  function cell(text) {
    const told = String(text ?? "");
    const safe = FORMULA.test(told) ? `'${told}` : told;
    return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  const csv = (rows) => `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;

  function listAsJson(list) {
    const { manual, office, title, made, readers, procedures } = list;
    return `${JSON.stringify({ format: FORMAT, version: VERSION, manual, office, title, made, readers, procedures }, null, 2)}\n`;
  }

  /* A row for each reader and procedure. Heads bear their names beside the words, so that the file can be read again in
     whatever language it was written. */
  function listAsCsv(list, words, stateOf) {
    const head = COLUMNS.map((name) => `${words[name]} [${name}]`);
    const rows = list.readers.flatMap((reader) =>
      list.procedures.map((each) => [
        reader, each.number, each.title, each.id, each.read, each.revision, `t-${each.fingerprint}`, stateOf(each),
        list.manual, list.office, list.made, `${FORMAT} ${VERSION}`,
      ]),
    );
    return csv([head, ...rows]);
  }

  function save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /* ------------------------------------------------------------------------------------------------ reading */
  /* The words of a file: spreadsheets save them in other encodings than they found them. */
  function decode(buffer) {
    const bytes = new Uint8Array(buffer);
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder("windows-874").decode(bytes);
    }
  }

  /* A day as this page writes it, or as a Thai spreadsheet saves it: 30/11/2569. */
  function day(text) {
    const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text) ?? [];
    if (year) return existing(Number(year), Number(month), Number(date));
    const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text) ?? [];
    if (!last) return null;
    const [dayOfMonth, monthOfYear] = Number(second) > 12 ? [second, first] : [first, second];
    return existing(Number(last), Number(monthOfYear), Number(dayOfMonth));
  }

  function existing(year, month, date) {
    const common = year > 2400 ? year - BUDDHIST : year;
    const found = new Date(Date.UTC(common, month - 1, date));
    const isReal = common >= 2000 && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
    return isReal ? found.toISOString().slice(0, 10) : null;
  }

  /* One reading, or null for what is none. */
  function entry(found) {
    const { reader, id, title = "", number = "", fingerprint, read, revision = "" } = found;
    const texts = [[reader, LONGEST_NAME], [id, LONGEST_NAME], [title, LONGEST_TITLE], [number, LONGEST_NAME], [revision, LONGEST_NAME]];
    if (!texts.every(([text, longest]) => isText(text, longest))) return null;
    const name = line(reader);
    const on = typeof read === "string" ? day(read) : null;
    const isWhole = name && on && /^[a-z][a-z0-9-]*$/.test(id) && /^[0-9a-f]{16}$/.test(fingerprint);
    return isWhole ? { reader: name, id, title: line(title), number: line(number), fingerprint, read: on, revision: line(revision) } : null;
  }

  function list(manual, office, found) {
    const entries = [];
    const bad = [];
    for (const [place, each] of found) {
      const read = entry(each);
      if (read) entries.push(read);
      else bad.push(place);
    }
    return { manual: line(manual).slice(0, LONGEST_NAME), office: line(office).slice(0, LONGEST_NAME), entries, bad };
  }

  function fromJson(text) {
    let told;
    try {
      told = JSON.parse(text);
    } catch {
      return { problem: text.includes(FORMAT) ? "broken" : "not_ours" };
    }
    if (Object(told) !== told || told.format !== FORMAT) return { problem: "not_ours" };
    if (!Number.isInteger(told.version) || told.version < 1) return { problem: "broken" };
    if (told.version > VERSION) return { problem: "newer", values: { version: told.version } };
    const { readers, procedures } = told;
    const isWhole =
      isText(told.manual, LONGEST_NAME) && Array.isArray(readers) && Array.isArray(procedures) &&
      readers.length > 0 && readers.length <= MOST_NAMES && readers.length * procedures.length <= MOST_ENTRIES;
    if (!isWhole) return { problem: "broken" };
    const found = readers.flatMap((reader) => procedures.map((each, at) => [at + 1, { ...Object(each), reader }]));
    const office = isText(told.office, LONGEST_TITLE) ? told.office : "";
    return { lists: [list(told.manual, office, found)] };
  }

  /* The rows of a table; commas, semicolons or tabs stand between cells, whichever the head has most of. */
  function rowsOf(text) {
    const [head] = text.split(/\r?\n/, 1);
    const [by] = [",", ";", "\t"].sort((one, other) => head.split(other).length - head.split(one).length);
    const rows = [];
    let row = [];
    let told = "";
    let isQuoted = false;
    const endCell = () => {
      row.push(told);
      told = "";
    };
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (isQuoted && sign === '"' && text[at + 1] === '"') {
        told += sign;
        at += 1;
      } else if (isQuoted) {
        if (sign === '"') isQuoted = false;
        else told += sign;
      } else if (sign === '"' && !told) isQuoted = true;
      else if (sign === by) endCell();
      else if (sign === "\n") {
        endCell();
        rows.push(row);
        row = [];
      } else if (sign !== "\r") told += sign;
    }
    if (told || row.length) {
      endCell();
      rows.push(row);
    }
    return { rows, isWhole: !isQuoted };
  }

  const plain = (text) => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text).trim();

  function fromCsv(text) {
    const { rows, isWhole } = rowsOf(text);
    const [head = [], ...rest] = rows;
    const places = new Map(head.map((each, at) => [/\[(\w+)\]\s*$/.exec(each)?.[1], at]));
    if (!["reader", "id", "read", "mark", "manual", "format"].every((name) => places.has(name))) return { problem: "not_ours" };
    const filled = rest.map((cells, at) => [at + 2, cells]).filter(([, cells]) => cells.some((each) => each.trim()));
    if (!isWhole || filled.length > MOST_ENTRIES) return { problem: "broken" };
    const byManual = new Map();
    for (const [place, cells] of filled) {
      const of = (name) => plain(cells[places.get(name)] ?? "");
      const version = Number(of("format").replace(FORMAT, ""));
      if (version > VERSION) return { problem: "newer", values: { version } };
      const manual = of("manual");
      if (!byManual.has(manual)) byManual.set(manual, { office: of("office"), found: [] });
      const fingerprint = of("mark").replace(/^t-/, "");
      const told = { reader: of("reader"), id: of("id"), title: of("title"), number: of("number"), read: of("read"), revision: of("revision"), fingerprint };
      byManual.get(manual).found.push([place, told]);
    }
    return { lists: [...byManual].map(([manual, { office, found }]) => list(manual, office, found)) };
  }

  function parse(text) {
    const told = text.replace(/^\ufeff/, "").trim();
    if (!told) return { problem: "empty" };
    return told.startsWith("{") || told.startsWith("[") ? fromJson(told) : fromCsv(told);
  }

  window.khumueReadingLists = { MOST_NAMES, LONGEST_NAME, line, keyOf, csv, listAsJson, listAsCsv, save, decode, parse };
})();
