import { describe, expect, it } from '@jest/globals';
import { joinStatements } from './join-statements.js';

describe('joined statements', () => {
  it('count their values on from part to part, and are one statement', () => {
    const joined = joinStatements('all', [
      { name: 'a', text: 'UPDATE a SET x = $2 WHERE id = $1' },
      { name: 'b', text: 'INSERT INTO b VALUES ($1, $2, $1)' },
      { name: 'c', text: 'INSERT INTO c VALUES ($1)' },
    ]);
    expect(joined).toEqual({
      name: 'all',
      text: 'WITH part_1 AS (UPDATE a SET x = $2 WHERE id = $1), part_2 AS (INSERT INTO b VALUES ($3, $4, $3)) INSERT INTO c VALUES ($5)',
    });
  });
});
