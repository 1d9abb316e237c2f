import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, TestPostgres, TestStack } from '#libs/testing';
import { OpsStack } from './ops-stack.js';
import { faults } from './planted-faults.js';

interface Told {
  readonly healthy: boolean;
  readonly findings: { check: string; gravity: string; wrong: string; fix: string }[];
  readonly well: { check: string }[];
}

describe('doctor', () => {
  let postgres: TestPostgres;
  let house: OpsStack;

  beforeAll(async () => {
    // The Postgres that tests share does not sync.
    postgres = await TestPostgres.start();
    house = await OpsStack.on(
      await TestStack.start(postgres),
      'hub',
      'letters',
      'cv',
      'projector',
      'website',
    );
    await house.spender(2);
    await nothingFound();
  }, 60_000);
  afterAll(async () => {
    await house?.stop();
    await postgres?.stop();
  });

  async function examined(): Promise<Told & { exitCode: number }> {
    const { exitCode, stdout, stderr } = await house.run('doctor', '--json');
    if (stdout === '') throw new Error(stderr);
    return { exitCode, ...(JSON.parse(stdout) as Told) };
  }

  function nothingFound() {
    return eventually(
      () => examined().catch(() => undefined),
      (told) => told?.healthy === true,
    );
  }

  it('finds nothing in a healthy house, exits 0 and says what it looked at', async () => {
    const { exitCode, stdout, stderr } = await house.run('doctor');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^Nothing was found by which this deployment could lose/);
    expect(stdout).toMatch(/^\? disk-room +not looked at: .*PHOENIX_DATA_FOLDERS/m);
    expect(stdout).toMatch(/^✓ postgres-durability +fsync, synchronous_commit, full_page_writes/m);
    expect(stdout).toMatch(/^✓ nats-durability +1 server of NATS syncs each event/m);
    const { well } = await examined();
    expect(well.length).toBeGreaterThan(12);
  });

  it.each(faults)(
    'finds that %s',
    async (_name, check, gravity, wrong, make) => {
      const fault = make();
      await fault.plant(house);
      try {
        const told = await eventually(
          () => examined().catch(() => undefined),
          (seen) =>
            seen?.findings.some((one) => one.check === check && wrong.test(one.wrong)) ?? false,
        );
        const found = told!.findings.find((one) => one.check === check && wrong.test(one.wrong))!;
        expect(found.gravity).toBe(gravity);
        expect(found.fix.length).toBeGreaterThan(20);
        expect(told).toMatchObject({ healthy: false, exitCode: 1 });
      } finally {
        await fault.mend(house);
      }
      await nothingFound();
    },
    40_000,
  );
});
