import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RunningService } from '#libs/messaging';
import { disarmFailpoints } from '#libs/telemetry';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { batchSteps } from '../../../services/hub/src/ledger/commit-batch.js';
import { dearer } from '../hub/dearer.js';
import { HubStack } from '../hub/hub-stack.js';
import { expectLoadedBehindTheLock } from '../hub/loaded-behind-the-lock.js';
import { expectPriceStaysPinned, expectRefusalForgotten } from '../hub/promises.js';
import { expectSweptInTurn } from '../hub/swept-in-turn.js';
import {
  loadWithoutLock,
  lockAndLoadAtOnce,
  settleAndKeepRefusals,
  settleAtTodaysPrice,
} from './wrong-steps.js';

/** Hubs that are wrong on purpose: what the hub's own specs expect must notice it, or it proves nothing. */
describe('the suite notices a ledger', () => {
  let hub: HubStack;

  beforeAll(async () => {
    hub = await HubStack.start({ hubs: 0 });
  });
  afterEach(() => {
    disarmFailpoints();
    jest.restoreAllMocks();
  });
  afterAll(() => hub?.stop());

  /** Runs while these hubs serve, and no longer. */
  async function whileServed(
    definitions: readonly (typeof hubService)[],
    work: (hubs: readonly RunningService[]) => Promise<unknown>,
  ): Promise<void> {
    const hubs = await Promise.all(definitions.map((one) => hub.stack.run('hub', one)));
    try {
      await work(hubs);
    } finally {
      await Promise.all(hubs.map(({ app }) => app.close()));
    }
  }

  it('R7: that locks and loads in one statement', async () => {
    const steps = { ...batchSteps, lockAndLoad: lockAndLoadAtOnce };
    const noticed = whileServed([hubService], () => expectLoadedBehindTheLock(hub, steps));
    await expect(noticed).rejects.toThrow('expect(received)');
  });

  it('R13: that keeps refusals', async () => {
    jest.spyOn(batchSteps, 'settle').mockImplementation(settleAndKeepRefusals);
    const noticed = whileServed([hubService, hubService], () => expectRefusalForgotten(hub));
    await expect(noticed).rejects.toThrow('expect(received)');
  });

  it('R12: that does not pin the price of a hold', async () => {
    jest.spyOn(batchSteps, 'settle').mockImplementation(settleAtTodaysPrice);
    const newer: typeof hubService = (env) => hubService(env, dearer);
    const noticed = whileServed([hubService, newer], ([older]) =>
      expectPriceStaysPinned(hub, older!),
    );
    await expect(noticed).rejects.toThrow('expect(received)');
  });

  it('R8: that sweeps outside of the lock', async () => {
    const noticed = expectSweptInTurn(hub, { ...batchSteps, lockAndLoad: loadWithoutLock });
    await expect(noticed).rejects.toThrow('expect(received)');
  });
});
