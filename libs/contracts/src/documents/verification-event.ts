import { z } from 'zod';
import { points } from '../values.js';
import type { FormatReport } from './format-report.js';
import type { verificationReply } from './verification-reply.js';

/** The figures of one format check. The text and the remarks stay with the service that owns them (R3). */
export const verificationFigures = z.object({
  verificationId: z.uuid(),
  entryId: z.uuid(),
  cost: points,
  words: z.int().min(0),
  characters: z.int().min(0),
  errors: z.int().min(0),
  warnings: z.int().min(0),
  advices: z.int().min(0),
  engine: z.enum(['local']),
});

type Verification = z.output<typeof verificationReply>;

/** How many findings a report has of each severity. */
export function countFindings({ findings }: FormatReport) {
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), advices: count('advice') };
}

/** The figures that the event of a verification tells. */
export function figuresOf({
  verificationId,
  report,
  receipt,
}: Verification): z.output<typeof verificationFigures> {
  return {
    verificationId,
    entryId: receipt.entryId,
    cost: receipt.cost,
    words: report.words,
    characters: report.characters,
    ...countFindings(report),
    engine: report.engine,
  };
}
