import type { TextBlock } from '#libs/document-files';
import { blocksOf, readText } from '#libs/french-text';

const ITEM = /^–[ \u00a0]/;

/** An analysis or a plan as it is set out: its title, and lists under their headings; all else is paragraphs. */
export function setReport(text: string): TextBlock[] {
  return blocksOf(readText(text).lines).flatMap((block, place): TextBlock[] => {
    const lines = block.lines.map(({ raw }) => raw.trimEnd());
    const [first = '', ...others] = lines;
    const plain = { side: 'left', apart: false, withNext: false } as const;
    if (place === 0 && others.length === 0)
      return [{ ...plain, style: 'title', withNext: true, lines }];
    if (ITEM.test(first) || !ITEM.test(others[0] ?? ''))
      return [{ ...plain, style: 'text', lines }];
    return [
      { ...plain, style: 'heading', withNext: true, lines: [first] },
      ...itemsOf(others).map((item) => ({ ...plain, style: 'item', lines: item }) as const),
    ];
  });
}

/** An item goes on in lines without a dash. */
function itemsOf(lines: readonly string[]): string[][] {
  const items: string[][] = [];
  for (const line of lines) {
    const open = items.at(-1);
    if (open && !ITEM.test(line)) open.push(line);
    else items.push([line]);
  }
  return items;
}
