import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { armFailpoint, disarmFailpoints, failpoint, failpointHits } from './failpoint.js';

afterEach(() => {
  disarmFailpoints();
  jest.useRealTimers();
});

describe('failpoint', () => {
  it('does nothing and counts nothing while none is armed', () => {
    expect(failpoint('relay.after-claim')).toBeUndefined();
    expect(failpointHits().size).toBe(0);
  });

  it('throws at every hit, and others pass', () => {
    armFailpoint('relay.after-claim', 'throw');
    expect(() => failpoint('relay.after-claim')).toThrow('relay.after-claim');
    expect(() => failpoint('relay.after-claim')).toThrow('relay.after-claim');
    expect(failpoint('relay.after-publish')).toBeUndefined();
    expect(Object.fromEntries(failpointHits())).toEqual({
      'relay.after-claim': 2,
      'relay.after-publish': 1,
    });
  });

  it('acts at the n-th hit only, counted from when it was armed', () => {
    armFailpoint('b', 'hang');
    void failpoint('a');
    armFailpoint('a', 'throw@2');
    expect(failpoint('a')).toBeUndefined();
    expect(() => failpoint('a')).toThrow('as armed');
    expect(failpoint('a')).toBeUndefined();
  });

  it('hangs until disarmed', async () => {
    armFailpoint('a', 'hang');
    const order: string[] = [];
    const hanging = Promise.resolve(failpoint('a')).then(() => order.push('let go'));
    await Promise.resolve();
    order.push('disarmed');
    disarmFailpoints();
    await hanging;
    expect(order).toEqual(['disarmed', 'let go']);
  });

  it('pauses for the given milliseconds', async () => {
    jest.useFakeTimers();
    armFailpoint('a', 'pause:5000');
    let over = false;
    void Promise.resolve(failpoint('a')).then(() => (over = true));
    await jest.advanceTimersByTimeAsync(4_999);
    expect(over).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(over).toBe(true);
  });

  it('refuses an action that it does not know, and says what it knows', () => {
    expect(() => armFailpoint('a', 'explode' as 'crash')).toThrow(
      'The failpoint "a=explode" is not understood. Write name=action[@n]',
    );
  });
});
