import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Readiness } from './readiness.js';

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
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

  it('tells why a check threw, and addresses, to the log alone, once, without secrets', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const readiness = new Readiness();
    readiness.register('sync', () => {
      throw new Error('no postgres://hub:pw@db/phoenix');
    });
    let why = 'down';
    readiness.register('async', () => Promise.reject(new Error(why)));
    const reason = 'Postgres does not answer (connect ECONNREFUSED 127.0.0.1:5432). Start it.';
    readiness.register('said', () => ({ ready: false, reason }));
    const first = await readiness.status();
    expect(first.checks).toEqual([
      { name: 'sync', ready: false, reason: 'The check failed.' },
      { name: 'async', ready: false, reason: 'The check failed.' },
      {
        name: 'said',
        ready: false,
        reason: 'Postgres does not answer (connect ECONNREFUSED [address]). Start it.',
      },
    ]);
    why = 'still down';
    expect(await readiness.status()).toEqual(first);
    const told = [
      'async is not ready: down',
      'async is not ready: still down',
      `said is not ready: ${reason}`,
      'sync is not ready: no postgres://hub:[redacted]@db/phoenix',
    ];
    expect(new Set(warn.mock.calls.flat())).toEqual(new Set(told));
    expect(warn).toHaveBeenCalledTimes(told.length);
  });

  it('tells the log again when a check fails anew', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const readiness = new Readiness();
    let up = false;
    readiness.register('x', async () => {
      if (!up) throw new Error('down');
      return { ready: true };
    });
    for (const now of [false, false, true, false]) {
      up = now;
      await readiness.status();
    }
    expect(warn).toHaveBeenCalledTimes(2);
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
