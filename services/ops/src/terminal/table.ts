const gap = '  ';
/** A cell without anything in it stands where figures do. */
const number = /^(-?[\d.,]+( m?s)?|–)?$/;

/** Rows under a head, columns as wide as their widest cell, figures to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => row[at]!.length)),
  );
  const right = head.map((_, at) => rows.length > 0 && rows.every((row) => number.test(row[at]!)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (right[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join(gap)
      .trimEnd();
  return [head, ...rows].map(line);
}
