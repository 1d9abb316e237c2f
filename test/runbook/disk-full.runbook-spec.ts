import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { dataFolder, noSmallDisk, SmallDisk } from '../chaos/small-disk.js';
import { Night } from './night.js';

const impossible = await noSmallDisk();
if (impossible) process.stderr.write(`A full disk is not tested: ${impossible}.\n`);

/** Large enough that doctor is content when it is empty. */
const mebibytes = 1_536;
const told = {
  Postgres: /The disk of Postgres is full|Postgres does not answer/,
  NATS: /NATS did not take them/,
};

(impossible ? describe.skip : describe)('disk full', () => {
  describe.each(['Postgres', 'NATS'] as const)('under %s', (part) => {
    let night: Night;
    let disk: SmallDisk;

    beforeAll(async () => {
      const env = { PHOENIX_STREAM_MAX_BYTES: String(64 * 1024 ** 2) };
      night = await Night.begin([], env, async (home) => {
        disk = await SmallDisk.mount(await dataFolder[part](home), mebibytes);
      });
    }, 180_000);
    afterAll(async () => {
      await night?.down().catch(() => undefined);
      await disk?.unmount();
      await night?.end();
      if (disk) await rm(disk.folder, { recursive: true, force: true });
    }, 60_000);

    it('is named by status and doctor, and over when there is room', async () => {
      const user = await night.user();
      const filling = disk.keepFull();
      const spending = setInterval(() => {
        void user
          .post('/api/luna/energy/consume', { action: 'conseil_rapide' })
          .catch(() => undefined);
      }, 1_000);
      try {
        await night.operator.notices(told[part]);
        const [status, doctor] = await night.operator.follow('Disk full', {}, { 0: 1, 1: 1 });
        expect(status!.text).toMatch(told[part]);
        expect(doctor!.text).toContain('(disk-room: ');
      } finally {
        clearInterval(spending);
        await filling.stop();
        await disk.makeRoom();
      }
      await night.operator.lastStatus();
      await eventually(
        () => night.operator.type('npm run phoenix -- books'),
        ({ code }) => code === 0,
        30_000,
      );
      await night.operator.must('npm run phoenix -- doctor');
    }, 240_000);
  });
});
