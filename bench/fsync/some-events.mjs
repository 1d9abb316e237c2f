import { randomUUID } from 'node:crypto';
import { newTrace } from '#libs/telemetry';

/** So many events of the size of a consumption, each of another user. */
export function someEvents(/** @type {number} */ count) {
  return Array.from({ length: count }, () => ({
    envelope: {
      id: randomUUID(),
      source: /** @type {const} */ ('hub'),
      type: 'EnergyConsumed',
      eventVersion: 1,
      userId: randomUUID(),
      subjectVersion: 1,
      occurredAt: new Date().toISOString(),
      actorId: null,
      correlationId: randomUUID(),
      causationId: randomUUID(),
      traceparent: newTrace(),
    },
    data: JSON.stringify({ filling: 'x'.repeat(400) }),
  }));
}
