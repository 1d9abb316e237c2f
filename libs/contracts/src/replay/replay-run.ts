import { z } from 'zod';
import { instant, userId } from '../values.js';

export const readModelName = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(60)
  .meta({ description: 'The name of a read model.', examples: ['energy-history'] });

const difference = z.object({
  table: z.string(),
  between: z.enum(['shadow and stream', 'live and stream', 'shadow and live']),
  sequence: z.int().nullable(),
  eventId: z.string().nullable(),
  userId: z.string().nullable(),
  explanation: z.string(),
});

/** What a verification or a dry run found: the first differences in stream order, and what cut-over would change. */
const replayReport = z.object({
  sequence: z.int(),
  clean: z.boolean(),
  events: z.array(z.object({ type: z.string(), version: z.int(), count: z.int() })),
  tables: z.array(
    z.object({
      table: z.string(),
      shadowRows: z.int(),
      liveRows: z.int(),
      added: z.int(),
      changed: z.int(),
      removed: z.int(),
      users: z.int(),
    }),
  ),
  differences: z.array(difference),
  tookMs: z.int(),
});

/** One replay of the stream into a build of a read model, and how far it has come. */
export const replayRun = z.object({
  replayId: z.uuid(),
  model: readModelName,
  build: z.int(),
  kind: z.enum(['replay', 'dry-run']),
  state: z.enum([
    'running',
    'caught-up',
    'verifying',
    'verified',
    'differs',
    'cut-over',
    'rolled-back',
    'done',
    'aborted',
    'discarded',
  ]),
  paused: z.boolean(),
  stopped: z.boolean().describe('It goes no further until somebody acts: `reason` says why.'),
  rate: z.int().nullable(),
  onlyUser: userId.nullable(),
  fromSequence: z.int(),
  checkpoint: z.int().nullable(),
  streamSequence: z.int(),
  reason: z.string().nullable().describe('Why it stopped, or why it was forced.'),
  report: replayReport.nullable(),
  startedAt: instant,
  filledAt: instant.nullable(),
  endedAt: instant.nullable(),
});

export type ReplayRun = z.output<typeof replayRun>;
export type ReplayReport = z.output<typeof replayReport>;
