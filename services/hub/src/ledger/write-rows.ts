import { eventValues, plainArray, textArray, type Statement } from '#libs/persistence';
import { nextDueAt } from '../energy/settle-due.js';
import type { BatchRows } from './batch-rows.js';
import {
  insertGrants,
  insertHolds,
  insertStaffActions,
  settleHolds,
  updateAccounts,
  writeDecisions,
} from './write-statements.js';

/** The connection in whose transaction the rows are written. */
interface Writing {
  query(statement: Statement, values: string[]): Promise<unknown>;
}

/**
 * Sends everything that a batch changes. The accounts are the first: whoever decided without their lock waits for it
 * here. What nearly every decision writes is one statement, after what entries refer to.
 */
export async function writeRows(session: Writing, rows: BatchRows): Promise<void> {
  await Promise.all(
    statementsOf(rows)
      .filter(([, , wanted]) => wanted)
      .map(([statement, values]) => session.query(statement, values())),
  );
}

function statementsOf(rows: BatchRows): [Statement, () => string[], boolean][] {
  return [
    [updateAccounts, () => accountValues(rows), rows.accounts.size > 0],
    [insertGrants, () => grantValues(rows), rows.newGrants.size > 0],
    [insertHolds, () => holdValues(rows), rows.newHolds.size > 0],
    [settleHolds, () => settledValues(rows), rows.settledHolds.length > 0],
    [writeDecisions, () => decisionValues(rows), true],
    [insertStaffActions, () => staffValues(rows), rows.staffActions.length > 0],
  ];
}

function decisionValues(rows: BatchRows): string[] {
  return [
    ...changeValues(rows),
    ...entryValues(rows),
    ...answerValues(rows),
    ...eventValues(rows.events),
  ];
}

function accountValues({ accounts }: BatchRows): string[] {
  const all = [...accounts.values()];
  return [
    plainArray(all.map((one) => one.userId)),
    plainArray(all.map((one) => one.version)),
    plainArray(all.map((one) => one.balance)),
    plainArray(all.map((one) => one.held)),
    plainArray(all.map((one) => one.frozen)),
    plainArray(all.map((one) => one.unlimited?.startsAt ?? null)),
    plainArray(all.map((one) => one.unlimited?.endsAt ?? null)),
    plainArray(all.map((one) => nextDueAt(one))),
    plainArray(all.map((one) => one.now)),
  ];
}

function grantValues({ newGrants }: BatchRows): string[] {
  const all = [...newGrants.values()];
  return [
    plainArray(all.map((one) => one.id)),
    plainArray(all.map((one) => one.event.userId)),
    plainArray(all.map((one) => one.source)),
    plainArray(all.map((one) => one.amount)),
    plainArray(all.map((one) => one.remaining)),
    plainArray(all.map((one) => one.expiresAt)),
    plainArray(all.map((one) => one.event.occurredAt)),
  ];
}

function changeValues({ grantChanges }: BatchRows): string[] {
  return [plainArray([...grantChanges.keys()]), plainArray([...grantChanges.values()])];
}

function holdValues({ newHolds }: BatchRows): string[] {
  const all = [...newHolds.values()];
  return [
    plainArray(all.map((one) => one.id)),
    plainArray(all.map((one) => one.event.userId)),
    plainArray(all.map((one) => one.action)),
    plainArray(all.map((one) => one.owner)),
    plainArray(all.map((one) => one.amount)),
    plainArray(all.map((one) => one.listCost)),
    plainArray(all.map((one) => one.catalogueVersion)),
    textArray(all.map((one) => JSON.stringify(one.grants))),
    plainArray(all.map((one) => one.event.occurredAt)),
    plainArray(all.map((one) => one.expiresAt)),
    textArray(all.map((one) => one.event.correlationId)),
    textArray(all.map((one) => one.event.causationId)),
    plainArray(all.map((one) => one.settled?.state ?? 'open')),
    plainArray(all.map((one) => one.settled?.captured ?? null)),
    plainArray(all.map((one) => one.settled?.event.occurredAt ?? null)),
  ];
}

function settledValues({ settledHolds }: BatchRows): string[] {
  return [
    plainArray(settledHolds.map((one) => one.id)),
    plainArray(settledHolds.map((one) => one.state)),
    plainArray(settledHolds.map((one) => one.captured)),
    plainArray(settledHolds.map((one) => one.event.occurredAt)),
  ];
}

function entryValues({ entries }: BatchRows): string[] {
  return [
    plainArray(entries.map((one) => one.id)),
    plainArray(entries.map((one) => one.event.userId)),
    plainArray(entries.map((one) => one.event.subjectVersion)),
    plainArray(entries.map((one) => one.kind)),
    textArray(entries.map((one) => one.action)),
    plainArray(entries.map((one) => one.amount)),
    plainArray(entries.map((one) => one.listCost)),
    textArray(entries.map((one) => JSON.stringify(one.grants))),
    plainArray(entries.map((one) => one.balance)),
    plainArray(entries.map((one) => one.event.occurredAt)),
    plainArray(entries.map((one) => one.holdId ?? null)),
    plainArray(entries.map((one) => one.refundOf ?? null)),
    plainArray(entries.map((one) => one.bySelf ?? null)),
  ];
}

function answerValues({ answers }: BatchRows): string[] {
  return [
    plainArray(answers.map((one) => one.userId)),
    plainArray(answers.map((one) => one.key)),
    plainArray(answers.map((one) => one.fingerprint)),
    textArray(answers.map((one) => one.reply)),
  ];
}

function staffValues({ staffActions }: BatchRows): string[] {
  return [
    plainArray(staffActions.map((one) => one.event.occurredAt)),
    plainArray(staffActions.map((one) => one.event.actorId)),
    plainArray(staffActions.map((one) => one.event.userId)),
    plainArray(staffActions.map((one) => one.event.subjectVersion)),
    plainArray(staffActions.map((one) => one.command)),
    plainArray(staffActions.map((one) => one.reasonCode)),
    textArray(staffActions.map((one) => one.reason)),
    plainArray(staffActions.map((one) => one.entryId)),
  ];
}
