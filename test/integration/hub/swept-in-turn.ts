import { expect } from '@jest/globals';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { settleOnly } from '../../../services/hub/src/energy/settle-only.js';
import { hubService } from '../../../services/hub/src/hub-service.js';
import type { BatchSteps } from '../../../services/hub/src/ledger/commit-batch.js';
import { Sweeper } from '../../../services/hub/src/ledger/sweeper.js';
import type { Account, HubStack } from './hub-stack.js';
import { spendFive, withInstances } from './instances.js';

/**
 * R8: while one instance sweeps an account, its user spends at another one. Each waits for its turn, neither fails, and
 * what was due happens once. `steps` are those by which the sweeping instance decides.
 */
export async function expectSweptInTurn(hub: HubStack, steps?: BatchSteps): Promise<void> {
  const user = await dueAccount(hub);
  const failures: unknown[] = [];
  const keep = (error: unknown) => failures.push(error);
  await withInstances(hub, { first: steps }, async ({ first, second, dataSource }) => {
    const settle = (userId: string) => first.submit(settleOnly(userId)).catch(keep);
    const sweeper = new Sweeper({ dataSource, log: hub.stack.log, settle });
    armFailpoint('ledger.after-load', 'pause:200');
    sweeper.start();
    await eventually(() => failpointHits().get('ledger.after-load') === 1);
    await second.submit(spendFive(user.userId)).catch(keep);
    await sweeper.stop();
    disarmFailpoints();
  });
  expect(failures).toEqual([]);
  const told = (await hub.told(user)).map(({ type }) => type);
  expect(told.slice(-2)).toEqual(['EnergyHoldExpired', 'EnergyConsumed']);
}

/** An account with a hold that is due, and no hub that could have seen it. */
async function dueAccount(hub: HubStack): Promise<Account> {
  const running = await hub.stack.run('hub', hubService);
  const user = await hub.account();
  await hub.hold(user);
  await running.app.close();
  await hub.stack.database.query(
    `SET session_replication_role = replica;
     UPDATE hub.holds SET expires_at = clock_timestamp() WHERE user_id = '${user.userId}';
     UPDATE hub.accounts SET next_due_at = clock_timestamp() WHERE user_id = '${user.userId}'`,
  );
  return user;
}
