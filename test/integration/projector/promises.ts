import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { readModels } from '../../../services/projector/src/read-models/read-models.js';
import type { TestProjector } from './test-projector.js';
import { again, life } from './told-events.js';

/** All that the read models hold of a user, and whether figures count every event of the store once. */
async function held(projector: TestProjector, userId: string) {
  const usage = await projector.rows<{ times: number }>(
    'SELECT times FROM projector.energy_usage_v1 WHERE user_id = $1',
    [userId],
  );
  const [counted] = await projector.rows(
    `SELECT (SELECT sum(events) FROM projector.service_figures_v1)::int AS figures,
            (SELECT count(*) FROM projector.event_store_v1)::int AS figures_of`,
  );
  return {
    twice: Number(counted!.figures) - Number(counted!.figures_of),
    events: await projector.versions('event_store_v1', userId),
    lines: await projector.versions('energy_history_v2', userId),
    times: usage.map(({ times }) => times),
    parked: (await projector.models()).models.filter(({ parkedUsers }) => parkedUsers > 0),
  };
}

/** What they hold of a life with so many consumptions, each event taken once. */
function once(consumptions: number) {
  const events = Array.from({ length: consumptions + 2 }, (_, n) => n + 1);
  return { twice: 0, events, lines: events.slice(1), times: [consumptions], parked: [] };
}

/** R22: faults at this point, in every model, leave each event in each table exactly once. */
export async function expectOnceThroughFault(
  projector: TestProjector,
  point: string,
): Promise<void> {
  const userId = randomUUID();
  armFailpoint(point, 'throw');
  await projector.stream.appendBatch(life(userId, 20));
  const { lastSequence } = (await projector.stream.position())!;
  const times = () => failpointHits().get(point) ?? 0;
  await eventually(
    () => projector.models(),
    ({ models }) =>
      times() >= 3 * models.length || models.every(({ checkpoint }) => checkpoint >= lastSequence),
  );
  expect(times()).toBeGreaterThanOrEqual(readModels.length);
  disarmFailpoints();
  await projector.caughtUp();
  expect(await held(projector, userId)).toEqual(once(20));
}

/** R2: an event that the stream holds twice is taken once. */
export async function expectOnceOfTwo(projector: TestProjector): Promise<void> {
  const userId = randomUUID();
  const events = life(userId, 1);
  await projector.tell(...events);
  await projector.tell(...events.map(again));
  expect(await held(projector, userId)).toEqual(once(1));
}
