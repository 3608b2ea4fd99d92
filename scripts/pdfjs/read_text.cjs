// Prints the text of a PDF as pdf.js reads it: node read_text.cjs FILE, where pdfjs-dist is installed beside it.
const fs = require("fs");
console.log = () => {}; // it tells of parts that only drawing needs
console.warn = console.log;
const pdfjs = require("pdfjs-dist/legacy/build/pdf.js");

async function main() {
  const data = new Uint8Array(fs.readFileSync(process.argv[2]));
  const document = await pdfjs.getDocument({ data, verbosity: 0, disableFontFace: true }).promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    process.stdout.write(content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n");
  }
}

main();
