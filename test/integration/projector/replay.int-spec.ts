import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signedIn, type RecordedEvent } from '#libs/contracts';
import { eventually } from '#libs/testing';
import { TestProjector } from './test-projector.js';
import { again, life, told } from './told-events.js';

describe('what a read model holds', () => {
  let projector: TestProjector;

  beforeAll(async () => {
    projector = await TestProjector.start();
  });
  afterAll(() => projector?.stack.stop());

  function signIns(userId: string, count: number): RecordedEvent[] {
    return Array.from({ length: count }, (_, n) =>
      told(signedIn, { userId, subjectVersion: n + 1 }, { method: 'access-token' }),
    );
  }

  /** All rows of both models, without what depends on where in the stream an event came. */
  async function content(userIds: readonly string[]) {
    const [events, lines, balances] = await Promise.all([
      projector.rows(
        `SELECT event_type, source, subject_user_id AS user_id, subject_version AS version, event_data
         FROM projector.event_store_v1 WHERE subject_user_id = ANY($1) ORDER BY 3, 2, 4`,
        [userIds],
      ),
      projector.rows(
        `SELECT user_id, version, kind, action, amount, balance FROM projector.energy_history_v2
         WHERE user_id = ANY($1) ORDER BY 1, 2`,
        [userIds],
      ),
      projector.rows(
        'SELECT * FROM projector.energy_balances_v2 WHERE user_id = ANY($1) ORDER BY 1',
        [userIds],
      ),
    ]);
    return { events, lines, balances };
  }

  it('R2: is the same however events are reordered and repeated', async () => {
    const positions = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(positions, async (dice) => {
        const userIds = [randomUUID(), randomUUID()];
        const events = userIds.flatMap((userId) => [...life(userId, 4), ...signIns(userId, 4)]);
        const repeated = [...events, ...events.filter((_, n) => dice[n]! % 3 === 0).map(again)];
        const shuffled = repeated
          .map((event, n) => ({ event, place: dice[n % 40]! }))
          .sort((a, b) => a.place - b.place)
          .map(({ event }) => event);
        await projector.tell(...shuffled);
        await projector.drained();
        const seen = await content(userIds);
        expect(seen.events).toHaveLength(20);
        expect(seen.lines).toHaveLength(10);
        for (const balance of seen.balances) expect(balance).toMatchObject({ balance: 80 });
        expect(await projector.rows('SELECT FROM projector.dead_letters')).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('R23: comes out identical, row for row, when it is dropped and replayed', async () => {
    const all = () =>
      Promise.all(
        [
          ...['event_store_v1', 'energy_history_v2', 'energy_balances_v2'],
          ...['energy_usage_v1', 'service_figures_v1', 'subject_versions'],
        ].map((table) => projector.rows(`SELECT * FROM projector.${table} t ORDER BY t::text`)),
      );
    const before = await all();
    await projector.forget();
    await projector.run();
    await projector.caughtUp();
    await projector.drained();
    expect(await all()).toEqual(before);
  });

  it('goes on where it was when the broker was killed and came back', async () => {
    const userId = randomUUID();
    const events = life(userId, 4);
    await projector.tell(...events.slice(0, 3));
    await projector.stack.broker.kill();
    await projector.stack.broker.restart();
    await eventually(() => projector.stream.position().catch(() => null));
    await projector.tell(...events.slice(3));
    expect(await projector.versions('event_store_v1', userId)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is told in figures', async () => {
    const userId = randomUUID();
    const events = life(userId, 0);
    await projector.tell(...events, ...events.map(again));
    const lag = 'phoenix_projector_lag_events{model="event-store"}';
    const text = await eventually(
      () => projector.metrics(),
      (figures) => figures.includes(lag),
    );
    const { streamSequence } = await projector.models();
    expect(text).toContain(
      `phoenix_projector_checkpoint_sequence{model="event-store"} ${streamSequence}`,
    );
    expect(text).toMatch(
      /phoenix_projector_events_total\{model="energy-history",outcome="applied"\} \d/,
    );
    expect(text).toMatch(
      /phoenix_projector_events_total\{model="event-store",outcome="duplicate"\} \d/,
    );
    expect(text).toContain('phoenix_projector_parked_users{model="event-store"} 0');
  });
});
