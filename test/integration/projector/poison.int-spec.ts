import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventSubject, signedIn } from '#libs/contracts';
import { eventually } from '#libs/testing';
import { readModels } from '../../../services/projector/src/read-models/read-models.js';
import { TestProjector } from './test-projector.js';
import { consumed, life, told } from './told-events.js';

describe('poison', () => {
  let projector: TestProjector;

  beforeAll(async () => {
    projector = await TestProjector.start();
  });
  afterAll(() => projector?.stack.stop());

  function letters(userId: string) {
    return projector.rows(
      `SELECT model, reason, subject_version AS version FROM projector.dead_letters
       WHERE subject_user_id = $1 ORDER BY model, sequence`,
      [userId],
    );
  }

  it('R24: data that break their contract park their user in the models that read them only', async () => {
    const [sick, healthy] = [randomUUID(), randomUUID()];
    const broken = consumed(sick, 3, 95);
    const poison = { ...broken, data: broken.data.replace('"cost":5', '"cost":"five"') };
    const [, , , ...rest] = life(sick, 3);
    await projector.tell(...life(sick, 0), poison, ...rest, ...life(healthy, 3));
    expect(await projector.versions('energy_history_v2', sick)).toEqual([2]);
    expect(await projector.versions('energy_history_v2', healthy)).toEqual([2, 3, 4, 5]);
    expect(await projector.versions('event_store_v1', sick)).toEqual([1, 2, 3, 4, 5]);
    expect(await letters(sick)).toEqual([
      { model: 'energy-history', reason: 'POISON', version: '3' },
      { model: 'energy-history', reason: 'QUEUED', version: '4' },
      { model: 'energy-history', reason: 'QUEUED', version: '5' },
      { model: 'energy-usage', reason: 'POISON', version: '3' },
      { model: 'energy-usage', reason: 'QUEUED', version: '4' },
      { model: 'energy-usage', reason: 'QUEUED', version: '5' },
    ]);
    expect(await projector.model('energy-history')).toMatchObject({
      state: 'running',
      parkedUsers: 1,
    });
    expect((await projector.history(sick)).version).toBe(2);
  });

  it('R24: a dead letter keeps the bytes, their fingerprint, the envelope and the reason', async () => {
    const userId = randomUUID();
    const poison = { ...consumed(userId, 1, 0), data: '{"cost": 1,\n "x": "é"}' };
    await projector.tell(poison);
    const [row] = await projector.rows<{ envelope: string; explanation: string }>(
      `SELECT convert_from(data, 'UTF8') AS data, envelope, explanation,
              fingerprint = encode(sha256(data), 'hex') AS same
       FROM projector.dead_letters WHERE subject_user_id = $1`,
      [userId],
    );
    expect(row).toMatchObject({ data: poison.data, same: true });
    expect(JSON.parse(row!.envelope)).toEqual(poison.envelope);
    expect(row!.explanation).toMatch(/break their contract: entryId: /);
  });

  it.each([
    ['U+0000', '{"method": "\\u0000"}', ['event-store']],
    ['a lone surrogate', '{"method": "\\ud800"}', ['event-store']],
    ['no JSON', '{"method": ', ['event-store', 'service-figures']],
    ['a list', '[]', ['event-store', 'service-figures']],
  ])(
    'R24: data that Postgres cannot hold (%s) park one user of the event store',
    async (_, data, models) => {
      const [sick, healthy] = [randomUUID(), randomUUID()];
      const event = (userId: string, subjectVersion: number, json: string) =>
        told(signedIn, { userId, subjectVersion }, json);
      const good = '{"method":"access-token"}';
      await projector.tell(
        event(healthy, 1, good),
        event(sick, 1, good),
        event(sick, 2, data),
        event(sick, 3, good),
        event(healthy, 2, good),
      );
      expect(await projector.versions('event_store_v1', sick)).toEqual([1]);
      expect(await projector.versions('event_store_v1', healthy)).toEqual([1, 2]);
      expect(await letters(sick)).toEqual(
        models.flatMap((model) => [
          { model, reason: 'POISON', version: '2' },
          { model, reason: 'QUEUED', version: '3' },
        ]),
      );
    },
  );

  it('what is no event of ours is kept as unreadable, and all others go on', async () => {
    const userId = randomUUID();
    const { nats } = projector.stream.connection;
    nats.publish(eventSubject('hub', userId), 'who are you?');
    await projector.tell(...life(userId, 0));
    expect(await projector.versions('event_store_v1', userId)).toEqual([1, 2]);
    const kept = await projector.rows(
      `SELECT model, explanation, encode(data, 'escape') AS data FROM projector.dead_letters
       WHERE reason = 'UNREADABLE' ORDER BY array_position($1, model)`,
      [readModels.map(({ name }) => name)],
    );
    const explanation = 'the event has no ce-id header';
    const data = 'who are you?';
    expect(kept).toEqual(readModels.map(({ name: model }) => ({ model, explanation, data })));
  });

  it('R6: a newer version of an event that a model reads waits for a newer projector', async () => {
    const userId = randomUUID();
    const [first, second] = life(userId, 0);
    const newer = { ...second!, envelope: { ...second!.envelope, eventVersion: 2 } };
    await projector.tell(first!, newer);
    expect(await letters(userId)).toEqual([
      { model: 'energy-history', reason: 'POISON', version: '2' },
    ]);
  });

  it('R24: what was parked is taken when a projector starts that can take it', async () => {
    const userId = randomUUID();
    const events = life(userId, 2);
    const poison = { ...events[1]!, data: '{}' };
    await projector.tell(events[0]!, poison, ...events.slice(2));
    expect(await projector.versions('energy_history_v2', userId)).toEqual([]);
    // In place of a newer projector: an event that this one understands, and a new start.
    await projector.rows(
      `UPDATE projector.dead_letters SET data = convert_to($1, 'UTF8') WHERE reason = 'POISON' AND subject_user_id = $2`,
      [events[1]!.data, userId],
    );
    await projector.cutPostgres();
    await eventually(
      () => projector.versions('energy_history_v2', userId),
      (versions) => versions.length === 3,
    );
    expect(await letters(userId)).toEqual([]);
  });
});
