import { actionId, catalogue, type TracedEvent } from '#libs/contracts';
import { changeOf } from '../books/change-of-event.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import type { PastStep } from './history.js';
import type { PastAccount } from './past-account.js';

interface Told {
  readonly user: string;
  readonly steps: readonly PastStep[];
  /** So many of the last steps are shown. */
  readonly limit: number;
}

/** The account first, then its grants and holds, then the events that led there, the last of them last. */
export function printHistory(terminal: Terminal, { user, steps, limit }: Told): void {
  const { event, account } = steps.at(-1)!;
  const { version, balance, held, fault } = account;
  terminal.print(`Account of user ${user} at version ${version}, ${event.occurredAt}:`);
  terminal.print(
    `  balance ${balance}, held ${held}, available ${balance - held}${extras(account)}`,
  );
  if (fault) terminal.printFault(`✗ its events do not add up: ${fault}`);
  for (const line of grantLines(account)) terminal.print(`  ${line}`);
  for (const line of holdLines(account)) terminal.print(`  ${line}`);
  const left = steps.length - Math.min(limit, steps.length);
  terminal.print(left === 0 ? 'What led there:' : `What led there, after ${left} earlier events:`);
  const head = [
    'VERSION',
    'WHEN',
    'TYPE',
    'FOR',
    'AMOUNT',
    'HELD',
    'BALANCE',
    'SEQUENCE',
    'ENTRY',
    'CORRELATION',
  ];
  for (const line of table(head, steps.slice(left).map(rowOf))) terminal.print(`  ${line}`);
}

function extras({ frozen, unlimitedUntil }: PastAccount): string {
  return `${frozen ? '; frozen' : ''}${unlimitedUntil ? `; every action free until ${unlimitedUntil}` : ''}`;
}

function grantLines({ grants }: PastAccount): readonly string[] {
  const rows = [...grants]
    .filter(([, { left }]) => left !== 0)
    .map(([id, { source, left, expiresAt }]) => [id, source, String(left), expiresAt ?? 'never']);
  return rows.length === 0 ? [] : table(['GRANT', 'SOURCE', 'LEFT', 'EXPIRES'], rows);
}

function holdLines({ holds }: PastAccount): readonly string[] {
  const rows = [...holds].map(([id, { action, owner, amount, expiresAt }]) => [
    ...[id, action, owner],
    ...[String(amount), expiresAt],
  ]);
  return rows.length === 0 ? [] : table(['OPEN HOLD', 'ACTION', 'OF', 'AMOUNT', 'EXPIRES'], rows);
}

/** The action that was paid for, by the name that users see. */
export function actionOf({ data }: TracedEvent): string | null {
  const action = actionId.safeParse(data.action);
  return action.success ? catalogue[action.data].label.en : null;
}

/** The entry of the ledger that an event tells of, by which it is refunded. */
export function entryOf({ data }: TracedEvent): string | null {
  return typeof data.entryId === 'string' ? data.entryId : null;
}

function rowOf({ event, account }: PastStep): string[] {
  const change = changeOf(event);
  const { amount, held = 0 } = typeof change === 'string' ? { amount: 0 } : change;
  return [
    ...[String(event.subjectVersion), event.occurredAt, event.type, actionOf(event) ?? '–'],
    ...[amount, held, account.balance].map(String),
    ...[String(event.sequence), entryOf(event) ?? '–', event.correlationId],
  ];
}
