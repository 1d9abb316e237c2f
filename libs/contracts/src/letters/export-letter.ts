import { z } from 'zod';
import { defineQuery } from '../define.js';
import { letterVersion } from './letter-figures.js';

export const exportFormats = ['txt', 'docx', 'pdf'] as const;

export const exportMediaTypes: Readonly<Record<(typeof exportFormats)[number], string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
};

/** Characters of base64: the message stays below what the broker carries. */
const mostCharacters = 6_000_000;

/** One of the caller's own letters as a file: the same version is the same bytes, whenever it is asked for. Free. */
export const exportLetter = defineQuery({
  subject: 'phoenix.query.letters.export',
  by: ['user'],
  request: z.object({
    letterId: z.uuid(),
    version: letterVersion.optional(),
    format: z.enum(exportFormats).default('pdf'),
  }),
  reply: z.object({
    letterId: z.uuid(),
    version: letterVersion,
    /** For people; in any alphabet. */
    fileName: z.string(),
    mediaType: z.string(),
    /** The bytes of the file. */
    content: z.base64().max(mostCharacters),
  }),
  refusals: ['DOCUMENT_NOT_FOUND'],
  timeoutMs: 10_000,
});
