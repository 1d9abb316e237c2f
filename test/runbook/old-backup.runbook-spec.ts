import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postgresPlace } from '../../tools/stack/index.mjs';
import { Night } from './night.js';

const run = promisify(execFile);

describe('Postgres was put back to an older backup', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R20: takes over from the stream what the ledger lacks', async () => {
    const { cluster } = await postgresPlace(join(night.stack.home, 'postgres'));
    await night.user();
    await night.down();
    await run('cp', ['-a', cluster, `${cluster}-older`]);
    await night.up();
    for (let n = 0; n < 2; n++) await night.user();
    await night.down();
    await rm(cluster, { recursive: true });
    await run('cp', ['-a', `${cluster}-older`, cluster]);
    await night.operator.type('npm start');
    await night.operator.notices(/Postgres is older than the stream/);
    await night.operator.follow('Postgres was put back to an older backup', {}, { 0: 1 });
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 400_000);
});
