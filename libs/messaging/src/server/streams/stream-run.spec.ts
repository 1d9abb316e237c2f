import { describe, expect, it } from '@jest/globals';
import { PhoenixError } from '#libs/contracts';
import { StreamRun, type Encoding } from './stream-run.js';

const encoding: Encoding = {
  part: (part) => part as Uint8Array,
  end: (answer) => ({ body: Buffer.from(String(answer)) }),
  failure: (error) => ({ code: 'FAILED', body: Buffer.from(String(error)) }),
};
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** A work whose handler makes parts of 64 KB as fast as it may. */
function eager(count: number) {
  const run = new StreamRun();
  const made = { parts: 0 };
  const open = async () =>
    (async function* () {
      for (; made.parts < count;) {
        made.parts += 1;
        yield new Uint8Array(64 * 1024);
      }
      return 'done';
    })();
  return { run, made, working: run.work(open, encoding) };
}

describe('a work with more parts than are kept', () => {
  it('waits for its reader, and loses nothing', async () => {
    const { run, made, working } = eager(40);
    for (let turn = 0; turn < 200; turn++) await soon();
    expect(made.parts).toBe(8);
    for (let number = 1; number <= 40; number++) {
      const answer = await run.answer(number, 60_000);
      expect(answer.headers!.get('Phoenix-Part')).toBe(String(number));
      expect(made.parts).toBeLessThanOrEqual(number + 8);
    }
    const end = await run.answer(41, 60_000);
    expect([end.headers!.get('Phoenix-End'), Buffer.from(end.body).toString()]).toEqual([
      'true',
      'done',
    ]);
    await working;
    await expect(run.answer(1, 0)).rejects.toMatchObject({
      code: 'PARTS_GONE',
      details: { part: 1 },
    });
  });

  it('hears that it is cancelled while it waits for a reader', async () => {
    const { run, working } = eager(40);
    const gone = new PhoenixError('PARTS_GONE', 'Cancelled.', { part: 1 });
    run.abort(gone, 'cancelled');
    await working;
    expect(run.end?.code).toBe('cancelled');
    expect(run.signal.reason).toBe(gone);
  });
});

describe('a reader', () => {
  it('is told that there is nothing yet', async () => {
    const run = new StreamRun();
    const answer = await run.answer(1, 1);
    expect(answer.headers!.get('Phoenix-Run')).toBe(run.id);
    expect(answer.headers!.has('Phoenix-Part')).toBe(false);
  });

  it.each([0, -1, 1.5, NaN])('cannot ask for part %d', async (number) => {
    await expect(new StreamRun().answer(number, 0)).rejects.toMatchObject({
      code: 'INVALID_MESSAGE',
    });
  });

  it('who says that it is further than the work finds nothing there, and takes nothing from others', async () => {
    const { run, working } = eager(7);
    await working;
    for (const number of [9, 10_000])
      await expect(run.answer(number, 0)).rejects.toMatchObject({
        code: 'PARTS_GONE',
        details: { part: number },
      });
    const answers = await Promise.all([1, 7, 8].map((number) => run.answer(number, 0)));
    expect(answers.map(({ headers }) => headers!.has('Phoenix-End'))).toEqual([false, false, true]);
  });
});
