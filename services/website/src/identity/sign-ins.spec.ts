import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import type { Cause } from '#libs/contracts';
import type { DataSource } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { SignIns } from './sign-ins.js';

/** A sign-in for which Postgres gives nothing but this error. */
function recordWith(error: Error): Promise<void> {
  const connect = jest.fn<() => Promise<never>>().mockRejectedValue(error);
  const runner = { connect, release: () => undefined };
  const dataSource = { createQueryRunner: () => runner } as unknown as DataSource;
  const log = { error: () => undefined } as Partial<Log> as Log;
  return new SignIns(dataSource, log).record({
    userId: randomUUID(),
    method: 'access-token',
    cause: {} as Cause,
  });
}

describe('a sign-in that could not be recorded', () => {
  it.each([
    ['is going', '57P01'],
    ['took too long', '57014'],
    ['cannot be reached', 'ECONNREFUSED'],
  ])('is unavailable when Postgres %s', async (_, code) => {
    await expect(recordWith(Object.assign(new Error('no'), { code }))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      details: { outcome: 'unknown' },
    });
  });

  it('passes what is a fault of ours', async () => {
    const fault = new TypeError('x is undefined');
    await expect(recordWith(fault)).rejects.toBe(fault);
  });
});
