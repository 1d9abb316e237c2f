/** Lines of one height and how they keep to their neighbours; heights in points. */
export interface MeasuredBlock {
  readonly lines: readonly string[];
  readonly lineHeight: number;
  /** What is left free above, but at the top of a page. */
  readonly before: number;
  readonly withNext: boolean;
}

/** Lines of a block that stand on one page, and how far below its top. */
export interface PagePart {
  readonly block: number;
  readonly lines: readonly string[];
  readonly top: number;
}

/** So many lines of a block stand together on a page. */
const fewest = 2;

/** Parts page by page: blocks that keep with the next stay together where a page can hold them, a block of several lines leaves none alone. */
export function paginate(blocks: readonly MeasuredBlock[], height: number): PagePart[][] {
  const pages: PagePart[][] = [[]];
  let top = 0;
  const turn = () => {
    pages.push([]);
    top = 0;
  };
  for (const [block, { lines, lineHeight, before }] of blocks.entries()) {
    if (top > 0 && top + keptHeight(blocks, block, height) > height) turn();
    let rest = lines;
    while (rest.length > 0) {
      const free = top === 0 ? 0 : before;
      const room = Math.floor((height - top - free) / lineHeight);
      const few = Math.min(fewest, rest.length);
      const size = room >= rest.length ? rest.length : Math.min(room, rest.length - few);
      if (size < few && top > 0) turn();
      else {
        const taken = Math.max(size, 1);
        pages.at(-1)!.push({ block, lines: rest.slice(0, taken), top: top + free });
        top += free + taken * lineHeight;
        rest = rest.slice(taken);
        if (rest.length > 0) turn();
      }
    }
  }
  return pages;
}

/** The height of the row of blocks that begins here and must not be parted; 0 when no page can hold it. */
function keptHeight(blocks: readonly MeasuredBlock[], first: number, height: number): number {
  let sum = 0;
  for (const { before, lines, lineHeight, withNext } of blocks.slice(first)) {
    sum += before + lines.length * lineHeight;
    if (sum > height) return 0;
    if (!withNext) break;
  }
  return blocks[first]!.withNext ? sum : 0;
}
