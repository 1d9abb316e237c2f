import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { checkBooks } from '../books/check-books.mjs';
import { HttpStack } from '../e2e/http-stack.js';
import { backByItself, compose, containersOf, crash, docker, look } from './containers.js';
import { Spending } from './spending.js';

describe('the containers', () => {
  let house: HttpStack;

  beforeAll(async () => {
    house = await HttpStack.start();
  });
  afterAll(() => house?.stop());

  /** Waits until ledger, outboxes, stream and read models agree, and hold what was acknowledged. */
  async function booksHold(acknowledged: readonly string[] = []) {
    const { databaseUrl: adminUrl, natsUrl, natsSeedFiles } = await house.stack.addresses();
    const place = { adminUrl, natsUrl, natsSeedFile: natsSeedFiles.ops!, acknowledged };
    return eventually(
      () => checkBooks(place),
      ({ differences }) => differences.length === 0,
      60_000,
    );
  }

  it.each(['nats', 'postgres', 'hub', 'letters', 'cv', 'projector', 'website'])(
    'R21: %s, its main process killed, comes back by itself; what was acknowledged is in the books once',
    async (service) => {
      const [container] = await containersOf(service);
      const restarts = await look(container!, '.RestartCount');
      const spending = new Spending(house);
      await eventually(() => spending.acknowledged.length > 5, Boolean, 60_000);
      await crash(container!);
      await backByItself(container!, restarts);
      const before = spending.acknowledged.length;
      await eventually(() => spending.acknowledged.length > before + 5, Boolean, 60_000);
      await spending.end();
      await booksHold(spending.acknowledged);
    },
    300_000,
  );

  it('drain on SIGTERM and end with 0, also while they wait for NATS', async () => {
    const [container] = await containersOf('letters');
    await compose('stop', 'letters');
    expect(await look(container!, '.State.ExitCode')).toBe('0');
    await compose('stop', 'nats');
    await docker('start', container!);
    await eventually(
      async () => (await docker('logs', '--since', '1m', container!)).includes('does not answer'),
      Boolean,
      60_000,
    );
    await compose('stop', 'letters');
    expect(await look(container!, '.State.ExitCode')).toBe('0');
    await compose('up', '--wait');
  }, 180_000);

  it('keep all data over down and up', async () => {
    const user = await house.signedInUser();
    await user.post('/api/luna/energy/consume', { action: 'conseil_rapide' });
    const before = await booksHold();
    const history = '/api/luna/energy/entries?at_least_version=3';
    const { text } = await user.get(history);

    await house.database.end();
    await compose('down');
    await compose('up', '--wait');

    house = await HttpStack.start();
    expect(await booksHold()).toEqual(before);
    expect((await user.get(history)).text).toBe(text);
    expect((await user.get('/api/luna/energy/balance')).json).toMatchObject({ balance: 95 });
  }, 300_000);
});
