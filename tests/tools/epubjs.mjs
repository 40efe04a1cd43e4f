// E-reader files in epub.js, the engine of many readers, in headless Chromium: epubjs.mjs FOLDER
// FILE... prints a line of JSON each: of each screen what epub.js finds in the file, and
// the chapters that it comes through page by page, with the lines of text that are on no page. With PICTURES=1 it puts pictures of
// the pages on each screen into FOLDER.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const require = createRequire(join(process.env.LEAFSET_NPM, "package.json"));
const { chromium } = require("playwright-core");
const [folder, ...files] = process.argv.slice(2);
const HOME = "http://reader.example/";
const SERVED = {
  "": ["text/html", `<!DOCTYPE html><meta charset="UTF-8"><title>Reader</title>
    <style>html, body { height: 100%; margin: 0 }</style>
    <script src="jszip.js"></script><script src="epub.js"></script><div id="page"></div>`],
  "jszip.js": ["text/javascript", readFileSync(require.resolve("jszip/dist/jszip.min.js"))],
  "epub.js": ["text/javascript", readFileSync(join(process.env.LEAFSET_NPM, "node_modules/epubjs/dist/epub.js"))],
};
const SCREENS = [
  { name: "phone", width: 360, height: 640 },
  { name: "tablet", width: 768, height: 1024 },
  { name: "desktop", width: 1280, height: 800 },
  { name: "phone-night-200", width: 360, height: 640, size: "200%", night: true },
];
const MOST_PAGES = 2000;
const MOST_PICTURES = 6;

/* In the browser: opens the file and tells what stands in it beside its chapters. */
async function open() {
  const bytes = await (await fetch("book.epub")).arrayBuffer();
  const book = window.book = ePub(bytes);
  await book.ready;
  const flat = items => items.flatMap(item => [item, ...flat(item.subitems ?? [])]);
  const cover = await book.coverUrl();
  const image = cover && await new Promise(done => {
    const img = new Image();
    img.onload = () => done([img.naturalWidth, img.naturalHeight]);
    img.onerror = () => done(null);
    img.src = cover;
  });
  return {
    title: book.packaging.metadata.title,
    cover: image ?? null,
    toc: flat(book.navigation.toc).map(item => item.label.trim()),
    lost: flat(book.navigation.toc).filter(item => !book.spine.get(item.href.split("#")[0])).map(item => item.href),
    landmarks: book.navigation.landmarks.map(item => item.type),
    pages: book.pageList?.pages?.length ?? 0,
    chapters: book.spine.spineItems.filter(item => item.linear).map(item => item.index),
  };
}

/* In the browser: begins to show the file on a screen. */
async function show(screen) {
  window.shown = {};
  window.rendition = book.renderTo("page", { width: screen.width, height: screen.height });
  rendition.themes.register("night", {
    body: { background: "#111 !important", color: "#ddd !important" }, "a:link": { color: "#8bf !important" } });
  if (screen.night) {
    rendition.themes.select("night");
    document.body.style.background = "#111";
  }
  if (screen.size)
    rendition.themes.fontSize(screen.size);
  await rendition.display();
}

/* In the browser: marks the lines of text that stand on the page before the reader. A line in a table
 * or code that scrolls by itself is where its region is. */
function see() {
  for (const { document, sectionIndex } of rendition.getContents()) {
    const view = document.defaultView, frame = view.frameElement.getBoundingClientRect();
    const chapter = shown[sectionIndex] ??= { texts: [], seen: [] };
    chapter.pictures = [...document.images].filter(img => img.naturalWidth > 0 && img.getClientRects().length).length;
    const scroller = element => element === document.body || !element ? null
      : /auto|scroll/.test(view.getComputedStyle(element).overflowX) ? element : scroller(element.parentElement);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
    let number = 0;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.data.trim())
        continue;
      range.selectNodeContents(node);
      for (const line of (scroller(node.parentElement) ?? range).getClientRects()) {
        if (line.width < 1 || line.height < 1)
          continue;
        const x = frame.left + (line.left + line.right) / 2, y = frame.top + (line.top + line.bottom) / 2;
        chapter.texts[number] = node.data.trim().slice(0, 60);
        chapter.seen[number++] ||= x > 0 && x < innerWidth && y > 0 && y < innerHeight;
      }
    }
  }
}

/* In the browser: a page on; false at the end. */
async function turn() {
  const before = JSON.stringify(rendition.currentLocation().start);
  if (rendition.currentLocation().atEnd)
    return false;
  await rendition.next();
  if (JSON.stringify(rendition.currentLocation().start) === before)
    throw new Error("epub.js does not come on from " + before);
  return true;
}

/* In the browser: of each chapter how many lines and pictures it has, and what stood on no page. */
function told() {
  return Object.entries(shown).map(([at, { texts, seen, pictures }]) =>
    ({ at: Number(at), lines: texts.length, pictures, unseen: texts.filter((_, i) => !seen[i]).slice(0, 5) }));
}

async function read(page, screen, stem) {
  await page.setViewportSize({ width: screen.width, height: screen.height });
  await page.goto(HOME);
  const found = await page.evaluate(open);
  await page.evaluate(show, screen);
  let pages = 0;
  do {
    if (process.env.PICTURES && pages < MOST_PICTURES)
      await page.screenshot({ path: `${stem}-${screen.name}-${pages + 1}.png` });
    await page.evaluate(see);
    pages++;
  } while (pages < MOST_PAGES && await page.evaluate(turn));
  return { ...found, screen: screen.name, turned: pages, ended: pages < MOST_PAGES,
    shown: await page.evaluate(told) };
}

const browser = await chromium.launch({ executablePath: process.env.LEAFSET_BROWSER, args: ["--no-sandbox"] });
const page = await browser.newPage();
page.setDefaultTimeout(30000);
let bytes, errors = [];
page.on("pageerror", error => errors.push(String(error)));
await page.route("**/*", route => {
  const name = route.request().url().slice(HOME.length);
  if (name === "book.epub")
    return route.fulfill({ contentType: "application/epub+zip", body: bytes });
  const [contentType, body] = SERVED[name] ?? [];
  return body ? route.fulfill({ contentType, body }) : route.abort();
});
for (const file of files) {
  bytes = readFileSync(file);
  const found = [];
  for (const screen of SCREENS) {
    errors = [];
    try {
      found.push(await read(page, screen, join(folder, basename(file, ".epub"))));
    } catch (error) {
      found.push({ screen: screen.name, failed: String(error) });
    }
    found.at(-1).errors = errors;
  }
  console.log(JSON.stringify(found));
}
await browser.close();
