import { randomUUID } from 'node:crypto';
import {
  accountOpened,
  energyConsumed,
  energyGranted,
  sourceOf,
  type EventContract,
  type EventEnvelope,
  type RecordedEvent,
} from '#libs/contracts';
import { newTrace } from '#libs/telemetry';

type Facts = Partial<EventEnvelope> & Pick<EventEnvelope, 'userId' | 'subjectVersion'>;

/** An event as a service's relay would hand it to the stream. */
export function told(contract: EventContract, facts: Facts, data: unknown): RecordedEvent {
  const envelope: EventEnvelope = {
    id: randomUUID(),
    source: sourceOf(contract),
    type: contract.type,
    eventVersion: contract.version,
    occurredAt: '2026-01-02T03:04:05.678Z',
    actorId: facts.userId,
    correlationId: randomUUID(),
    causationId: randomUUID(),
    traceparent: newTrace(),
    ...facts,
  };
  return { envelope, data: typeof data === 'string' ? data : JSON.stringify(data) };
}

export function opened(userId: string, subjectVersion = 1): RecordedEvent {
  return told(accountOpened, { userId, subjectVersion }, { catalogueVersion: 1 });
}

export function granted(userId: string, subjectVersion: number, balance: number): RecordedEvent {
  const data = {
    entryId: randomUUID(),
    grantId: randomUUID(),
    source: 'welcome',
    amount: 100,
    expiresAt: null,
    balance,
    held: 0,
  };
  return told(energyGranted, { userId, subjectVersion }, data);
}

export function consumed(userId: string, subjectVersion: number, balance: number): RecordedEvent {
  const data = {
    entryId: randomUUID(),
    action: 'conseil_rapide',
    cost: 5,
    listCost: 5,
    catalogueVersion: 1,
    grants: [{ grantId: randomUUID(), amount: 5 }],
    idempotencyKey: randomUUID(),
    fingerprint: '0'.repeat(64),
    balance,
    held: 0,
  };
  return told(energyConsumed, { userId, subjectVersion }, data);
}

/** Opened, granted 100, and then so many times five points consumed: versions 1 to consumptions + 2. */
export function life(userId: string, consumptions: number): RecordedEvent[] {
  const spent = Array.from({ length: consumptions }, (_, n) =>
    consumed(userId, n + 3, 100 - 5 * (n + 1)),
  );
  return [opened(userId), granted(userId, 2, 100), ...spent];
}

/** The same event once more, under an id that the stream does not know. */
export function again({ envelope, data }: RecordedEvent): RecordedEvent {
  return { envelope: { ...envelope, id: randomUUID() }, data };
}
