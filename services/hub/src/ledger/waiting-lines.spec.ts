import { describe, expect, it } from '@jest/globals';
import { settleOnly } from '../energy/settle-only.js';
import { Waiting } from './waiting.js';
import { WaitingLines } from './waiting-lines.js';

/** `a1 a2 b1`: the second of account a stands behind its first. */
function linesOf(names: string) {
  const lines = new WaitingLines();
  const nameOf = new Map<Waiting, string>();
  for (const name of names.split(' ').filter(Boolean)) {
    const waiting = new Waiting(settleOnly(name[0]!));
    nameOf.set(waiting, name);
    lines.join(waiting);
  }
  const told = (taken: Waiting[]) => taken.map((one) => nameOf.get(one)).join(' ');
  return { lines, told };
}

describe('WaitingLines', () => {
  it('R10: goes round the accounts, each in order of arrival', () => {
    const { lines, told } = linesOf('a1 a2 a3 b1 c1 c2');
    expect(told(lines.take(10, 'swift'))).toBe('a1 b1 c1 a2 c2 a3');
  });

  it('R10: those that were left over come first the next time', () => {
    const { lines, told } = linesOf('a1 a2 a3 b1 c1');
    const first = lines.take(2, 'swift');
    expect(told(first)).toBe('a1 b1');
    lines.leave(first);
    expect(told(lines.take(10, 'swift'))).toBe('c1 a2 a3');
  });

  it('does not take from an account that is being decided on', () => {
    const { lines, told } = linesOf('a1 a2 b1');
    const first = lines.take(1, 'swift');
    expect(told(lines.take(10, 'swift'))).toBe('b1');
    lines.leave(first);
    expect(told(lines.take(10, 'swift'))).toBe('a2');
  });

  it('takes what was put back first, in its order', () => {
    const { lines, told } = linesOf('a1 a2 a3');
    const taken = lines.take(2, 'swift');
    lines.putBack(taken);
    lines.leave(taken);
    expect(told(lines.take(10, 'swift'))).toBe('a1 a2 a3');
  });

  it('keeps a slow account apart, until it is swift again', () => {
    const { lines, told } = linesOf('a1 a2 b1 c1');
    lines.setPace('a', 'slow');
    lines.setPace('c', 'slow');
    expect(told(lines.take(10, 'swift'))).toBe('b1');
    const slow = lines.take(10, 'slow');
    expect(told(slow)).toBe('a1 a2');
    lines.setPace('c', 'swift');
    expect(told(lines.take(10, 'swift'))).toBe('c1');
  });

  it('R10: refuses what would make a line too long', () => {
    const { lines } = linesOf(Array.from({ length: 2_000 }, (_, n) => `a${n}`).join(' '));
    expect(() => lines.join(new Waiting(settleOnly('a')))).toThrow('ask again in a moment');
    lines.join(new Waiting(settleOnly('b')));
  });
});
