import { z } from 'zod';
import { defineQuery } from '../define.js';
import { instant } from '../values.js';
import { engineNames } from './engine-work.js';
import { letterKinds, letterVersion } from './letter-figures.js';

/** What is said of a version of a letter wherever it is shown. */
export const letterFacts = {
  letterId: z.uuid(),
  kind: z.enum(letterKinds),
  version: letterVersion,
  words: z.int().min(0),
  characters: z.int().min(0),
  /** Who wrote this version: an engine, or its user. */
  engine: z.enum([...engineNames, 'user']),
  engineVersion: z.string().nullable(),
  /** The ledger entry that paid for this version; null when nothing was paid. */
  entryId: z.uuid().nullable(),
  writtenAt: instant,
};

/** One of the caller's own letters, as it is now or in an earlier version. Work that is not paid yet is not shown. */
export const getLetter = defineQuery({
  subject: 'phoenix.query.letters.get',
  by: ['user'],
  request: z.object({ letterId: z.uuid(), version: letterVersion.optional() }),
  reply: z.object({ ...letterFacts, text: z.string(), versions: z.array(letterVersion) }),
  refusals: ['DOCUMENT_NOT_FOUND'],
});
