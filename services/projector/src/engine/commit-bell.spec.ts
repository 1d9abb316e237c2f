import { describe, expect, it } from '@jest/globals';
import { CommitBell } from './commit-bell.js';

const never = 2 ** 30;

describe('CommitBell', () => {
  it('R26: wakes everybody who waits for this user in this model', async () => {
    const bell = new CommitBell();
    const waiting = [bell.wait('m', 'a', never), bell.wait('m', 'a', never)];
    bell.ring('m', [{ source: 'hub', userId: 'a' }]);
    await expect(Promise.all(waiting)).resolves.toHaveLength(2);
  });

  it('lets those sleep who wait for somebody else, or for another model', async () => {
    const bell = new CommitBell();
    let woken = 0;
    const others = [bell.wait('m', 'b', never), bell.wait('n', 'a', never)].map((one) =>
      one.then(() => woken++),
    );
    bell.ring('m', [
      { source: 'hub', userId: 'a' },
      { source: 'hub', userId: null },
    ]);
    await Promise.resolve();
    expect(woken).toBe(0);
    bell.ring('m', [{ source: 'hub', userId: 'b' }]);
    bell.ring('n', [{ source: 'hub', userId: 'a' }]);
    await Promise.all(others);
    expect(woken).toBe(2);
  });

  it('wakes by itself when the time is over', async () => {
    await expect(new CommitBell().wait('m', 'a', 1)).resolves.toBeUndefined();
  });
});
