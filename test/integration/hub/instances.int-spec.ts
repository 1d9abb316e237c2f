import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { disarmFailpoints } from '#libs/telemetry';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { HubStack } from './hub-stack.js';
import { expectLoadedBehindTheLock } from './loaded-behind-the-lock.js';
import { expectSweptInTurn } from './swept-in-turn.js';

describe('two instances at one account', () => {
  let hub: HubStack;

  beforeAll(async () => {
    hub = await HubStack.start({ hubs: 0 });
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => hub?.stop());

  it('R8: one settles what is due in its turn while the other is busy there', () =>
    expectSweptInTurn(hub));

  it('R7: the one that waited for the lock sees grants and keys as the other left them', async () => {
    await hub.stack.run('hub', hubService);
    await expectLoadedBehindTheLock(hub);
  });
});
