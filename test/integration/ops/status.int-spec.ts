import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueVersion, placeHold, serviceNames } from '#libs/contracts';
import { eventually } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { OpsStack } from './ops-stack.js';

describe('status of a whole house', () => {
  let house: OpsStack;
  beforeAll(async () => {
    house = await OpsStack.start('hub', 'letters', 'cv', 'projector', 'website');
    await house.spender(2);
  });
  afterAll(() => house?.stop());

  it('says that all is well, and shows services, stream and read models with their figures', async () => {
    const { stdout } = await eventually(
      () => house.run('status'),
      (spoken) => spoken.exitCode === 0 && /^event-store .* 4 +0 +0$/m.test(spoken.stdout),
    );
    expect(stdout).toMatch(/^All is well\.\n/);
    for (const service of serviceNames.filter((name) => name !== 'ops'))
      expect(stdout).toMatch(new RegExp(`^${service} +[0-9a-f]{8} `, 'm'));
    expect(stdout).toMatch(/^Stream: 4 events, epoch [0-9a-f-]{36}, 0\.\d\d of 4096 MiB$/m);
    expect(stdout).toMatch(/^hub +yes +0 +0 s +this instance +[\d.]+ ms$/m);
    expect(stdout).toMatch(/^projector +yes +– +– +– +[\d.]+ ms$/m);
    expect(stdout).toMatch(/^Postgres: \d+ of \d+ connections$/m);
    expect(stdout).toMatch(/^Holds: 0 open with 0 points, 0 overdue$/m);
    expect(stdout).toMatch(/^Dead letters: none$/m);
    expect(stdout).toMatch(/^event-store +1 +live +running +4 +0 +0$/m);
  });

  it('shows holds that are open, and paid work that was begun and never delivered, which are no faults', async () => {
    const { caller } = await house.stack.user();
    await house.open(caller);
    const letters = await house.stack.client('letters');
    const request = { action: 'lettre_motivation', lifetimeMs: 60_000 } as const;
    await letters.request(placeHold, { ...request, idempotencyKey: randomUUID() }, caller);
    await house.stack.database.query(
      `INSERT INTO letters.paid_work (user_id, key, fingerprint, state, started_at)
       SELECT gen_random_uuid(), gen_random_uuid(), 'x', 'started', now() - interval '1 minute' * n FROM generate_series(0, 1) n`,
    );
    const { exitCode, stdout } = await eventually(
      () => house.run('status'),
      (spoken) => spoken.exitCode === 0,
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Holds: 1 open with 15 points, 0 overdue$/m);
    expect(stdout).toMatch(/^Paid work: letters 1 under way, 1 not delivered; cv 0 under way/m);
  });

  it('looks again and again until it is stopped, and ends with what it saw last', async () => {
    const watching = house.begin('status', '--watch');
    await eventually(() => watching.written.stdout.split('All is well.').length > 2);
    watching.stop();
    const { exitCode, stdout } = await watching.ended;
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('\u001b');
  });

  it('tells the same in JSON, with the figures of every endpoint', async () => {
    const { exitCode, stdout } = await house.run('status', '--json');
    expect(exitCode).toBe(0);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ well: true, faults: [], missing: [], stream: { drift: [] } });
    expect(told.catalogue).toEqual({ version: catalogueVersion });
    const hub = told.instances.find(({ name }: { name: string }) => name === 'hub');
    expect(hub.endpoints).toContainEqual(
      expect.objectContaining({ name: 'command-energy-consume', num_requests: 2, num_errors: 0 }),
    );
  });
});

describe('status of a house that is not well', () => {
  let house: OpsStack;
  beforeAll(async () => {
    house = await OpsStack.start();
  });
  afterAll(() => house?.stop());

  it('names what is missing first, each with what helps, and exits 1', async () => {
    const { exitCode, stdout, stderr } = await house.run('status');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('✗ hub, letters, cv, projector and website do not answer.');
    expect(lines[1]).toContain('`npm start`');
    expect(lines[2]).toBe('✗ The event stream PHOENIX_EVENTS does not exist.');
  });

  it('names the services that do not answer beside those that do', async () => {
    await house.stack.run('hub', hubService);
    const { exitCode, stdout } = await house.run('status', '--json');
    expect(exitCode).toBe(1);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ well: false, missing: ['letters', 'cv', 'projector', 'website'] });
    expect(told.instances.map(({ name }: { name: string }) => name)).toEqual(['hub']);
  });

  it('says that NATS is away, where it should be, and what starts it', async () => {
    await house.stack.broker.kill();
    const { exitCode, stdout, stderr } = await house.run('status');
    await house.stack.broker.restart();
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toBe(
      `NATS does not answer at ${house.stack.broker.url}. Is the stack running? \`npm start\` starts it.\n`,
    );
  });
});
