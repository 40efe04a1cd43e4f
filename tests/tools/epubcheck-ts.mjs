// epubcheck-ts over many files: epubcheck-ts.mjs FILE... prints a line of JSON each, the list of its
// messages. Usages count, too.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const require = createRequire(join(process.env.LEAFSET_NPM, "package.json"));
const { EpubCheck } = require("@likecoin/epubcheck-ts");

async function check(path) {
  const result = await EpubCheck.validate(readFileSync(path), { includeUsage: true, includeInfo: true },
    basename(path));
  return result.messages.map(m => `${m.severity} ${m.id} ${m.location?.path ?? ""}: ${m.message}`);
}

for (const path of process.argv.slice(2))
  console.log(JSON.stringify(await check(path)));
