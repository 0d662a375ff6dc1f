// Runs one of the tests of src/test/ts under Node: node run.mjs BUNDLE VECTORS NAME.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [bundle, folder, name] = process.argv.slice(2);
const texts = {};

function read(directory) {
  for (const entry of readdirSync(directory)) {
    const path = join(directory, entry);
    if (statSync(path).isDirectory()) read(path);
    else if (entry.endsWith('.txt')) texts[relative(folder, path)] = readFileSync(path, 'utf8');
  }
}

read(folder);
await import(pathToFileURL(resolve(bundle)).href);
const report = await globalThis.openset[name](texts);
console.log(JSON.stringify(report, null, 1));
process.exitCode = report.wrong?.length === 0 ? 0 : 1;
