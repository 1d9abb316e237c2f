import { describe, expect, it } from '@jest/globals';
import type { StreamedEvent } from '#libs/messaging';
import { isWanted } from './event-filter.js';
import { eventLine, eventObject } from './show-event.js';

const user = '9b2a5e2e-5f0c-4c7e-8f43-0b9b8a0f3b11';
const envelope = {
  id: 'e1',
  source: 'hub',
  type: 'EnergyConsumed',
  eventVersion: 1,
  userId: user,
  subjectVersion: 3,
  occurredAt: '2026-11-22T10:00:00.000Z',
  actorId: user,
  correlationId: 'c1',
  causationId: 'm1',
  traceparent: 't1',
} as const;
const event: StreamedEvent = {
  sequence: 42,
  envelope,
  data: new TextEncoder().encode('{"cost":5}'),
  storedAtMs: Date.parse('2026-11-22T10:00:01Z'),
};

describe('an event on the command line', () => {
  it('is one line: time, sequence, source, type, user, version, data', () => {
    expect(eventLine(event).split(/ {2,}/)).toEqual([
      '2026-11-22T10:00:00.000Z',
      '42',
      'hub',
      'EnergyConsumed',
      user,
      'v3',
      '{"cost":5}',
    ]);
  });

  it('is one object in JSON, with its data parsed', () => {
    expect(eventObject(event)).toEqual({
      sequence: 42,
      storedAt: '2026-11-22T10:00:01.000Z',
      ...envelope,
      data: { cost: 5 },
    });
  });

  it('is shown as the stranger that it is when its headers are not ours', () => {
    const stranger = { ...event, envelope: new Error('the event has no ce-id header') };
    expect(eventLine(stranger)).toContain('not an event of ours: the event has no ce-id header');
    expect(eventObject(stranger)).toMatchObject({ sequence: 42, error: expect.any(String) });
  });

  it.each([
    [{}, true],
    [{ user, type: 'EnergyConsumed', source: 'hub', correlation: 'c1' }, true],
    [{ user: 'somebody else' }, false],
    [{ user, type: 'AccountOpened' }, false],
    [{ source: 'cv' }, false],
    [{ correlation: 'c2' }, false],
  ] as const)('is wanted by %j: %s', (filter, wanted) => {
    expect(isWanted(envelope, filter)).toBe(wanted);
  });
});
