import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectBooksToAgree } from '../integration/hub/books-of.js';
import { ServiceProcess } from '../integration/service-process.js';
import { HubStack } from '../integration/hub/hub-stack.js';
import { boundaries, expectOneAnswerThrough } from '../integration/hub/through-a-fault.js';

describe('a hub that is killed at a boundary of the batch, beside another one', () => {
  let hub: HubStack;
  let crashing: ServiceProcess | undefined;
  const acknowledged: string[] = [];

  beforeAll(async () => {
    hub = await HubStack.start({ hubs: 1, books: true });
  }, 60_000);
  afterAll(async () => {
    await crashing?.kill();
    await hub?.stop();
  });

  it.each(boundaries)(
    'R9: %s: nothing is lost, nothing doubled, and every key has its one answer',
    async (name) => {
      const entries = await expectOneAnswerThrough(
        hub,
        async () => {
          crashing = await ServiceProcess.start(hub.stack, 'hub', {
            PHOENIX_FAILPOINTS: `${name}=crash@1`,
          });
        },
        async () => expect(await crashing!.gone()).toBe('SIGKILL'),
      );
      acknowledged.push(...entries);
      await expectBooksToAgree(hub.stack, acknowledged);
    },
    60_000,
  );
});
