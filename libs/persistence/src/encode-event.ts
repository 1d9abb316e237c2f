import { randomUUID } from 'node:crypto';
import { sourceOf, type Cause, type EventContract, type NewEvent } from '#libs/contracts';
import { maxEventBytes } from './event-limits.js';
import type { StoringService } from './roles.js';

/** An event whose version was taken under its subject's lock, in this transaction (R2). */
export interface EventToRecord<E extends EventContract = EventContract> extends NewEvent<E> {
  readonly subjectVersion: number;
  /** A new uuid unless given. */
  readonly id?: string;
}

/** What one event writes into the outbox. */
export interface EventRow extends Cause {
  readonly id: string;
  readonly type: string;
  readonly eventVersion: number;
  readonly userId: string | null;
  readonly subjectVersion: number;
  readonly data: string;
  readonly occurredAt: string;
}

const strictSchemas = new WeakMap<EventContract, EventContract['data']>();

/** The row of one event; throws when this service may not tell it, or not with these data (R6). */
export function encodeEvent(
  source: StoringService,
  event: EventToRecord,
  cause: Cause,
  occurredAt: string,
): EventRow {
  const { contract, userId, subjectVersion, id = randomUUID() } = event;
  const { type, version: eventVersion } = contract;
  if (sourceOf(contract) !== source) {
    throw new Error(`${type} is told by ${sourceOf(contract)}, so ${source} cannot record it.`);
  }
  const checked = strict(contract).safeParse(event.data);
  if (!checked.success) {
    const faults = checked.error.issues.map((i) => `${i.path.join('.') || 'data'}: ${i.message}`);
    throw new Error(`The data of ${type} break its contract (${faults.join('; ')}).`);
  }
  const data = JSON.stringify(checked.data);
  const bytes = Buffer.byteLength(data);
  if (bytes > maxEventBytes) {
    throw new Error(
      `${type} weighs ${bytes} bytes, more than the ${maxEventBytes} that an event may. Tell less in one event, or split it.`,
    );
  }
  const { actorId, correlationId, causationId, traceparent } = cause;
  const told = { id, type, eventVersion, userId, subjectVersion, data, occurredAt };
  return { ...told, actorId, correlationId, causationId, traceparent };
}

function strict(contract: EventContract): EventContract['data'] {
  const known = strictSchemas.get(contract);
  if (known) return known;
  const schema = contract.data.strict();
  strictSchemas.set(contract, schema);
  return schema;
}
