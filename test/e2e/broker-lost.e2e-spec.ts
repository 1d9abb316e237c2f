import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { HttpStack } from './http-stack.js';
import { stackIsOurs } from './running-stack.js';

const withItsFolder = stackIsOurs ? describe : describe.skip;

withItsFolder('the broker’s data folder deleted under a running stack', () => {
  let house: HttpStack;

  beforeAll(async () => {
    house = await HttpStack.start();
  }, 120_000);
  afterAll(() => house?.stop(), 60_000);

  it('R18, R19: is noticed, restored while services are killed, and nothing that was acknowledged is lost or doubled', async () => {
    const { services } = await house.stack.addresses();
    const user = await house.signedInUser();
    await eventually(
      async () => (await user.get('/api/luna/energy/entries')).json.lines?.length as number,
      (lines) => lines === 1,
    );

    await rm(join(house.stack.home, 'nats'), { recursive: true, force: true });

    const readyOf = async (service: string) => {
      const reply = await fetch(`${services[service]![0]!.url}/ready`);
      return { status: reply.status, text: await reply.text() };
    };
    for (const service of ['hub', 'projector']) {
      const said = await eventually(
        () => readyOf(service),
        ({ status, text }) => status === 503 && text.includes('stream restore'),
        30_000,
      );
      expect(said.text).toContain('npm run phoenix -- stream restore');
    }

    // The token keys were on the broker too: until the website has put them there again, nobody is let in.
    const spent = await eventually(
      () => user.post('/api/luna/energy/consume', { action: 'conseil_rapide' }),
      ({ status }) => status !== 503,
      45_000,
    );
    expect(spent).toMatchObject({ status: 200, json: { balance: 95, version: 3 } });
    const { rows } = await house.database.query<{ version: string; published: boolean }>(
      `SELECT subject_version AS version, published_seq IS NOT NULL AS published FROM hub.outbox_log
       WHERE subject_user_id = $1 ORDER BY subject_version`,
      [user.userId],
    );
    expect(rows.map(({ version, published }) => `${version} ${published}`)).toEqual([
      '1 true',
      '2 true',
      '3 false',
    ]);

    expect((await phoenix('stream', 'restore')).stdout).toContain('The event stream is missing.');
    await phoenix('stream', 'restore', '--yes', '--no-wait');
    for (const service of ['hub', 'projector', 'website'])
      process.kill(services[service]![0]!.pid, 'SIGKILL');
    const restored = await eventually(
      () => phoenix('stream', 'restore', '--yes'),
      ({ code }) => code === 0,
      60_000,
    );
    expect(restored.stdout).toMatch(/event stream is (restored|there)/);

    expect((await phoenix('books')).stdout).toContain('1 account, all three agree');
    const told = await phoenix('tail', '--no-follow', '--json', '--user', user.userId);
    const events = told.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { source: string; subjectVersion: number });
    const versionsOf = (name: string) =>
      events.filter(({ source }) => source === name).map(({ subjectVersion }) => subjectVersion);
    expect(versionsOf('hub')).toEqual([1, 2, 3]);
    expect(versionsOf('website')).toEqual([1]);
    const now = (await house.stack.addresses()).services;
    for (const service of ['hub', 'projector']) {
      await eventually(
        () => fetch(`${now[service]![0]!.url}/ready`),
        ({ status }) => status === 200,
        30_000,
      );
    }
  }, 300_000);

  /** One command of the operator, to its end. */
  async function phoenix(...argv: string[]): Promise<{ code: number; stdout: string }> {
    const env = { ...process.env, PHOENIX_HOME: house.stack.home };
    return new Promise((resolve) => {
      execFile(process.execPath, ['tools/phoenix.mjs', ...argv], { env }, (error, stdout) =>
        resolve({ code: error ? Number(error.code) : 0, stdout }),
      );
    });
  }
});
