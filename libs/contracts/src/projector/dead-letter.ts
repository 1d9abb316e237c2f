import { z } from 'zod';
import { readModelName } from '../replay/replay-run.js';
import { serviceNames } from '../service-name.js';
import { instant, text, userId } from '../values.js';

/** An event that a read model keeps aside: it cannot take it, or an earlier one of the same user is missing or parked (R24). */
export const deadLetter = z.object({
  model: readModelName,
  build: z.int(),
  sequence: z.int(),
  reason: z.enum(['GAP', 'QUEUED', 'POISON', 'UNREADABLE']),
  explanation: z.string(),
  source: z.enum(serviceNames).nullable(),
  userId: userId.nullable(),
  subjectVersion: z.int().nullable(),
  eventId: z.string().nullable(),
  type: z.string().nullable(),
  eventVersion: z.int().nullable(),
  recordedAt: instant.describe('When the stream took it.'),
  parkedAt: instant,
  attempts: z.int().describe('How often it was tried.'),
  triedAt: instant.nullable().describe('When it was tried last, after the first time.'),
});

/** Who put a message away that is no event of ours, as the command line said, when, and why. */
export const droppedMessage = z.object({
  by: text(100).min(1),
  at: instant,
  reason: text(500).min(1),
});
