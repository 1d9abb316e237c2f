import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, StackProcess } from '#libs/testing';
import { postgresPlace } from '../../tools/stack/index.mjs';
import { stackIsOurs } from './running-stack.js';

const run = promisify(execFile);
const user = '0b7e55a1-2c1d-4e8f-9a3b-6d5c4b3a2f10';
const withItsFolder = stackIsOurs ? describe : describe.skip;

withItsFolder(
  'Postgres’s data folder put back to an older copy, and the stack started on it',
  () => {
    let stack: StackProcess;

    beforeAll(async () => {
      stack = await StackProcess.start();
    }, 180_000);
    afterAll(() => stack?.stop(), 60_000);

    /** One command of the operator, to its end. */
    async function phoenix(
      ...argv: string[]
    ): Promise<{ code: number; stdout: string; stderr: string }> {
      const env = { ...process.env, PHOENIX_HOME: stack.home };
      return new Promise((resolve) => {
        execFile(
          process.execPath,
          ['tools/phoenix.mjs', ...argv],
          { env },
          (error, stdout, stderr) =>
            resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
        );
      });
    }

    it('R20: waits for the ledger to catch up, says how, and is ready by itself afterwards', async () => {
      const { cluster } = await postgresPlace(join(stack.home, 'postgres'));
      expect(await phoenix('token', '--user', user)).toMatchObject({ code: 0 });
      expect((await phoenix('books')).stdout).toContain('1 account, all three agree');
      await stack.down();
      await run('cp', ['-a', cluster, `${cluster}-copy`]);
      await stack.up();
      const why = ['--code', 'gesture', '--reason', 'Un essai'];
      const given = ['account', 'grant', '--user', user, '--amount', '40', ...why];
      expect(await phoenix(...given)).toMatchObject({ code: 0 });
      expect((await phoenix('books')).stdout).toContain('1 account, all three agree');
      await stack.down();
      await rm(cluster, { recursive: true });
      await run('cp', ['-a', `${cluster}-copy`, cluster]);

      const ready = stack.up();
      const told = await eventually(
        () => phoenix('ledger', 'catch-up'),
        ({ stdout }) => stdout.includes('ledger catch-up'),
        120_000,
      );
      expect(told.stdout).toContain('holds 1 event of 1 account, ');
      expect(await phoenix(...given)).toMatchObject({ code: 1 });
      expect(await phoenix('ledger', 'catch-up', '--yes')).toMatchObject({ code: 0 });
      await ready;
      expect((await phoenix('books')).stdout).toContain('1 account, all three agree');
      expect((await phoenix('account', 'audit', '--user', user)).stdout).toContain('grant-energy');
      expect((await phoenix(...given)).stdout).toContain('The balance is 180.');
    }, 400_000);
  },
);
