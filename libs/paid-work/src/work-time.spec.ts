import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PhoenixError } from '#libs/contracts';
import { WorkEnded, withinTime, type WorkLimits } from './work-time.js';

describe('the time of a piece of work', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const limits = (more: Partial<WorkLimits> = {}): WorkLimits => ({
    limitMs: 10_000,
    deadline: performance.now() + 60_000,
    cancelled: undefined,
    leaving: new AbortController().signal,
    ...more,
  });

  /** Work that never ends by itself: what it is ended with, after so long, and whether its signal told it. */
  async function endOf(more: Partial<WorkLimits>, afterMs: number) {
    let told: AbortSignal | undefined;
    const working = withinTime(limits(more), (signal) => {
      told = signal;
      return new Promise<never>(() => undefined);
    }).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(afterMs - 1);
    expect(told?.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(told?.aborted).toBe(true);
    return ((await working) as WorkEnded).reason;
  }

  it('ends at its limit', async () => {
    expect(await endOf({}, 10_000)).toBe('timed-out');
  });

  it('ends a moment before its caller stops waiting, so that the caller can be told', async () => {
    expect(await endOf({ deadline: performance.now() + 5_000 }, 4_700)).toBe('timed-out');
  });

  it('ends at once when its user cancels', async () => {
    const cancelled = new AbortController();
    setTimeout(() => cancelled.abort(), 500);
    expect(await endOf({ cancelled: cancelled.signal }, 500)).toBe('cancelled');
  });

  it.each([
    ['timed-out', new PhoenixError('TIMED_OUT', 'Its time is over.', { afterMs: 500 })],
    ['abandoned', new PhoenixError('UNAVAILABLE', 'The service leaves.', { reason: 'it leaves' })],
    ['cancelled', new PhoenixError('PARTS_GONE', 'Nobody asked.', { part: 2 })],
  ])('is ended as %s when that is what its signal says', async (reason, error) => {
    const cancelled = new AbortController();
    setTimeout(() => cancelled.abort(error), 500);
    expect(await endOf({ cancelled: cancelled.signal }, 500)).toBe(reason);
  });

  it('has a few seconds more when the service leaves', async () => {
    expect(await endOf({ leaving: AbortSignal.abort() }, 3_000)).toBe('abandoned');
  });

  it('was ended for the reason that it was, whatever the work throws when it hears of it', async () => {
    const working = withinTime(limits({ limitMs: 100 }), async (signal) => {
      await new Promise((heard) => signal.addEventListener('abort', heard));
      throw new Error('aborted');
    }).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(100);
    expect(await working).toMatchObject({ reason: 'timed-out' });
  });

  it('does not begin when it is cancelled already', async () => {
    const work = jest.fn<() => Promise<void>>();
    const cancelled = withinTime(limits({ cancelled: AbortSignal.abort() }), work);
    await expect(cancelled).rejects.toMatchObject({ reason: 'cancelled' });
    expect(work).not.toHaveBeenCalled();
  });

  it('passes on what the work answers and throws, and leaves no timer behind', async () => {
    expect(await withinTime(limits(), async () => 'a letter')).toBe('a letter');
    const failing = withinTime(limits(), () => Promise.reject(new Error('the provider is away')));
    await expect(failing).rejects.toThrow('the provider is away');
    expect(jest.getTimerCount()).toBe(0);
  });
});
