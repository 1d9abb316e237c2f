export { docxFile, pdfFile } from './files.js';
export type { PagedText, TextBlock } from './paged-text.js';
export { printable } from './printable.js';
