import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Call } from '#libs/messaging';
import type { DataSource } from '#libs/persistence';
import { CommitBell } from '../engine/commit-bell.js';
import { energyHistory } from '../read-models/energy-history.js';
import { ListEnergyHistoryHandler } from './list-energy-history.js';

describe('a query that waits for a version', () => {
  const userId = randomUUID();
  const bell = new CommitBell();
  let version: string;
  let lookedAt: number[];
  let begun: number;

  beforeEach(() => {
    jest.useFakeTimers();
    begun = performance.now();
    version = '1';
    lookedAt = [];
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function ask(timeLeftMs: number) {
    const query = (sql: string) => {
      if (!sql.includes('read_model_pointers')) return Promise.resolve([]);
      lookedAt.push(performance.now() - begun);
      return Promise.resolve([{ table_version: 1, epoch: randomUUID(), version }]);
    };
    const dataSource = { query } as Partial<DataSource> as DataSource;
    const call = { subjectUser: () => userId, deadline: begun + timeLeftMs } as Partial<Call>;
    const handler = new ListEnergyHistoryHandler(dataSource, bell);
    return handler.handle({ limit: 50, atLeastVersion: 2 }, call as Call);
  }

  it('R26: asks Postgres less and less often, for a second at most', async () => {
    const answer = ask(5_000);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await answer).toMatchObject({ version: 1 });
    expect(lookedAt).toEqual([0, 25, 75, 175, 375, 575, 775, 975, 1_000]);
  });

  it('R26: answers before the deadline of its caller', async () => {
    const answer = ask(200);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await answer).toMatchObject({ version: 1 });
    expect(lookedAt).toEqual([0, 25, 75, 175]);
  });

  it('R26: looks at once when its own replica commits', async () => {
    const answer = ask(5_000);
    await jest.advanceTimersByTimeAsync(400);
    version = '2';
    bell.ring(energyHistory.name, [{ source: 'hub', userId }]);
    await jest.advanceTimersByTimeAsync(0);
    expect(await answer).toMatchObject({ version: 2 });
    expect(lookedAt.at(-1)).toBe(400);
  });
});
