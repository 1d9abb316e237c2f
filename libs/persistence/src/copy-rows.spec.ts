import { describe, expect, it } from '@jest/globals';
import { copyLine } from './copy-rows.js';

describe('copyLine', () => {
  it('tells null from text, and what separates from what is told', () => {
    expect(copyLine([null, undefined, '', '\\N', 'a\tb\nc\rd\\', 7, true])).toBe(
      '\\N\t\\N\t\t\\\\N\ta\\tb\\nc\\rd\\\\\t7\ttrue\n',
    );
  });
});
