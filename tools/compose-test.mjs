import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeStack } from './compose/compose-stack.mjs';
import { demandEngine } from './compose/docker.mjs';
import { killAllBound } from './stack/bound-process.mjs';
import { ensureBuilt } from './stack/build.mjs';
import { ensureInstalled } from './stack/install.mjs';
import { addClosingLines, nothingRan } from './test/closing-line.mjs';
import { runJest } from './test/run-jest.mjs';
import { temporaryFolder } from './test/temporary-folder.mjs';

// The end-to-end tests against the containers of docker-compose.yml, then the containers' own: kills, down and up.
const say = (/** @type {string} */ sentence) => void process.stdout.write(`· ${sentence}\n`);
const folder = await temporaryFolder();
/** @type {Awaited<ReturnType<typeof composeStack>> | undefined} */
let stack;
/** @type {string[]} */
const closingLines = [];
let exitCode = 1;

try {
  await demandEngine();
  await ensureInstalled({ log: say });
  await ensureBuilt({ log: say });
  folder.leaveSignals();
  // What runs ends, which fails it; then the containers are removed all the same.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, killAllBound);
  stack = await composeStack({ home: folder.path, say });
  await stack.start();
  // One after the other: the second kind kills what the first one needs.
  const codes = [await run('e2e', stack.environment), await run('compose', stack.environment)];
  exitCode = Math.max(...codes);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
}
await stack?.stop().catch((error) => say(`The containers could not be removed: ${error.message}`));
folder.remove();
const closingLine = closingLines.length > 0 ? addClosingLines(closingLines) : nothingRan;
process.stdout.write(`${closingLine}\n`, () => process.exit(exitCode));

async function run(/** @type {string} */ kind, /** @type {Record<string, string>} */ environment) {
  const file = join(folder.path, `closing-line-${kind}`);
  const code = await runJest({
    kinds: [kind],
    jestArguments: ['--runInBand'],
    environment: { ...environment, PHOENIX_TEST_CLOSING_LINE_FILE: file },
  });
  closingLines.push(await readFile(file, 'utf8').catch(() => nothingRan));
  return code;
}
