import { z } from 'zod';

/** What an entry of the ledger is; each is one immutable line. */
export const entryKinds = [
  'grant',
  'consume',
  'capture',
  'refund',
  'expire',
  'correction',
] as const;

export const entryKind = z.enum(entryKinds);
export type EntryKind = z.output<typeof entryKind>;
