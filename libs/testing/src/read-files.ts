import type { PDFPageProxy } from 'pdfjs-dist';

interface Glyph {
  readonly unicode: string;
}

/** The text of a PDF as another reader sees it: lines as they stand, pages in their order, any space a plain one. */
export function textOfPdf(bytes: Uint8Array): Promise<string> {
  return readPages(bytes, async (page) => {
    const { items } = await page.getTextContent();
    return items.map((one) => ('str' in one ? one.str + (one.hasEOL ? '\n' : '') : '')).join('');
  });
}

/** Every sign that a PDF draws, each kind of space among them, without the ends of lines. */
export async function signsOfPdf(bytes: Uint8Array): Promise<string> {
  const { OPS } = await pdfjs();
  return readPages(bytes, async (page) => {
    const { fnArray, argsArray } = await page.getOperatorList();
    return fnArray
      .flatMap((operator, place) =>
        operator === OPS.showText ? (argsArray[place] as [(Glyph | number)[]])[0] : [],
      )
      .map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode))
      .join('');
  });
}

/** The text of a Word document as another reader sees it: a paragraph or a line of it a line. */
export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

async function readPages(
  bytes: Uint8Array,
  read: (page: PDFPageProxy) => Promise<string>,
): Promise<string> {
  const { getDocument, VerbosityLevel } = await pdfjs();
  // A copy: the reader takes the bytes away.
  const data = Uint8Array.from(bytes);
  const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++)
    pages.push(await read(await pdf.getPage(number)));
  await pdf.loadingTask.destroy();
  return pages.join('\n');
}

function pdfjs() {
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
