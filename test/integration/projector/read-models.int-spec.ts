import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { signedIn } from '#libs/contracts';
import { disarmFailpoints, traceIdOf } from '#libs/telemetry';
import { expectOnceOfTwo, expectOnceThroughFault } from './promises.js';
import { TestProjector } from './test-projector.js';
import { again, life, told } from './told-events.js';

describe('read models', () => {
  let projector: TestProjector;

  beforeAll(async () => {
    projector = await TestProjector.start();
  });
  afterEach(disarmFailpoints);
  afterAll(() => projector?.stack.stop());

  it('an event becomes one row of the event store, with all that its envelope says', async () => {
    const userId = randomUUID();
    const event = told(signedIn, { userId, subjectVersion: 1 }, { method: 'access-token' });
    await projector.tell(event);
    const { epoch, streamSequence } = await projector.models();
    const rows = await projector.rows(
      'SELECT * FROM projector.event_store_v1 WHERE subject_user_id = $1',
      [userId],
    );
    expect(rows).toEqual([
      {
        event_id: event.envelope.id,
        epoch,
        stream_sequence: String(streamSequence),
        event_type: 'SignedIn',
        event_version: 1,
        source: 'website',
        subject_user_id: userId,
        subject_version: '1',
        actor_user_id: userId,
        correlation_id: event.envelope.correlationId,
        causation_id: event.envelope.causationId,
        trace_id: traceIdOf(event.envelope.traceparent),
        occurred_at: new Date('2026-01-02T03:04:05.678Z'),
        recorded_at: expect.any(Date),
        event_data: { method: 'access-token' },
      },
    ]);
  });

  it('what the hub tells becomes the history and the balance of the user', async () => {
    const userId = randomUUID();
    const events = life(userId, 2);
    await projector.tell(...events);
    const { lines, version, next } = await projector.history(userId);
    expect({ version, next }).toEqual({ version: 4, next: null });
    expect(lines).toMatchObject([
      { kind: 'consume', action: 'conseil_rapide', amount: -5, balance: 90, version: 4 },
      { kind: 'consume', action: 'conseil_rapide', amount: -5, balance: 95, version: 3 },
      { kind: 'grant', action: null, amount: 100, balance: 100, version: 2 },
    ]);
    expect(lines.map(({ eventId }) => eventId)).toEqual(
      events
        .slice(1)
        .map(({ envelope }) => envelope.id)
        .toReversed(),
    );
    const balances = 'SELECT * FROM projector.energy_balances_v2 WHERE user_id = $1';
    expect(await projector.rows(balances, [userId])).toEqual([
      { user_id: userId, balance: 90, held: 0, version: '4' },
    ]);
  });

  it.each(['projector.after-fetch', 'projector.in-transaction', 'projector.after-commit'])(
    'R22: a fault at %s leaves each event in each table exactly once',
    (point) => expectOnceThroughFault(projector, point),
  );

  it('R2: an event that the stream holds twice is taken once', () => expectOnceOfTwo(projector));

  it('R2: a gap parks the user until the missing event comes; then all follow in order', async () => {
    const [late, other] = [randomUUID(), randomUUID()];
    const [first, second, third, fourth, fifth] = life(late, 3);
    await projector.tell(first!, fourth!, third!, ...life(other, 1), again(fourth!));
    expect(await projector.versions('event_store_v1', late)).toEqual([1]);
    expect(await projector.versions('event_store_v1', other)).toEqual([1, 2, 3]);
    expect(await projector.model('event-store')).toMatchObject({
      state: 'running',
      parkedUsers: 1,
    });
    const letters = await projector.rows(
      `SELECT reason, explanation, subject_version, encode(data, 'escape') AS data
       FROM projector.dead_letters WHERE model = 'event-store' ORDER BY sequence`,
    );
    expect(letters).toEqual(
      [fourth!, third!].map(({ envelope, data }) => ({
        reason: 'GAP',
        explanation: 'version 2 has not arrived',
        subject_version: String(envelope.subjectVersion),
        data,
      })),
    );
    await projector.tell(second!, fifth!);
    await projector.drained();
    expect(await projector.versions('event_store_v1', late)).toEqual([1, 2, 3, 4, 5]);
    const { lines } = await projector.history(late);
    expect(new Set(lines.map(({ balance }) => balance))).toEqual(new Set([100, 95, 90, 85]));
    expect(await projector.rows('SELECT FROM projector.dead_letters')).toEqual([]);
  });

  it('a type that nobody here knows is kept in the event store and passed by elsewhere', async () => {
    const userId = randomUUID();
    const [first, second, ...rest] = life(userId, 1);
    const { envelope } = second!;
    const unknown = { envelope: { ...envelope, type: 'EnergyPainted' }, data: '{"colour":3}' };
    await projector.tell(first!, unknown, ...rest);
    expect(await projector.versions('event_store_v1', userId)).toEqual([1, 2, 3]);
    expect(await projector.versions('energy_history_v2', userId)).toEqual([3]);
    expect((await projector.model('energy-history')).parkedUsers).toBe(0);
  });

  it('R15: the event store can only be added to', async () => {
    await projector.tell(...life(randomUUID(), 0));
    for (const change of ['DELETE FROM', 'TRUNCATE']) {
      await expect(projector.rows(`${change} projector.event_store_v1`)).rejects.toMatchObject({
        code: '23001',
      });
    }
  });
});
