import type { PagedText } from './paged-text.js';

// Loaded when first asked for: the libraries take a third of a second and 30 MB, which no start should wait for.

/** A text as a Word document (OOXML); the same text is the same bytes. */
export async function docxFile(text: PagedText): Promise<Uint8Array> {
  return (await import('./docx/docx-file.js')).docxFile(text);
}

/**
 * A text as a tagged PDF that brings its fonts; the same text is the same bytes. A sign that the fonts do not have is a
 * box. Others may work meanwhile: a long text is set block by block.
 */
export async function pdfFile(text: PagedText): Promise<Uint8Array> {
  return (await import('./pdf/pdf-file.js')).pdfFile(text);
}
