import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generatedFiles } from './generate/generated-files.mjs';
import { publishedFiles } from './generate/published-files.mjs';
import { staleFiles } from './generate/stale-files.mjs';
import { writeFiles } from './generate/write-files.mjs';
import { ensureBuilt } from './stack/build.mjs';
import { ensureInstalled } from './stack/install.mjs';
import { projectRoot } from './stack/project.mjs';

const log = (/** @type {string} */ sentence) => void process.stdout.write(`· ${sentence}\n`);
const load = (/** @type {string} */ path) =>
  import(pathToFileURL(join(projectRoot, 'dist', path)).href);
const asked = process.argv[2];

try {
  if (asked !== undefined && asked !== '--check' && asked !== '--publish') {
    throw new Error(
      `Nobody knows ${asked}. \`npm run generate\` writes every generated file; \`-- --check\` only says which are stale; \`-- --publish\` makes the contracts of today what no later change may break.`,
    );
  }
  await ensureInstalled({ log });
  await ensureBuilt({ log });
  const { files, folders } =
    asked === '--publish'
      ? await publishedFiles(load, projectRoot)
      : await generatedFiles(load, projectRoot);
  const stale = staleFiles(files, folders, projectRoot);
  const count = stale.changed.length + stale.leftOver.length;
  if (count === 0) log('every file is what the code says');
  else if (asked === '--check') {
    for (const path of [...stale.changed.map((file) => file.path), ...stale.leftOver])
      log(`${path} is stale`);
    throw new Error('Run `npm run generate` and commit what it writes.');
  } else await writeFiles(stale, projectRoot, log);
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
