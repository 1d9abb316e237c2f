import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Night } from './night.js';

interface Told {
  readonly steps: readonly {
    readonly type: string;
    readonly occurredAt: string;
    readonly correlationId: string;
  }[];
}

describe('a user disputes a charge', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('shows what the points were for, and makes it good', async () => {
    const user = await night.user();
    const text = 'Madame, Monsieur,\n\nJe souhaite rejoindre votre équipe.\n\nCordialement,';
    expect(await user.post('/api/letters/verify', { text })).toMatchObject({ status: 200 });
    await night.operator.must(`npm run phoenix -- books --user ${user.userId}`);
    const history = await night.operator.must(
      `npm run phoenix -- history --user ${user.userId} --json`,
    );
    const charge = (JSON.parse(history) as Told).steps.find(({ type }) =>
      ['EnergyConsumed', 'EnergyHoldCaptured'].includes(type),
    )!;
    const values = {
      user: user.userId,
      date: charge.occurredAt,
      correlation: charge.correlationId,
      points: '3',
      why: 'The check was of the wrong letter',
    };
    const said = await night.operator.follow('A user disputes a charge', values);
    expect(said[1]!.text).toContain('LetterVerified');
    const after = await night.operator.must(`npm run phoenix -- history --user ${user.userId}`);
    expect(after).toContain('gesture');
  }, 240_000);
});
