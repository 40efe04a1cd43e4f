// Ace by DAISY over many files, in one browser: ace.mjs FILE... prints a line of JSON each, the list
// of its violations. Ace's own command takes one file and starts a browser for each.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.LEAFSET_NPM, "package.json"));
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");
const shared = { ...runner, launch: async () => {}, close: async () => {} };

// Ace prints what it found where no folder is given, and its log in any case.
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;

async function check(path) {
  const [, report] = await ace(path, { cwd: process.cwd(), silent: true, initLogger: true, fileName: "ace.log" }, shared);
  return report.assertions.flatMap(of => of.assertions.map(one => {
    const test = one["earl:test"], where = of["earl:testSubject"].url;
    return `${test["earl:impact"]} ${test["dct:title"]} in ${where}: ${one["earl:result"]["dct:description"]}`;
  }));
}

await runner.launch();
for (const path of process.argv.slice(2))
  print(JSON.stringify(await check(path)) + "\n");
await runner.close();
process.exit(0);
