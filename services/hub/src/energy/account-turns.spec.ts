import { describe, expect, it } from '@jest/globals';
import { AccountTurns } from './account-turns.js';

describe('AccountTurns', () => {
  it('R10: keeps the order of arrival on one account, one at a time', async () => {
    const turns = new AccountTurns(4);
    const told: string[] = [];
    const work = (name: string) => async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => turns.take('hot', work(name))));
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('R10: goes round robin between accounts: a long line keeps nobody waiting but itself', async () => {
    const turns = new AccountTurns(1);
    const told: string[] = [];
    const tell = (name: string) => async () => void told.push(name);
    const hot = Array.from({ length: 5 }, (_, n) => turns.take('hot', tell(`hot ${n}`)));
    const other = turns.take('other', tell('other'));
    await Promise.all([...hot, other]);
    expect(told.indexOf('other')).toBeLessThanOrEqual(1);
  });

  it('R10: refuses what is beyond its longest line, and goes on afterwards', async () => {
    const turns = new AccountTurns(1);
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = turns.take('hot', () => gate);
    const line = Array.from({ length: 2_000 }, () => turns.take('hot', async () => 'done'));
    await expect(turns.take('hot', async () => 'too many')).rejects.toMatchObject({
      code: 'OVERLOADED',
    });
    const neighbour = [1, 2].map(() => turns.take('other', async () => 'served'));
    open();
    expect(await Promise.all(neighbour)).toEqual(['served', 'served']);
    await first;
    expect(new Set(await Promise.all(line))).toEqual(new Set(['done']));
    expect(await turns.take('hot', async () => 'again')).toBe('again');
  });

  it('goes on after work that failed', async () => {
    const turns = new AccountTurns(1);
    await expect(turns.take('a', () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await turns.take('a', async () => 'fine')).toBe('fine');
  });
});
