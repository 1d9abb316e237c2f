import { describe, expect, it } from '@jest/globals';
import type { Hop, RememberedHops } from '#libs/messaging';
import { clockFaults, stepsOfHops } from './steps-of-hops.js';

const began = 1_000;

function instance(service: string, hops: readonly Hop[]): RememberedHops {
  return { service, instance: 'a1', keeps: 4_096, since: 0, hops: [...hops] };
}

const verify = 'phoenix.command.letters.verify';
const consume = 'phoenix.command.energy.consume';
const ok = { outcome: 'ok' } as const;

const browser = instance('website', [
  { kind: 'http', what: 'POST /api/letters/verify', at: 1_000, tookMs: 40, outcome: '200' },
  { kind: 'asked', what: verify, at: 1_002, tookMs: 36, messageId: 'm1', attempts: 1, ...ok },
]);
const letters = instance('letters', [
  {
    kind: 'answered',
    what: verify,
    at: 1_003,
    tookMs: 34,
    messageId: 'm1',
    caller: 'website',
    ...ok,
  },
  { kind: 'asked', what: consume, at: 1_005, tookMs: 25, messageId: 'm2', attempts: 2, ...ok },
]);
const answered = { kind: 'answered', what: consume, messageId: 'm2', caller: 'letters' } as const;
const hub = instance('hub', [
  { ...answered, at: 1_006, tookMs: 4, outcome: 'UNAVAILABLE' },
  { ...answered, at: 1_020, tookMs: 9, outcome: 'ok' },
]);

describe('the hops of a request', () => {
  it('stand below what caused them, in order, with every attempt', () => {
    const steps = stepsOfHops([hub, browser, letters], began);
    expect(steps.map((step) => `${step.offsetMs} ${'>'.repeat(step.depth)} ${step.what}`)).toEqual([
      '0  POST /api/letters/verify',
      '2 > asks letters.verify',
      '3 >> letters.verify, asked by website',
      '5 >>> asks energy.consume, 2 attempts',
      '6 >>>> energy.consume, asked by letters',
      '20 >>>> energy.consume, asked by letters',
    ]);
  });

  it('have times of their own that add up to the time of the first', () => {
    const steps = stepsOfHops([browser, letters, hub], began);
    expect(steps.map(({ ownMs }) => ownMs)).toEqual([4, 2, 9, 12, 4, 9]);
    expect(steps.reduce((sum, { ownMs }) => sum + ownMs!, 0)).toBe(40);
  });

  it('are each their own beginning where nobody remembers what caused them', () => {
    expect(stepsOfHops([hub], began).map(({ depth }) => depth)).toEqual([0, 0]);
  });

  it('tell of an answer that took longer than the question, which only two clocks can', () => {
    expect(clockFaults(stepsOfHops([browser, letters, hub], began))).toEqual([]);
    const slow = instance('hub', [{ ...answered, at: 1_006, tookMs: 30, outcome: 'ok' }]);
    expect(clockFaults(stepsOfHops([letters, slow], began))).toMatchObject([
      { kind: 'asked', ownMs: -5 },
    ]);
  });
});
