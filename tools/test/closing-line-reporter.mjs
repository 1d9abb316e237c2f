import { writeFileSync } from 'node:fs';
import { closingLine } from './closing-line.mjs';

/** Ends the run with its closing line; within `npm test`, which has its own last words, hands it over instead. */
export default class ClosingLineReporter {
  onRunComplete(
    /** @type {unknown} */ _contexts,
    /** @type {import('@jest/reporters').AggregatedResult} */ results,
  ) {
    const line = closingLine({
      passed: results.numPassedTests,
      // A file that does not even load has no tests to count, and is a failure all the same.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    });
    const file = process.env.PHOENIX_TEST_CLOSING_LINE_FILE;
    if (file) writeFileSync(file, line);
    else process.stdout.write(`${line}\n`);
  }
}
