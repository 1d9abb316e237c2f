import type { TextBlock } from '../paged-text.js';

/** How a block looks; distances in points. */
export interface Look {
  /** Its element in the structure that screen readers follow. */
  readonly tag: 'H1' | 'H2' | 'P';
  readonly bold: boolean;
  readonly size: number;
  readonly before: number;
  readonly left: number;
}

const middle = 227;

const looks: Record<TextBlock['style'], Look> = {
  title: { tag: 'H1', bold: true, size: 15, before: 0, left: 0 },
  heading: { tag: 'H2', bold: true, size: 11.5, before: 14, left: 0 },
  item: { tag: 'P', bold: false, size: 10.5, before: 3, left: 10 },
  strong: { tag: 'P', bold: true, size: 10.5, before: 8, left: 0 },
  text: { tag: 'P', bold: false, size: 10.5, before: 8, left: 0 },
};

export function lookOf({ style, side, apart }: TextBlock): Look {
  const look = looks[style];
  return {
    ...look,
    before: apart ? 20 : look.before,
    left: side === 'right' ? middle : look.left,
  };
}
