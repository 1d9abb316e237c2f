import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generatedFiles } from './generate/generated-files.mjs';
import { staleFiles } from './generate/stale-files.mjs';
import { ensureBuilt } from './stack/build.mjs';
import { ensureInstalled } from './stack/install.mjs';
import { projectRoot } from './stack/project.mjs';

const log = (/** @type {string} */ sentence) => void process.stdout.write(`· ${sentence}\n`);
const check = process.argv.includes('--check');

await ensureInstalled({ log });
await ensureBuilt({ log });
const load = (/** @type {string} */ path) =>
  import(pathToFileURL(join(projectRoot, 'dist', path)).href);
const { changed, leftOver } = staleFiles(await generatedFiles(load, projectRoot), projectRoot);

if (check) {
  for (const path of [...changed.map((file) => file.path), ...leftOver]) log(`${path} is stale`);
  if (changed.length + leftOver.length > 0) {
    log('run `npm run generate` and commit what it writes');
    process.exit(1);
  }
} else {
  for (const { path, text } of changed) {
    await mkdir(dirname(join(projectRoot, path)), { recursive: true });
    await writeFile(join(projectRoot, path), text);
    log(`wrote ${path}`);
  }
  for (const path of leftOver) {
    await rm(join(projectRoot, path));
    log(`removed ${path}`);
  }
}
log(
  check || changed.length + leftOver.length === 0
    ? 'every generated file is what the code says'
    : 'done',
);
