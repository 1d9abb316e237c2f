import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Readiness } from './readiness.js';

afterEach(() => {
  jest.useRealTimers();
});

describe('Readiness', () => {
  it('without checks is ready once started', async () => {
    const readiness = new Readiness();
    expect(await readiness.status()).toEqual({
      ready: false,
      checks: [{ name: 'start', ready: false, reason: 'The service is still starting.' }],
    });
    readiness.markStarted();
    expect(await readiness.status()).toEqual({ ready: true, checks: [] });
  });

  it('is ready when all checks are, and gives the reason of each that is not', async () => {
    const readiness = new Readiness();
    let connected = false;
    readiness.register('postgres', async () => ({ ready: true }));
    readiness.register('nats', () =>
      connected ? { ready: true } : { ready: false, reason: 'NATS does not answer.' },
    );
    expect(await readiness.status()).toEqual({
      ready: false,
      checks: [
        { name: 'postgres', ready: true },
        { name: 'nats', ready: false, reason: 'NATS does not answer.' },
      ],
    });
    connected = true;
    expect((await readiness.status()).ready).toBe(true);
  });

  it('takes a check that throws for not ready, without its secrets', async () => {
    const readiness = new Readiness();
    readiness.register('sync', () => {
      throw new Error('no postgres://hub:pw@db/phoenix');
    });
    readiness.register('async', () => Promise.reject(new Error('down')));
    expect((await readiness.status()).checks).toEqual([
      {
        name: 'sync',
        ready: false,
        reason: 'The check failed: no postgres://hub:[redacted]@db/phoenix',
      },
      { name: 'async', ready: false, reason: 'The check failed: down' },
    ]);
  });

  it('waits 1,000 ms for a check and no longer', async () => {
    jest.useFakeTimers();
    const readiness = new Readiness();
    readiness.register('hanging', () => new Promise<never>(() => undefined));
    const status = readiness.status();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await status).toEqual({
      ready: false,
      checks: [
        { name: 'hanging', ready: false, reason: 'The check gave no answer within 1000 ms.' },
      ],
    });
    expect(jest.getTimerCount()).toBe(0);
  });
});
