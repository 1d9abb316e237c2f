import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { runOps } from '../../services/ops/src/run-ops.js';
import { HttpStack } from './http-stack.js';
import { letter } from './letter.sample.js';

interface Step {
  readonly kind: string;
  readonly at: number;
  readonly offsetMs: number;
  readonly tookMs: number | null;
  readonly ownMs: number | null;
  readonly depth: number;
  readonly where: string;
  readonly what: string;
}

interface Explained {
  readonly steps: readonly Step[];
  readonly events: readonly {
    readonly type: string;
    readonly models: readonly { readonly model: string; readonly state: string }[];
  }[];
}

/** Instants of Postgres and NATS have milliseconds, and two clocks of one machine may be set apart by some. */
const finenessMs = 5;

describe('explain, of one paid letter check through the website', () => {
  let house: HttpStack;

  beforeAll(async () => {
    house = await HttpStack.start();
  }, 120_000);
  afterAll(() => house?.stop(), 60_000);

  async function explain(id: string, ...more: string[]) {
    const { natsUrl, natsSeedFiles } = await house.stack.addresses();
    const said = { stdout: '', stderr: '' };
    const exitCode = await runOps(['explain', id, ...more], {
      env: { PHOENIX_ENV: 'test', NATS_URL: natsUrl, NATS_NKEY_SEED_FILE: natsSeedFiles.ops },
      stdout: { write: (text) => (said.stdout += text) },
      stderr: { write: (text) => (said.stderr += text) },
    });
    return { exitCode, ...said };
  }

  it('shows the browser’s request, three services, ledger, events, stream and read models, with times that add up', async () => {
    const user = await house.signedInUser();
    const reply = await user.post('/api/letters/verify', { text: letter });
    expect(reply.status).toBe(200);
    const id = reply.headers.get('x-correlation-id')!;
    const { stdout } = await eventually(
      () => explain(id, '--json'),
      ({ exitCode }) => exitCode === 0,
    );
    const { steps, events } = JSON.parse(stdout) as Explained;
    const hops = steps.filter(({ kind }) => /^(http|asked|answered)$/.test(kind));
    expect(hops.map(({ depth, where, what }) => `${depth} ${where.split(' ')[0]} ${what}`)).toEqual(
      [
        '0 website POST /api/letters/verify',
        '1 website asks letters.verify',
        '2 letters letters.verify, asked by website',
        '3 letters asks energy.consume',
        '4 hub energy.consume, asked by letters',
      ],
    );
    const [http, , letters, , hub] = hops;
    const own = hops.reduce((sum, { ownMs }) => sum + ownMs!, 0);
    expect(own).toBeCloseTo(http!.tookMs!, 3);
    expect(hops.every(({ ownMs }) => ownMs! > -1)).toBe(true);

    const one = (kind: string, where: string) =>
      steps.find((step) => step.kind === kind && step.where === where)!;
    const during = ({ at }: Step, around: Step) =>
      at >= around.at - finenessMs && at <= around.at + around.tookMs! + finenessMs;
    expect(during(one('entry', 'ledger'), hub!)).toBe(true);
    expect(during(one('recorded', 'hub event log'), hub!)).toBe(true);
    expect(during(one('recorded', 'letters event log'), letters!)).toBe(true);
    const published = steps.filter(({ kind }) => kind === 'published');
    expect(published.map(({ what }) => what.split(' ')[0])).toEqual([
      'EnergyConsumed',
      'LetterVerified',
    ]);
    const projected = steps.filter(({ kind }) => kind === 'projected');
    const models = ['event-store', 'energy-history', 'energy-usage'];
    for (const model of models) {
      const taken = projected.filter(({ what }) => what.startsWith(`${model} takes `));
      expect(taken.length).toBeGreaterThan(0);
      expect(taken[0]!.at).toBeGreaterThanOrEqual(published[0]!.at - finenessMs);
    }
    const taken = events[0]!.models.filter(({ state }) => state === 'taken');
    expect(taken.map(({ model }) => model)).toEqual(expect.arrayContaining(models));

    const words = await explain(id);
    expect(words.stdout).toContain(`Request ${id}, began `);
  });
});
