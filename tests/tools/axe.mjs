// axe-core over pages that headless Chromium shows: axe.mjs PAGE... (paths of XHTML files) prints a
// line of JSON each, the list of its violations, best practices counted in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.LEAFSET_NPM, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({ executablePath: process.env.LEAFSET_BROWSER, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 360, height: 640 } });

/* In the browser. An aside with a role of DPUB-ARIA (doc-footnote) is no landmark: axe-core looks past
 * those roles here. */
function run() {
  const roles = ["banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search"];
  const landmarks = ["aside", "footer", "form", "header", "main", "nav", "section"]
    .map(name => name + ":not([role^=doc-])").concat(roles.map(role => `[role=${role}]`));
  axe.configure({ rules: [{ id: "landmark-unique", selector: landmarks.join() }] });
  return axe.run();
}

async function check(path) {
  await page.goto(pathToFileURL(resolve(path)).href);
  await page.evaluate(axe);
  const found = await page.evaluate(run);
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.impact} ${rule.id}: ${rule.help}: ${node.html.slice(0, 200)}`));
}

for (const path of process.argv.slice(2))
  console.log(JSON.stringify(await check(path)));
await browser.close();
