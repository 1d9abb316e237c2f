import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getReadModels } from '#libs/contracts';
import type { RunningService } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { BuildWriters } from '../../../services/projector/src/engine/build-writers.js';
import { readModels } from '../../../services/projector/src/read-models/read-models.js';
import { projectorService } from '../../../services/projector/src/projector-service.js';
import { BareClient } from '../conformance/bare-client.js';
import { ready, TestProjector } from './test-projector.js';
import { life } from './told-events.js';

describe('replicas of the projector', () => {
  let projector: TestProjector;
  let replicas: RunningService[];

  beforeAll(async () => {
    projector = await TestProjector.start(0);
    replicas = await Promise.all([projector.run(), projector.run(), projector.run()]);
  });
  afterAll(() => projector?.stack.stop());

  function states(one: RunningService): string[] {
    return one.app.get(BuildWriters).all.map(({ status }) => status.state);
  }

  it('R18: create one stream between them when they start at once', async () => {
    const epochs = await projector.rows('SELECT epoch, state FROM projector.stream_epoch');
    const position = await projector.stream.position();
    expect(epochs).toEqual([{ epoch: position?.epoch, state: 'created' }]);
  });

  it('R22: have one writer a model; the others answer queries all the same', async () => {
    const writers = await eventually(
      () => replicas.flatMap(states).filter((state) => state === 'running'),
      (running) => running.length === readModels.length,
    );
    expect(writers).toHaveLength(readModels.length);
    const userId = randomUUID();
    await projector.tell(...life(userId, 1));
    const answers = await Promise.all(Array.from({ length: 12 }, () => projector.history(userId)));
    for (const { version } of answers) expect(version).toBe(3);
  });

  it('tell exactly what the contract promises of each model, whoever of them writes it', async () => {
    const client = await BareClient.open(projector.stack.broker);
    try {
      const ask = () => client.ask(getReadModels, {});
      const replies = await Promise.all(Array.from({ length: 16 }, ask));
      for (const { body } of replies) {
        expect(body).toStrictEqual(getReadModels.reply.parse(body));
      }
    } finally {
      await client.close();
    }
  });

  it('R6: are ready beside one that has a model more', async () => {
    const define = (env: NodeJS.ProcessEnv) => projectorService(env, readModels.slice(0, 2));
    const older = await projector.stack.run('projector', define);
    const status = await eventually(
      () => ready(older),
      (seen) => seen.ready,
    );
    expect(status.checks).toContainEqual({ name: 'read models', ready: true });
    await older.app.close();
  });

  it('R22: take over where the writer left off when it leaves', async () => {
    const userId = randomUUID();
    const events = life(userId, 6);
    await projector.tell(...events.slice(0, 4));
    for (const [index, leaving] of [...replicas.slice(0, 2)].entries()) {
      await leaving.app.close();
      await projector.tell(...events.slice(4 + 2 * index, 6 + 2 * index));
    }
    expect(states(replicas[2]!)).toEqual(readModels.map(() => 'running'));
    expect(await projector.versions('event_store_v1', userId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('R22: go on after every connection to Postgres was cut', async () => {
    const userId = randomUUID();
    const events = life(userId, 2);
    await projector.tell(...events.slice(0, 2));
    await projector.cutPostgres();
    await projector.tell(...events.slice(2));
    expect(await projector.versions('energy_history_v2', userId)).toEqual([2, 3, 4]);
  });
});
