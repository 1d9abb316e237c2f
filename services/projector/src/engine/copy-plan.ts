import { copyLine, type CopyValue } from '#libs/persistence';
import { failpoint } from '#libs/telemetry';
import { tableOf, type Build } from '../builds/build.js';
import type { ModelTable, Row } from '../read-models/read-model.js';
import type { ModelSession } from './model-session.js';
import type { BatchPlan } from './plan-batch.js';

/** Rows that need no look at those that are there, which COPY cannot take. */
export function isCopied({ rows }: ModelTable): boolean {
  return rows === 'added for ever';
}

/** Adds the rows of a plan that are added for ever by COPY, within the transaction of the plan. */
export async function copyPlan(
  session: ModelSession,
  build: Build,
  { rows }: BatchPlan,
): Promise<void> {
  for (const table of build.definition.tables.filter(isCopied)) {
    const added = rows.get(table.name) ?? [];
    if (added.length === 0) continue;
    const columns = Object.keys(table.columns);
    const into = { table: tableOf(build, table), columns };
    await session.copy(into, inTwoParts(added, columns));
  }
}

async function* inTwoParts(rows: readonly Row[], columns: readonly string[]) {
  const half = rows.length >> 1;
  const text = (some: readonly Row[]) =>
    some.map((row) => copyLine(columns.map((column) => row[column] as CopyValue))).join('');
  yield text(rows.slice(0, half));
  await failpoint('replay.in-copy');
  yield text(rows.slice(half));
}
