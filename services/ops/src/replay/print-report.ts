import type { ReplayReport, ReplayRun } from '#libs/contracts';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { verdictOf } from './verdict-of.js';

const mostShown = 5;

/** What a verification or a dry run found, the first difference first. */
export function printReport(terminal: Terminal, run: ReplayRun): void {
  const { report, kind, model, build } = run;
  if (!report) return;
  const at = `at sequence ${report.sequence} of the stream`;
  if (report.clean) {
    const sides =
      kind === 'dry-run'
        ? 'a replay, the build that is read'
        : `build ${build}, the one that is read`;
    terminal.print(`${model}: ${sides} and the stream agree, row for row, ${at}.`);
  } else {
    terminal.printFault(`✗ ${model} differs ${at}. The first differences:`);
    for (const one of report.differences.slice(0, mostShown)) {
      terminal.print(`  ${whereOf(one)}`);
      terminal.print(`    ${one.explanation}`);
    }
  }
  const verdict = verdictOf(run);
  if (verdict) terminal.print(`\n${verdict}`);
  terminal.print();
  for (const line of tablesOf(report)) terminal.print(line);
  if (kind !== 'dry-run') return;
  terminal.print();
  const rows = report.events.map(({ type, version, count }) => [
    type,
    String(version),
    String(count),
  ]);
  for (const line of table(['EVENT', 'VERSION', 'COUNT'], rows)) terminal.print(line);
  terminal.print();
  terminal.print(
    `Nothing that is read was changed. A replay would take about ${secondsOf(run)} s.`,
  );
}

function whereOf({
  between,
  table: name,
  eventId,
  sequence,
  userId,
}: ReplayReport['differences'][number]): string {
  const event = eventId ? `event ${eventId} (sequence ${sequence})` : 'no one event';
  return `${between}, ${name}: ${event}, user ${userId ?? 'nobody'}`;
}

function tablesOf({ tables }: ReplayReport): readonly string[] {
  const head = ['TABLE', 'ROWS', 'ROWS READ NOW', 'ADDED', 'CHANGED', 'REMOVED', 'USERS'];
  return table(
    head,
    tables.map((one) => [
      one.table,
      ...[one.shadowRows, one.liveRows, one.added, one.changed, one.removed, one.users].map(String),
    ]),
  );
}

function secondsOf({ startedAt, filledAt }: ReplayRun): number {
  return Math.ceil((Date.parse(filledAt ?? startedAt) - Date.parse(startedAt)) / 1_000);
}
