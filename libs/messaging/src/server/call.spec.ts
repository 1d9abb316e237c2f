import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { listEvents } from '#libs/contracts';
import { Call } from './call.js';

function callBy(userId: string, staff: boolean): Call {
  return new Call({
    contract: listEvents,
    callerName: 'website',
    identity: { userId, staff, sessionId: randomUUID(), expiresAt: new Date(Date.now() + 60_000) },
    token: undefined,
    correlationId: 'c',
    messageId: randomUUID(),
    traceparent: 't',
    deadline: Infinity,
    body: {},
  });
}

describe('a call by staff', () => {
  const [staffId, userId] = [randomUUID(), randomUUID()];

  it('R29: concerns whom it names; its events are about that user and name who acted', () => {
    const call = callBy(staffId, true);
    expect(call.subjectUser(userId)).toBe(userId);
    expect(call.cause().actorId).toBe(staffId);
  });

  it('R29: concerns themselves when it names nobody', () => {
    expect(callBy(staffId, true).subjectUser(undefined)).toBe(staffId);
  });

  it('R29: is not open to others', () => {
    const call = callBy(userId, false);
    expect(() => call.subjectUser(staffId)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    expect(call.subjectUser(userId)).toBe(userId);
  });
});
