import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import type { BatchSteps } from '../../../services/hub/src/ledger/commit-batch.js';
import type { HubStack } from './hub-stack.js';
import { spendFive, withInstances } from './instances.js';

/**
 * R7: who waited for the lock sees the grants and the keys that its holder left behind. Alone in their batches: in
 * company, the database would refuse what is stale, and the batch would heal by being run again in halves.
 */
export async function expectLoadedBehindTheLock(hub: HubStack, steps?: BatchSteps): Promise<void> {
  const user = await hub.account();
  const { userId } = user;
  // Spent first, and by the holder of the lock: what is stale would spend them again.
  await hub.grant(user, 3, new Date(Date.now() + 3_600_000).toISOString());
  const key = randomUUID();
  const outcomes = await withInstances(hub, { first: steps, second: steps }, (instances) => {
    /** The second one asks while the first one has the lock. */
    const oneBehindTheOther = async (keys: readonly [string, string]) => {
      armFailpoint('ledger.after-lock', 'pause:100');
      const ahead = instances.first.submit(spendFive(userId, keys[0]));
      await eventually(() => failpointHits().get('ledger.after-lock') === 1);
      const behind = instances.second.submit(spendFive(userId, keys[1]));
      const both = await Promise.allSettled([ahead, behind]);
      disarmFailpoints();
      return both.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
    };
    return (async () => [
      ...(await oneBehindTheOther([randomUUID(), randomUUID()])),
      ...(await oneBehindTheOther([key, key])),
    ])();
  });
  const fresh = { replayed: false };
  expect(outcomes).toMatchObject([fresh, fresh, fresh, { replayed: true }]);
  expect(await hub.balance(user)).toMatchObject({ balance: 88, available: 88 });
}
