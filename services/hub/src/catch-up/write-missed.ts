import { CannotCatchUp, plainArray, type EventRow, type OutboxSession } from '#libs/persistence';
import { figuresAfter, type EnergyAccount } from '../energy/energy-account.js';
import { ledgerRowsOf } from '../energy/ledger-rows.js';
import { BatchRows } from '../ledger/batch-rows.js';
import { writeRows } from '../ledger/write-rows.js';
import { lockFigures } from './lock-figures.js';
import { readMissed, type MissedEvent } from './missed-event.js';
import { replyOf } from './reply-of-event.js';
import { staffActionOf } from './staff-action-of-event.js';

/**
 * Writes what events of the stream say has happened to accounts, as the decisions that told them had written it (R5,
 * R20): event log, entries, grants, holds, keys with their answers, staff's actions without their words. Throws
 * `CannotCatchUp` where an account has gone another way meanwhile, or would not add up.
 */
export async function writeMissed(tx: OutboxSession, told: readonly EventRow[]): Promise<void> {
  const events = told.map(readMissed);
  const users = [...new Set(events.map(({ row }) => row.userId))].sort();
  const figures = await lockFigures(tx, users);
  const rows = new BatchRows();
  for (const missed of events) {
    const { userId } = missed.row;
    figures.set(userId, addTo(rows, figures.get(userId)!, missed));
  }
  await writeRows(oneAfterAnother(tx), rows);
  await tx.query(setDueDates, [plainArray(users)]);
  const [wrong] = await tx.query<{ user_id: string }>(findWrong, [plainArray(users)]);
  if (wrong) throw doesNotAddUp(wrong.user_id);
}

function addTo(rows: BatchRows, before: EnergyAccount, { row, event }: MissedEvent): EnergyAccount {
  const after = figuresAfter(before, event);
  if (row.subjectVersion !== after.version) throw anotherWay(row, before);
  rows.add(after, event.occurredAt, [{ row, ledger: ledgerRowsOf(event) }]);
  const { data } = event;
  if ('idempotencyKey' in data && data.idempotencyKey && data.fingerprint) {
    const { idempotencyKey: key, fingerprint } = data;
    const reply = JSON.stringify(replyOf(event, after.version));
    rows.answers.push({ userId: row.userId, key, fingerprint, reply });
  }
  const action = staffActionOf(event);
  if (action) rows.staffActions.push({ ...action, event: row });
  return after;
}

/** The relay's connection takes a statement once the one before is answered. */
function oneAfterAnother(tx: OutboxSession): Pick<OutboxSession, 'query'> {
  let before: Promise<unknown> = Promise.resolve();
  return {
    query: (statement, values) => {
      const answer = before.then(() => tx.query<never>(statement, values));
      before = answer;
      return answer;
    },
  };
}

/** The accounts were written without their grants and holds in sight. */
const setDueDates = {
  name: 'set-due-dates',
  text: `UPDATE accounts a SET next_due_at = least(unlimited_ends_at,
           (SELECT min(expires_at) FROM grants g WHERE g.user_id = a.user_id AND NOT spent),
           (SELECT min(expires_at) FROM holds h WHERE h.user_id = a.user_id AND state = 'open'))
         WHERE user_id = ANY ($1::uuid[])`,
};

const findWrong = {
  name: 'find-wrong',
  text: `SELECT user_id FROM accounts a WHERE user_id = ANY ($1::uuid[]) AND (balance, held, balance - held) <> (
           (SELECT coalesce(sum(amount), 0) FROM entries e WHERE e.user_id = a.user_id),
           (SELECT coalesce(sum(amount), 0) FROM holds h WHERE h.user_id = a.user_id AND state = 'open'),
           (SELECT coalesce(sum(remaining), 0) FROM grants g WHERE g.user_id = a.user_id AND NOT spent)) LIMIT 1`,
};

const again = 'Put the backup back once more, and catch up before anything else.';

function anotherWay({ id, userId, subjectVersion }: EventRow, { version }: EnergyAccount): Error {
  return new CannotCatchUp(
    `The account ${userId} is at version ${version}, and the next event of it in the stream is version ${subjectVersion} (${id}): it took changes while Postgres was behind. ${again}`,
  );
}

function doesNotAddUp(userId: string): Error {
  return new CannotCatchUp(
    `The account ${userId} would not add up after the events of the stream: its tables were damaged before, or took changes while Postgres was behind. ${again}`,
  );
}
