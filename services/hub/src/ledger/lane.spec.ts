import { describe, expect, it } from '@jest/globals';
import { PhoenixError } from '#libs/contracts';
import { StoredReply } from '#libs/messaging';
import type { PipelinedSession } from '#libs/persistence';
import { settleOnly } from '../energy/settle-only.js';
import { Lane } from './lane.js';
import type { Outcome } from './outcome.js';
import type { Submission } from './submission.js';
import { Waiting } from './waiting.js';
import { WaitingLines } from './waiting-lines.js';

type Commit = (batch: readonly string[]) => readonly Outcome[];

const done: Outcome = { answer: new StoredReply('{}', false) };
const dataError = () => Object.assign(new Error('a data error'), { code: '23514' });

/** A lane whose commits are the test's own, with everybody named `<account><number>` in line. */
function laneOf(names: string, commit: Commit, more: Partial<Submission> = {}) {
  const lines = new WaitingLines();
  const nameOf = new Map<Waiting, string>();
  const answers = names.split(' ').map((name) => {
    const waiting = new Waiting({ ...settleOnly(name[0]!), ...more });
    nameOf.set(waiting, name);
    lines.join(waiting);
    const { answered } = waiting;
    return answered.then(
      () => `${name} ok`,
      (error: Error) => `${name} ${error instanceof PhoenixError ? error.code : error.message}`,
    );
  });
  const batches: string[] = [];
  const lane = new Lane({
    lines,
    pace: 'swift',
    open: async () => ({ isOpen: true, close: async () => undefined }) as PipelinedSession,
    commit: async (_, batch) => {
      const told = batch.map((one) => nameOf.get(one)!);
      batches.push(told.join(' '));
      return commit(told);
    },
    onChange: () => undefined,
  });
  lane.wake();
  return { batches, outcomes: Promise.all(answers) };
}

describe('Lane', () => {
  it('R9: finds the one whose data is at fault by halves', async () => {
    const { batches, outcomes } = laneOf('a1 b1 c1 d1', (batch) => {
      if (batch.includes('c1')) throw dataError();
      return batch.map(() => done);
    });
    expect(await outcomes).toEqual(['a1 ok', 'b1 ok', 'c1 a data error', 'd1 ok']);
    expect(batches).toEqual(['a1 b1 c1 d1', 'a1 b1', 'c1 d1', 'c1', 'd1']);
  });

  it('R10: lets nobody overtake in halves who waits for the account’s row', async () => {
    const opened = new Set<string>();
    const { batches, outcomes } = laneOf('a1 b1 a2 b2', (batch) => {
      if (batch.includes('b2')) throw dataError();
      return batch.map((name) => {
        if (name !== 'a1' || opened.has(name)) return done;
        opened.add(name);
        return 'later';
      });
    });
    expect(await outcomes).toEqual(['a1 ok', 'b1 ok', 'a2 ok', 'b2 a data error']);
    expect(batches).toEqual(['a1 b1 a2 b2', 'a1 b1', 'b2', 'a1 a2']);
  });

  it('R9: runs a batch again that was in conflict, six times at most', async () => {
    const conflict = () => {
      throw Object.assign(new Error('a deadlock'), { code: '40P01' });
    };
    const { batches, outcomes } = laneOf('a1 b1', conflict);
    expect(await outcomes).toEqual(['a1 a deadlock', 'b1 a deadlock']);
    expect(batches).toHaveLength(6);
  });

  it('R14: decides nothing for whom nobody waits any more', async () => {
    const { batches, outcomes } = laneOf('a1', () => [done], { expired: () => true });
    expect(await outcomes).toEqual(['a1 TIMED_OUT']);
    expect(batches).toEqual([]);
  });
});
