import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getReceipt, openAccount, verifyLetter } from '#libs/contracts';
import { newCaller, type RunningService } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { OpsStack } from './ops-stack.js';

const text = 'Madame, Monsieur,\n\nJ’aime l’idée de travailler chez vous.\n\nCamille Roux';

describe('explain', () => {
  let house: OpsStack;
  let hub: RunningService;

  beforeAll(async () => {
    house = await OpsStack.start('letters', 'cv', 'projector', 'website');
    hub = await house.add('hub');
  });
  afterAll(() => house?.stop());

  /** Checks a letter of somebody new; the answers are the request's id and the user's. */
  async function letterChecked(): Promise<{ id: string; userId: string; token: string }> {
    const { userId, token, caller } = await house.stack.user();
    await house.website.request(openAccount, {}, caller);
    const asked = newCaller(token);
    await house.website.request(verifyLetter, { text, idempotencyKey: randomUUID() }, asked);
    return { id: asked.correlationId, userId, token };
  }

  const explained = (id: string, ...more: string[]) =>
    eventually(
      () => house.run('explain', id, ...more),
      ({ exitCode }) => exitCode === 0,
    );

  it('tells a paid request from service to service, its entry, events, places and rows', async () => {
    const { id, userId } = await letterChecked();
    const { stdout, stderr } = await explained(id);
    expect(stderr).toBe('');
    for (const line of [
      `Request ${id}, began `,
      'It made 2 events, each in every read model that reads it.',
      / letters \w+ +letters\.verify, asked by website +ok$/,
      / letters \w+ +asks energy\.consume +ok$/,
      / hub \w+ +energy\.consume, asked by letters +ok$/,
      / ledger +consume verification_format: −3 points, balance 97 \(version 3\)$/,
      / hub event log +EnergyConsumed recorded \(version 3 of its user\)$/,
      / letters event log +LetterVerified recorded \(version 1 of its user\)$/,
      / event stream +LetterVerified at sequence \d+$/,
      / projector \w+ +energy-history takes [\d to]+ +ok$/,
      new RegExp(`^ +energy-usage +taken +energy_usage user_id=${userId} day=`),
      new RegExp(`^ +event-store +taken +event_store subject_user_id=${userId} stream_sequence=`),
    ]) {
      expect(stdout.split('\n')).toContainEqual(
        typeof line === 'string' ? expect.stringContaining(line) : expect.stringMatching(line),
      );
    }
  });

  it('tells of a refused request, which left no event', async () => {
    const { caller } = await house.stack.user();
    const asked = house.website.request(getReceipt, { entryId: randomUUID() }, caller);
    await expect(asked).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' });
    const { stdout } = await explained(caller.correlationId);
    expect(stdout).toMatch(/ hub \w+ +energy\.get-receipt, asked by website +ENTRY_NOT_FOUND$/m);
    expect(stdout).toContain('It changed nothing: no event tells of it.');
  });

  it('says what is not everywhere yet, with what shows it', async () => {
    await house.run('model', 'pause', '--model', 'energy-usage', '--reason', 'Un essai');
    const { id } = await letterChecked();
    const { exitCode, stdout } = await eventually(
      () => house.run('explain', id),
      (spoken) => spoken.stdout.includes('✗ energy-usage has not come to EnergyConsumed at'),
    );
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^ +energy-usage +ahead +energy_usage .* no such row$/m);
    await house.run('model', 'resume', '--model', 'energy-usage');
    await explained(id);
  });

  it('keeps what is durable when the instances that answered are gone, and says who forgot', async () => {
    const { id } = await letterChecked();
    await explained(id);
    await hub.app.close();
    hub = await house.add('hub');
    const { exitCode, stdout } = await house.run('explain', id);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('energy.consume, asked by letters');
    expect(stdout).toContain('hub event log');
    expect(stdout).toMatch(
      /^hub \w+ no longer remembers: it keeps its last 4096 steps, and these begin 20/m,
    );
  });

  it('says of a request that nobody knows how far everybody remembers', async () => {
    const { exitCode, stdout, stderr } = await house.run('explain', randomUUID());
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(
      /^Nobody knows of a request [\w-]+\. .*hub \w+ since 20.*x-correlation-id/,
    );
    expect((await house.run('explain', 'no such id')).exitCode).toBe(2);
  });

  it('answers event-log with what a service recorded', async () => {
    const { id, userId } = await letterChecked();
    const { stdout } = await eventually(
      () => house.run('event-log', '--service', 'letters', '--user', userId),
      (spoken) => !spoken.stdout.includes('waits'),
    );
    expect(stdout).toMatch(new RegExp(`^20\\S+ +\\d+ +LetterVerified +${userId} +1 +${id}$`, 'm'));
    const json = await house.run('event-log', '--service', 'hub', '--correlation', id, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      events: [{ type: 'EnergyConsumed', userId }],
      all: true,
    });
  });
});
