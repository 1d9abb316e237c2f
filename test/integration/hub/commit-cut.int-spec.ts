import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { CuttingProxy } from '../persistence/cutting-proxy.js';
import { expectBooksToAgree } from './books-of.js';
import { HubStack } from './hub-stack.js';
import { askAll, expectOneAnswerEach, prepareLoad } from './keyed-load.js';

describe('a connection that is lost in COMMIT', () => {
  let hub: HubStack;
  let proxy: CuttingProxy;
  const acknowledged: string[] = [];

  beforeAll(async () => {
    hub = await HubStack.start({ hubs: 0, books: true });
    const { DATABASE_URL } = hub.stack.environment('hub');
    const cutting = await CuttingProxy.to(DATABASE_URL!);
    proxy = cutting.proxy;
    const url = new URL(cutting.url);
    url.searchParams.set('query_timeout', '400');
    await hub.stack.run('hub', hubService, { DATABASE_URL: url.href });
  });
  afterAll(async () => {
    await proxy?.close();
    await hub?.stop();
  });

  it.each(['before-commit', 'after-commit'] as const)(
    'R9: cut %s, once: it is run again, and nobody notices',
    async (cut) => {
      const load = await prepareLoad(hub);
      const before = proxy.cuts;
      proxy.cut = cut;
      const asked = askAll(load);
      await eventually(() => proxy.cuts > before);
      proxy.cut = 'never';
      const first = await asked;
      expect(first).not.toContain(undefined);
      acknowledged.push(...(await expectOneAnswerEach(load, first)));
    },
  );

  it.each(['before-commit', 'after-commit'] as const)(
    'R14: cut %s, always: nobody is told that it failed, and later each has one answer',
    async (cut) => {
      const load = await prepareLoad(hub);
      proxy.cut = cut;
      const first = await askAll(load);
      proxy.cut = 'never';
      acknowledged.push(...(await expectOneAnswerEach(load, first)));
    },
  );

  it('R9: a Postgres that answers nothing any more is given up, and asked again when it does', async () => {
    const load = await prepareLoad(hub);
    proxy.silent = true;
    const first = await askAll(load);
    expect(first).toEqual(first.map(() => undefined));
    proxy.silent = false;
    await eventually(() => hub.account().catch(() => false));
    acknowledged.push(...(await expectOneAnswerEach(load, first)));
  });

  it('R27: leaves books on which the independent checker has nothing to say', () =>
    expectBooksToAgree(hub.stack, acknowledged));
});
