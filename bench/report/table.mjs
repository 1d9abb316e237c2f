/** Rows as lines with columns in line: the first to the left, the others, which are figures, to the right. */
export function table(
  /** @type {readonly string[]} */ head,
  /** @type {readonly (readonly string[])[]} */ rows,
) {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}
