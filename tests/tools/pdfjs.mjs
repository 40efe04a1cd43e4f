// The text of PDF files as pdf.js gives it: pdfjs.mjs FILE... prints one JSON list of strings, an
// item's end of line as a newline.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

globalThis.DOMMatrix ??= class {}; // used for drawing only, which needs a native canvas
const require = createRequire(join(process.env.LEAFSET_NPM, "package.json"));
const main = require.resolve("pdfjs-dist/legacy/build/pdf.mjs");
const pdfjs = await import(pathToFileURL(main));
const home = join(dirname(main), "..", "..");

async function text(path) {
  const task = pdfjs.getDocument({
    data: new Uint8Array(readFileSync(path)),
    cMapUrl: join(home, "cmaps/"),
    standardFontDataUrl: join(home, "standard_fonts/"),
    verbosity: 0,
  });
  const file = await task.promise;
  let out = "";
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    for (const item of (await page.getTextContent({ disableNormalization: true })).items) out += item.str + (item.hasEOL ? "\n" : "");
    out += "\n";
  }
  await task.destroy();
  return out;
}

const texts = [];
for (const path of process.argv.slice(2)) texts.push(await text(path));
console.log(JSON.stringify(texts));
