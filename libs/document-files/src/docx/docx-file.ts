import { Document, Packer, Paragraph, convertMillimetersToTwip } from 'docx';
import type { PagedText, TextBlock } from '../paged-text.js';
import { styles } from './styles.js';
import { withoutClock } from './without-clock.js';

const margin = convertMillimetersToTwip(25);
const middle = convertMillimetersToTwip(80);
const a4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };

export async function docxFile({
  title,
  author,
  writtenAt,
  blocks,
}: PagedText): Promise<Uint8Array> {
  const page = { size: a4, margin: { top: margin, right: margin, bottom: margin, left: margin } };
  const document = new Document({
    ...{ title, styles, creator: author ?? '', lastModifiedBy: author ?? '' },
    sections: [{ properties: { page }, children: blocks.flatMap(paragraphs) }],
  });
  return withoutClock(await Packer.toBuffer(document), writtenAt);
}

/** A paragraph a line: readers of text overlook breaks within one. */
function paragraphs({ style, side, apart, withNext, lines }: TextBlock): Paragraph[] {
  return lines.map((line, place) => {
    const isLast = place === lines.length - 1;
    return new Paragraph({
      style,
      text: line,
      keepNext: withNext,
      ...(side === 'right' && { indent: { left: middle } }),
      spacing: {
        ...(apart && place === 0 && { before: 360 }),
        ...(!isLast && { after: 0 }),
      },
    });
  });
}
