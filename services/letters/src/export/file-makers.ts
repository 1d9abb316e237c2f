import { docxFile, pdfFile, type PagedText } from '#libs/document-files';
import type { exportFormats } from '#libs/contracts';

type Format = (typeof exportFormats)[number];

interface FileMaker {
  readonly mediaType: string;
  readonly make: (text: string, pages: PagedText) => Promise<Uint8Array>;
}

/** How each file is made of a document; a txt is its text as it is stored. */
export const fileMakers: Readonly<Record<Format, FileMaker>> = {
  txt: {
    mediaType: 'text/plain; charset=utf-8',
    make: async (text) => Buffer.from(text),
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (_text, pages) => docxFile(pages),
  },
  pdf: {
    mediaType: 'application/pdf',
    make: async (_text, pages) => pdfFile(pages),
  },
};
