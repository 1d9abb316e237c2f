import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listEnergyHistory } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { life } from '../projector/told-events.js';
import { readFault } from './read-fault.js';
import { TestReplay } from './test-replay.js';

const consumptions = 20;

describe('reading while a model is replayed, cut over, rolled back and cut over again', () => {
  let replay: TestReplay;
  const settled = Array.from({ length: 180 }, () => randomUUID());

  beforeAll(async () => {
    replay = await TestReplay.start();
    await replay.projector.tell(...settled.flatMap((userId) => life(userId, consumptions)));
  });
  afterAll(() => replay?.projector.stack.stop());

  it('R25: no read fails, goes back in time or is wrong, with events coming all the while', async () => {
    const over = new AbortController();
    const faults: string[] = [];
    let reads = 0;
    let told = 0;

    const tell = async () => {
      while (!over.signal.aborted) {
        const lives = Array.from({ length: 5 }, () => life(randomUUID(), consumptions));
        const readers = lives.map(([opened]) => read(opened!.envelope.userId!, 1));
        for (let n = 0; n < consumptions + 2; n++) {
          await replay.projector.stream.appendBatch(lives.map((one) => one[n]!));
          told += lives.length;
        }
        await Promise.all(readers);
      }
    };
    const read = async (userId: string, rounds = Infinity) => {
      const { stack, website } = replay.projector;
      const caller = newCaller(await stack.identities.token(userId));
      let before = 0;
      for (let round = 0; round < rounds * 30 && !over.signal.aborted; round++) {
        const request = { limit: 50, atLeastVersion: before };
        const answer = await website
          .request(listEnergyHistory, request, caller)
          .catch((error: Error) => error);
        reads++;
        const wrong = answer instanceof Error ? answer.message : readFault(answer, before);
        if (wrong) faults.push(wrong);
        if (!(answer instanceof Error)) before = answer.version;
      }
    };
    const working = Promise.all([tell(), ...settled.slice(0, 4).map((userId) => read(userId))]);

    try {
      const steps: [string, ...string[]][] = [['run', '--yes'], ['verify'], ['cutover']];
      for (const step of [...steps, ['rollback'], ['cutover'], ['discard', '--build', '2']]) {
        const spoken = await replay.replay(...(step as [string, ...string[]]));
        expect({ step, ...spoken }).toMatchObject({ exitCode: 0 });
      }
    } finally {
      over.abort();
      await working;
    }
    expect(faults).toEqual([]);
    expect(reads).toBeGreaterThan(200);
    expect(told).toBeGreaterThan(100);
    await replay.projector.caughtUp();
    expect((await replay.projector.model('energy-history')).build).toBe(3);
  }, 90_000);
});
