import type { ModelTable, Row } from '../read-models/read-model.js';

/** The rows of many events as one statement can take them: one for each key that is replaced or summed. */
export function mergeRows({ rows: kind }: ModelTable, rows: readonly Row[]): readonly Row[] {
  if (kind === 'added for ever') return rows;
  if ('replacedBy' in kind) {
    return [...new Map(rows.map((row) => [row[kind.replacedBy], row])).values()];
  }
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(kind.summedPer.map((column) => row[column]));
    const sum = sums.get(key);
    sums.set(key, sum ? addUp(sum, row, kind.summedPer) : row);
  }
  return [...sums.values()];
}

function addUp(sum: Row, row: Row, key: readonly string[]): Row {
  const figures = Object.keys(row).filter((column) => !key.includes(column));
  const added = figures.map((column) => [column, Number(sum[column]) + Number(row[column])]);
  return { ...row, ...Object.fromEntries(added) };
}
