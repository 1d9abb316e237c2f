import { describe, expect, it } from '@jest/globals';
import { checks } from './checks/checks.js';
import { examine } from './examine.js';
import type { Seen } from './seen.js';

describe('an examination while no service answers', () => {
  it('says what could not be looked at, and calls none of it well', () => {
    const asking = checks.filter(({ asksServices }) => asksServices);
    const { findings, unseen, well } = examine({ installed: [] } as unknown as Seen, asking);
    expect(findings).toEqual([]);
    expect(well).toEqual([]);
    const what = 'no service answers that could tell';
    expect(unseen).toEqual(asking.map(({ name: check }) => ({ check, what })));
    expect(unseen.length).toBeGreaterThan(3);
  });
});
