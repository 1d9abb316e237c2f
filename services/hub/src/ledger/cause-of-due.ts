import { randomUUID } from 'node:crypto';
import type { Cause } from '#libs/contracts';
import { newTrace } from '#libs/telemetry';
import type { DueEvent } from '../energy/settle-due.js';
import type { HoldCause } from './loaded-account.js';

/** What time itself does has the cause of the hold that it ends; a grant or a period is its own cause. */
export function causeOfDue(
  { causedBy }: DueEvent,
  holdCauses: ReadonlyMap<string, HoldCause>,
): Cause {
  const { correlationId, causationId } = holdCauses.get(causedBy) ?? {
    correlationId: randomUUID(),
    causationId: causedBy,
  };
  return { actorId: null, correlationId, causationId, traceparent: newTrace() };
}
