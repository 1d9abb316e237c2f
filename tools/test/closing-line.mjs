/** The line by which a machine reads how a test run ended; it stands alone and last. */
export function closingLine(
  /** @type {{ passed: number, failed: number, skipped: number }} */ counts,
) {
  return `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
}

/** The closing line of a run that ended before any test could. */
export const nothingRan = closingLine({ passed: 0, failed: 1, skipped: 0 });

/** One closing line for several runs. */
export function addClosingLines(/** @type {readonly string[]} */ lines) {
  const counts = lines.map((line) => (line.match(/\d+/g) ?? []).map(Number));
  const [passed = 0, failed = 0, skipped = 0] = [0, 1, 2].map((n) =>
    counts.reduce((sum, run) => sum + (run[n] ?? 0), 0),
  );
  return closingLine({ passed, failed, skipped });
}
