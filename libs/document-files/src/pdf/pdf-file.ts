import { setImmediate } from 'node:timers/promises';
import PdfKit from 'pdfkit';
import type { PagedText } from '../paged-text.js';
import { drawable, fonts } from './fonts.js';
import { lookOf } from './look.js';
import { paginate } from './paginate.js';
import { wrap } from './wrap.js';

const margin = 71;
const lineSpacing = 1.35;

export async function pdfFile({
  title,
  author,
  writtenAt,
  blocks,
}: PagedText): Promise<Uint8Array> {
  const pdf = new PdfKit({
    ...{ size: 'A4', margin, font: fonts.regular },
    ...{ lang: 'fr-FR', displayTitle: true, tagged: true, pdfVersion: '1.7' },
    // Younger than the types of the library.
    subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    info: {
      Title: asMetadata(title),
      ...(author && { Author: asMetadata(author) }),
      ...{ Creator: 'Phoenix', CreationDate: writtenAt, ModDate: writtenAt },
    },
  });
  const file = bytesOf(pdf);
  const looks = blocks.map(lookOf);
  const { width, height } = pdf.page;
  const measured = [];
  for (const [place, { lines, withNext }] of blocks.entries()) {
    const { bold, size, before, left } = looks[place]!;
    pdf.font(bold ? fonts.bold : fonts.regular, size);
    const room = width - 2 * margin - left;
    const wrapped = lines.flatMap((line, at) => {
      const parted = at < lines.length - 1 ? `${line} ` : line;
      return wrap(drawable(parted), room, (piece) => pdf.widthOfString(piece));
    });
    measured.push({ lines: wrapped, lineHeight: size * lineSpacing, before, withNext });
    await setImmediate();
  }
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);
  const elements = looks.map(({ tag }) => pdf.struct(tag));
  for (const element of elements) whole.add(element);
  for (const [number, page] of paginate(measured, height - 2 * margin).entries()) {
    if (number > 0) pdf.addPage();
    for (const { block, lines, top } of page) {
      const { bold, size, left } = looks[block]!;
      pdf.font(bold ? fonts.bold : fonts.regular, size);
      elements[block]!.add(() => {
        for (const [place, line] of lines.entries())
          pdf.text(line, margin + left, margin + top + place * size * lineSpacing, {
            lineBreak: false,
          });
      });
    }
    await setImmediate();
  }
  whole.end();
  pdf.end();
  return file;
}

function bytesOf(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  return new Promise((resolve) => pdf.once('end', () => resolve(Buffer.concat(chunks))));
}

/** The library writes metadata into XML as they are. */
function asMetadata(words: string): string {
  return words.replace(/ ?& ?/g, ' et ').replace(/[<>]/g, '');
}
