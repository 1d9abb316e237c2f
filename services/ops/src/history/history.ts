import type { TracedEvent } from '#libs/contracts';
import { tracedEvents } from '../house/traced-events.js';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { foldPast, unopened, type PastAccount } from './past-account.js';
import { actionOf, entryOf, printHistory } from './print-history.js';

/** Up to which event: of this version, or of this instant; without both, all. */
export interface Moment {
  readonly version?: number;
  readonly instant?: string;
}

export interface HistoryOptions {
  readonly user: string;
  readonly at?: Moment;
  readonly limit: number;
}

/** One event of the hub, and the account after it. */
export interface PastStep {
  readonly event: TracedEvent;
  readonly account: PastAccount;
}

/** Tells an account as it was, and what led there, from the event store; well when its events add up. */
export async function history(ops: Ops, { user, at = {}, limit }: HistoryOptions): Promise<Well> {
  const events = await withHouse(ops, ({ client }) => tracedEvents(client, { user, models: [] }));
  const steps = stepsUpTo(events, at);
  const last = steps.at(-1);
  if (!last) throw nothingThen(user, events);
  if (ops.json) ops.terminal.printJson(inJson(user, steps));
  else printHistory(ops.terminal, { user, steps, limit });
  return last.account.fault === null;
}

export function stepsUpTo(
  events: readonly TracedEvent[],
  { version, instant }: Moment,
): PastStep[] {
  const wanted = events.filter(
    (event) =>
      event.source === 'hub' &&
      (version === undefined || event.subjectVersion <= version) &&
      (instant === undefined || event.occurredAt <= instant),
  );
  let account = unopened;
  return wanted.map((event) => {
    account = foldPast(account, event);
    return { event, account };
  });
}

function inJson(userId: string, steps: readonly PastStep[]) {
  const { account } = steps.at(-1)!;
  const { grants, holds, ...figures } = account;
  return {
    userId,
    ...figures,
    available: account.balance - account.held,
    grants: [...grants].map(([grantId, grant]) => ({ grantId, ...grant })),
    holds: [...holds].map(([holdId, hold]) => ({ holdId, ...hold })),
    steps: steps.map(({ event, account: { balance, held } }) => {
      const { sequence, eventId, type, subjectVersion: version, occurredAt, correlationId } = event;
      return {
        sequence,
        eventId,
        type,
        version,
        occurredAt,
        action: actionOf(event),
        entryId: entryOf(event),
        correlationId,
        balance,
        held,
      };
    }),
  };
}

function nothingThen(user: string, events: readonly TracedEvent[]): OpsError {
  const first = events.find(({ source }) => source === 'hub');
  if (first)
    return new OpsError(
      `User ${user} had no account then: it was opened at ${first.occurredAt}.`,
      '`history` without --at tells the account as it is.',
    );
  return new OpsError(
    `The event store has no event about an account of user ${user}.`,
    '`npm run phoenix -- books --user <uuid>` looks in the ledger and the stream too.',
  );
}
