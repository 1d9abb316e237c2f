import { describe, expect, it } from '@jest/globals';
import { table } from './table.js';

describe('a table', () => {
  it('makes each column as wide as its widest cell, and sets figures to the right', () => {
    const rows = [
      ['hub', '5', '0.4 ms'],
      ['projector', '1200', '12.0 ms'],
    ];
    expect(table(['SERVICE', 'REQUESTS', 'MEAN'], rows)).toEqual([
      'SERVICE    REQUESTS     MEAN',
      'hub               5   0.4 ms',
      'projector      1200  12.0 ms',
    ]);
  });

  it('keeps a column of words and figures to the left', () => {
    expect(table(['LAG'], [['7'], ['unknown']])).toEqual(['LAG', '7', 'unknown']);
  });

  it('shows its head when it has no rows', () => {
    expect(table(['A', 'B'], [])).toEqual(['A  B']);
  });
});
