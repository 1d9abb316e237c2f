import { describe, expect, it } from '@jest/globals';
import { RecentHops } from './recent-hops.js';

const hop = { kind: 'answered', what: 'phoenix.query.energy.check', outcome: 'ok' } as const;
const question = (correlationId: string) => ({ correlationId, sequences: [] });

describe('the recent hops of an instance', () => {
  it('are found by the whole correlation id', () => {
    const recent = new RecentHops();
    const startedAt = performance.now();
    recent.add({ ...hop, startedAt, correlationId: 'abc', messageId: 'm1', caller: 'website' });
    recent.add({ ...hop, startedAt, correlationId: 'abcd' });
    const [found, ...more] = recent.of(question('abc'));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ ...hop, messageId: 'm1', caller: 'website' });
    expect(Math.abs(found!.at - Date.now())).toBeLessThan(1_000);
    expect(recent.of(question('ab'))).toEqual([]);
  });

  it('forget the oldest, and say from when on they are whole', () => {
    const recent = new RecentHops();
    const before = recent.since;
    for (let n = 0; n < recent.keeps; n++)
      recent.add({ ...hop, startedAt: 1_000 + n, correlationId: `c${n}` });
    expect(recent.of(question('c0'))).toHaveLength(1);
    recent.add({ ...hop, startedAt: 90_000, correlationId: 'one-more' });
    expect(recent.of(question('c0'))).toEqual([]);
    expect(recent.of(question('c1'))).toHaveLength(1);
    expect(recent.since).not.toBe(before);
  });

  it('tell what others remember too, in order', () => {
    const recent = new RecentHops();
    recent.add({ ...hop, startedAt: performance.now(), correlationId: 'abc' });
    const batch = {
      kind: 'projected',
      what: 'event-store',
      at: 5,
      tookMs: 1,
      outcome: 'ok',
    } as const;
    recent.also(({ sequences }) => (sequences.includes(7) ? [batch] : []));
    expect(recent.of({ correlationId: 'abc', sequences: [7] }).map(({ kind }) => kind)).toEqual([
      'projected',
      'answered',
    ]);
  });
});
