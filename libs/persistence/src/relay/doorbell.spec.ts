import { describe, expect, it, jest } from '@jest/globals';
import { Doorbell } from './doorbell.js';

describe('Doorbell', () => {
  it('wakes its waiter when it is rung', async () => {
    const bell = new Doorbell();
    const woken = bell.wait(2 ** 30);
    bell.ring();
    await expect(woken).resolves.toBeUndefined();
  });

  it('keeps a ring while nobody waits, once', async () => {
    jest.useFakeTimers();
    try {
      const bell = new Doorbell();
      bell.ring();
      bell.ring();
      await bell.wait(60_000);
      let woken = false;
      const second = bell.wait(60_000).then(() => (woken = true));
      await jest.advanceTimersByTimeAsync(59_999);
      expect(woken).toBe(false);
      await jest.advanceTimersByTimeAsync(1);
      await second;
      expect(woken).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});
