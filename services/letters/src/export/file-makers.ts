import { docxFile, pdfFile, type PagedText } from '#libs/document-files';
import { exportMediaTypes, type exportFormats } from '#libs/contracts';

type Format = (typeof exportFormats)[number];

interface FileMaker {
  readonly mediaType: string;
  readonly make: (text: string, pages: PagedText) => Promise<Uint8Array>;
}

/** How each file is made of a document; a txt is its text as it is stored. */
export const fileMakers: Readonly<Record<Format, FileMaker>> = {
  txt: {
    mediaType: `${exportMediaTypes.txt}; charset=utf-8`,
    make: async (text) => Buffer.from(text),
  },
  docx: {
    mediaType: exportMediaTypes.docx,
    make: async (_text, pages) => docxFile(pages),
  },
  pdf: {
    mediaType: exportMediaTypes.pdf,
    make: async (_text, pages) => pdfFile(pages),
  },
};
