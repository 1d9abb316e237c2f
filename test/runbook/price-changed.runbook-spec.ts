import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScratchCopy } from '../e2e/scratch-copy.js';
import { Night } from './night.js';

const catalogue = 'libs/contracts/src/catalogue.ts';

describe('a changed price is deployed', () => {
  let night: Night;
  let release: ScratchCopy;

  beforeAll(async () => {
    release = await ScratchCopy.make();
    const before = await readFile(join(release.folder, catalogue), 'utf8');
    const after = before
      .replace('catalogueVersion = 1', 'catalogueVersion = 2')
      .replace('conseil_rapide: action(5,', 'conseil_rapide: action(6,');
    await release.write(catalogue, after);
    night = await Night.begin();
  }, 180_000);
  afterAll(async () => {
    await night?.end();
    await release?.remove();
  }, 60_000);

  it('is said by status, and nobody pays what they were not shown', async () => {
    const { userId } = await night.user();
    await night.down();
    await night.up(release.folder);
    const user = await night.house.newUser(userId);
    const old = { action: 'conseil_rapide', expected_cost: 5 };
    const path = '/api/luna/energy/consume';
    expect(await user.post(path, old)).toMatchObject({
      status: 409,
      json: { code: 'PRICE_CHANGED' },
    });
    expect(await user.post(path, { ...old, expected_cost: 6 })).toMatchObject({
      status: 200,
      json: { balance: 94 },
    });
    await night.operator.follow('A changed price is deployed', {}, { 0: 1, 1: 1 });
    const env = { PHOENIX_HOME: night.stack.home };
    expect(await release.run('node tools/phoenix.mjs status', env)).toContain('All is well.');
  }, 300_000);
});
