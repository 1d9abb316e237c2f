import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paginate, type MeasuredBlock } from './paginate.js';

const block = (size: number, more: Partial<MeasuredBlock> = {}): MeasuredBlock => ({
  lines: Array.from({ length: size }, (_, line) => `line ${line}`),
  ...{ lineHeight: 10, before: 5, withNext: false, ...more },
});
const sizes = (blocks: MeasuredBlock[]) =>
  paginate(blocks, 100).map((page) => page.map(({ lines }) => lines.length));

describe('pages', () => {
  it('begin without the distance that parts a block from the one before', () => {
    expect(paginate([block(4), block(4)], 100)[0]).toMatchObject([
      { block: 0, top: 0 },
      { block: 1, top: 45 },
    ]);
    expect(paginate([block(9), block(4)], 100)[1]).toMatchObject([{ block: 1, top: 0 }]);
  });

  it('leave no line of a paragraph alone, at their end or their beginning', () => {
    expect(sizes([block(8), block(4)])).toEqual([[8], [4]]);
    expect(sizes([block(7), block(4)])).toEqual([[7, 2], [2]]);
    expect(sizes([block(6), block(4)])).toEqual([[6, 2], [2]]);
  });

  it('take a closing formula and its signature together, the one before too', () => {
    const end = [block(2, { withNext: true }), block(2, { withNext: true }), block(1)];
    expect(sizes([block(5), ...end])).toEqual([[5], [2, 2, 1]]);
    expect(sizes([block(3), ...end])).toEqual([[3, 2, 2, 1]]);
    expect(sizes([block(4), ...end])).toEqual([[4], [2, 2, 1]]);
  });

  it('part what no page can hold together', () => {
    expect(sizes([block(3), block(25, { withNext: true }), block(1)])).toEqual([
      [3, 6],
      [10],
      [9],
      [1],
    ]);
  });

  it('have every line once, in order and inside, whatever the blocks', () => {
    const blocks = fc.array(
      fc.record({
        size: fc.integer({ min: 0, max: 30 }),
        lineHeight: fc.integer({ min: 5, max: 40 }),
        before: fc.integer({ min: 0, max: 40 }),
        withNext: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(blocks, (all) => {
        const measured = all.map(({ size, ...one }) => block(size, one));
        const parts = paginate(measured, 100).flat();
        const lines = parts.flatMap(({ block: at, lines: some }) => some.map((line) => [at, line]));
        expect(lines).toEqual(
          measured.flatMap(({ lines: some }, at) => some.map((line) => [at, line])),
        );
        for (const { block: at, top, lines: some } of parts)
          expect(top + some.length * measured[at]!.lineHeight).toBeLessThanOrEqual(100);
      }),
    );
  });
});
