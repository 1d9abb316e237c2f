import { randomUUID } from 'node:crypto';
import { sourceOf, type EventContract } from '#libs/contracts';
import { maxEventBytes } from './event-limits.js';
import type { EventToRecord } from './record-events.js';
import type { StoringService } from './roles.js';

const strictSchemas = new WeakMap<EventContract, EventContract['data']>();

/** The columns that one event fills; throws when this service may not tell it, or not with these data (R6). */
export function encodeEvent(source: StoringService, event: EventToRecord) {
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
  return { id, type, eventVersion, userId, subjectVersion, data };
}

function strict(contract: EventContract): EventContract['data'] {
  const known = strictSchemas.get(contract);
  if (known) return known;
  const schema = contract.data.strict();
  strictSchemas.set(contract, schema);
  return schema;
}
