import { describe, expect, it } from '@jest/globals';
import { defineTable } from '../read-models/read-model.js';
import { mergeRows } from './merge-rows.js';

const plain = {
  name: 'visits',
  columns: { user_id: 'text NOT NULL', day: 'date NOT NULL', visits: 'int NOT NULL' },
  constraints: ['PRIMARY KEY (user_id, day)'],
  indexes: [],
  of: { user: 'user_id', place: null },
} as const;
const rows = [
  { user_id: 'a', day: '2026-01-01', visits: 1 },
  { user_id: 'b', day: '2026-01-01', visits: 1 },
  { user_id: 'a', day: '2026-01-01', visits: 2 },
  { user_id: 'a', day: '2026-01-02', visits: 5 },
];

describe('the rows of a batch', () => {
  it('are all there where rows are added for ever', () => {
    expect(mergeRows(defineTable({ ...plain, rows: 'added for ever' }), rows)).toEqual(rows);
  });

  it('are the last of each key where rows are replaced', () => {
    const table = defineTable({ ...plain, rows: { replacedBy: 'user_id' } });
    expect(mergeRows(table, rows)).toEqual([rows[3], rows[1]]);
  });

  it('are the sum of each key where rows are summed', () => {
    const table = defineTable({ ...plain, rows: { summedPer: ['user_id', 'day'] } });
    expect(mergeRows(table, rows)).toEqual([{ ...rows[0], visits: 3 }, rows[1], rows[3]]);
  });
});
