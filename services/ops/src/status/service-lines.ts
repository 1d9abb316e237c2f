import { table } from '../terminal/table.js';
import { counted } from './faults/fault.js';
import { ownOf, toldBy, type HouseStatus } from './house-status.js';
import { spokenAge } from './spoken-age.js';

/** Each service as it tells of itself: whether it can serve, what waits in its outbox, how Postgres answers. */
export function serviceLines(status: HouseStatus): readonly string[] {
  const rows = toldBy(status).map(({ service, ready, outbox, database }) => [
    service,
    ready ? 'yes' : 'no',
    outbox ? String(outbox.waiting) : '–',
    outbox ? `${Math.round(outbox.oldestSeconds)} s` : '–',
    outbox?.publisher ?? '–',
    database ? `${database.answerMs.toFixed(1)} ms` : 'no answer',
  ]);
  if (rows.length === 0) return [];
  return table(['SERVICE', 'READY', 'OUTBOX', 'OLDEST', 'PUBLISHED BY', 'POSTGRES'], rows);
}

/** Postgres, holds, paid work, dead letters and books, a line each. */
export function figureLines(status: HouseStatus, nowMs: number): readonly string[] {
  const database = toldBy(status).find((one) => one.database)?.database;
  return [
    ...(database
      ? [`Postgres: ${database.connections} of ${database.limit} connections`]
      : ['Postgres: unknown']),
    holdLine(status),
    workLine(status),
    deadLetterLine(status),
    booksLine(status, nowMs),
  ];
}

function holdLine(status: HouseStatus): string {
  const holds = ownOf(status, 'hub')?.holds;
  if (!holds) return 'Holds: unknown';
  return `Holds: ${holds.open} open with ${counted(holds.held, 'point')}, ${holds.overdue} overdue`;
}

function workLine(status: HouseStatus): string {
  const each = (['letters', 'cv'] as const).map((service) => {
    const work = ownOf(status, service)?.work;
    return `${service} ${work ? `${work.underWay} under way, ${work.stuck} not delivered` : 'unknown'}`;
  });
  return `Paid work: ${each.join('; ')}`;
}

function deadLetterLine(status: HouseStatus): string {
  const letters = ownOf(status, 'projector')?.deadLetters;
  if (!letters) return 'Dead letters: unknown';
  const each = letters.map((one) => `${one.letters} in ${one.model} (build ${one.build})`);
  return `Dead letters: ${each.join(', ') || 'none'}`;
}

function booksLine(status: HouseStatus, nowMs: number): string {
  const projector = ownOf(status, 'projector');
  if (!projector) return 'Books: unknown';
  const { books } = projector;
  if (!books) return 'Books: not compared yet';
  const seconds = Math.max(0, Math.round((nowMs - Date.parse(books.comparedAt)) / 1_000));
  const age = seconds < 120 ? `${seconds} s` : spokenAge(books.comparedAt, nowMs);
  if (books.compared === 0) return `Books: there was no account to compare ${age} ago`;
  const found = books.differences === 0 ? 'all agree' : `${books.differences} differ`;
  const moving = books.unsettled > 0 ? `, ${books.unsettled} still moving` : '';
  return `Books: ${counted(books.compared, 'account')} compared ${age} ago, ${found}${moving}`;
}
