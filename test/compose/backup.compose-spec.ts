import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { blocksOf } from '../e2e/readme-blocks.js';
import { HttpStack } from '../e2e/http-stack.js';

const run = promisify(execFile);

describe('both backups of the containers, and the way back', () => {
  let house: HttpStack;
  let folder: string;

  beforeAll(async () => {
    house = await HttpStack.start();
    folder = await mkdtemp(join(tmpdir(), 'phoenix-backup-'));
  });
  afterAll(async () => {
    await house?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Types a line of the runbook in the folder of the backup; its volumes are those of this test's containers. */
  function type(line: string) {
    const files = process.env.COMPOSE_FILE!.split(',').map((file) => resolve(file));
    const env = { ...process.env, COMPOSE_FILE: files.join(',') };
    const ours = line.replaceAll(' phoenix_', ` ${process.env.COMPOSE_PROJECT_NAME}_`);
    return run('bash', ['-o', 'pipefail', '-c', ours], { cwd: folder, env, timeout: 180_000 });
  }

  async function typed(nth: number): Promise<string[]> {
    const page = await readFile('docs/runbook.md', 'utf8');
    const blocks = blocksOf(page, 'Back up both, and the way back');
    const { text } = blocks.filter(({ kind }) => kind === 'bash')[nth]!;
    return text.split('\n').filter((line) => line !== '');
  }

  it('R20: bring back what each holds, typed as the runbook says', async () => {
    const user = await house.signedInUser();
    const spend = () => user.post('/api/luna/energy/consume', { action: 'conseil_rapide' });
    const [postgresFirst, ...streamAfterIt] = await typed(0);
    await spend();
    await type(postgresFirst!);
    // The stream's backup alone has it.
    await spend();
    for (const line of streamAfterIt) await type(line);
    await spend();

    await house.database.end();
    for (const line of await typed(1)) {
      // The hubs are not ready before the ledger has caught up, and `up --wait` says so.
      if (line.includes(' up --wait')) await type(line).catch(() => undefined);
      else expect(await type(line)).toBeDefined();
    }
    const up = () =>
      type('docker compose up --wait').then(
        () => true,
        () => false,
      );
    await eventually(up, Boolean, 120_000);
    house = await HttpStack.start();
    expect((await user.get('/api/luna/energy/balance')).json).toMatchObject({ balance: 90 });
  }, 600_000);
});
