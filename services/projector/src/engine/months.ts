import { tableOf, type Build } from '../builds/build.js';
import type { ModelTable, Row } from '../read-models/read-model.js';
import type { ModelSession } from './model-session.js';
import type { BatchPlan } from './plan-batch.js';

/** Makes the parts of tables that are kept by month: of the rows that come, and of the month after, ahead. */
export class Months {
  private readonly made = new Set<string>();

  constructor(
    private readonly session: ModelSession,
    private readonly build: Build,
  ) {}

  /** Once this has resolved, every row of the plan has its part. */
  async make({ rows }: BatchPlan): Promise<void> {
    for (const table of this.build.definition.tables) {
      for (const month of monthsOf(table, rows.get(table.name) ?? [])) {
        await this.makeOne(table, month);
        await this.makeOne(table, monthAfter(month));
      }
    }
  }

  private async makeOne(table: ModelTable, month: string): Promise<void> {
    const name = tableOf(this.build, table);
    const part = `${name} ${month}`;
    if (this.made.has(part)) return;
    await this.session.query({
      text: 'SELECT make_month($1, $2, $3)',
      values: [name, `${month}-01`, table.constraints],
    });
    this.made.add(part);
  }
}

/** The months of some rows, as `2026-03`; none for a time that is no time: Postgres refuses its row. */
function monthsOf({ months }: ModelTable, rows: readonly Row[]): Iterable<string> {
  const found = new Set<string>();
  if (!months) return found;
  for (const row of rows) {
    const time = String(row[months]);
    found.add(/^\d{4}-\d\d-.*Z$/.test(time) ? time.slice(0, 7) : monthOf(time));
  }
  return [...found].filter((month) => /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(month));
}

function monthOf(time: string): string {
  const at = Date.parse(time);
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 7);
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!)).toISOString().slice(0, 7);
}
