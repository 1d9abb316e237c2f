import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from './stack/build.mjs';
import { ensureInstalled } from './stack/install.mjs';
import { chooseTests } from './test/choose-tests.mjs';
import { nothingRan } from './test/closing-line.mjs';
import { runJest } from './test/run-jest.mjs';
import { temporaryFolder } from './test/temporary-folder.mjs';
import { testStack } from './test/test-stack.mjs';

const log = (/** @type {string} */ sentence) => void process.stdout.write(`· ${sentence}\n`);
const { kinds, jestArguments, needsStack } = chooseTests(process.argv.slice(2));
const folder = await temporaryFolder();
const closingLineFile = join(folder.path, 'closing-line');
/** @type {Awaited<ReturnType<typeof testStack>> | undefined} */
let stack;
let exitCode = 1;

try {
  await ensureInstalled({ log });
  if (needsStack) {
    await ensureBuilt({ log });
    stack = await testStack({ folder: folder.path, log });
  }
  folder.leaveSignals();
  exitCode = await runJest({
    kinds,
    jestArguments,
    environment: { ...stack?.environment, PHOENIX_TEST_CLOSING_LINE_FILE: closingLineFile },
  });
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
}
await stack?.stop();
const closingLine = await readFile(closingLineFile, 'utf8').catch(() => nothingRan);
folder.remove();
process.stdout.write(`${closingLine}\n`, () => process.exit(exitCode));
