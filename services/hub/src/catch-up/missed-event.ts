import { energyEvents } from '#libs/contracts';
import { CannotCatchUp, type EventRow } from '#libs/persistence';
import { happened, type AccountEvent } from '../energy/event-of-account.js';

/** An event of an account that the stream holds and this ledger does not. */
export interface MissedEvent {
  readonly row: EventRow & { readonly userId: string };
  readonly event: AccountEvent;
}

/** Reads it by its contract. Throws `CannotCatchUp` for an event that this version does not know. */
export function readMissed(row: EventRow): MissedEvent {
  const { id, userId, type, eventVersion, data, occurredAt } = row;
  const contract = energyEvents.find((one) => one.type === type && one.version === eventVersion);
  if (!contract || userId === null) {
    const sentence = `The event ${id} is ${type} version ${eventVersion}, which this version of the hub does not know. Start the version that told it, and catch up again.`;
    throw new CannotCatchUp(sentence);
  }
  const parsed = contract.data.safeParse(JSON.parse(data));
  if (!parsed.success) {
    const sentence = `The event ${id} (${type}) is not what its contract says. Start the version that told it, and catch up again.`;
    throw new CannotCatchUp(sentence, { cause: parsed.error });
  }
  return { row: { ...row, userId }, event: happened(contract, parsed.data, occurredAt) };
}
