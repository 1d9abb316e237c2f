import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import ClosingLineReporter from './closing-line-reporter.mjs';

it('counts a test file that does not load as a failed test', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'phoenix-closing-'));
  const file = join(folder, 'line');
  const before = process.env.PHOENIX_TEST_CLOSING_LINE_FILE;
  process.env.PHOENIX_TEST_CLOSING_LINE_FILE = file;
  try {
    const counts = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    new ClosingLineReporter().onRunComplete(
      undefined,
      /** @type {any} */ ({ ...counts, numRuntimeErrorTestSuites: 1 }),
    );
    expect(await readFile(file, 'utf8')).toBe('tests: 3 passed, 2 failed, 3 skipped');
  } finally {
    if (before === undefined) delete process.env.PHOENIX_TEST_CLOSING_LINE_FILE;
    else process.env.PHOENIX_TEST_CLOSING_LINE_FILE = before;
    await rm(folder, { recursive: true });
  }
});
