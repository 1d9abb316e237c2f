import { describe, expect, it } from '@jest/globals';
import type { HistoryLine, HistoryPage } from '../api/answers.js';
import { withNewest } from './with-newest.js';

const lines = (...ids: string[]) => ids.map((event_id) => ({ event_id }) as HistoryLine);
const page = (next: string | null, ...ids: string[]): HistoryPage => ({
  lines: lines(...ids),
  next,
  version: 1,
});

describe('the newest page of a history', () => {
  it('is the history when nothing was read before', () => {
    expect(withNewest(undefined, page('n', 'b', 'a'))).toEqual({
      lines: lines('b', 'a'),
      next: 'n',
    });
  });

  it('stands before the older lines that were read already', () => {
    const before = { lines: lines('c', 'b', 'a'), next: 'deep' };
    const expected = { lines: lines('d', 'c', 'b', 'a'), next: 'deep' };
    expect(withNewest(before, page('n', 'd', 'c'))).toEqual(expected);
  });

  it('goes on where it ends when it reaches as far as what was read', () => {
    const before = { lines: lines('b'), next: 'deep' };
    expect(withNewest(before, page('n', 'c', 'b'))).toEqual({ lines: lines('c', 'b'), next: 'n' });
  });

  it('stands alone when lines are missing between the two', () => {
    const before = { lines: lines('a'), next: null };
    expect(withNewest(before, page('n', 'e', 'd'))).toEqual({ lines: lines('e', 'd'), next: 'n' });
  });
});
