import { z } from 'zod';

/**
 * How the ledger stands to the event stream. `not-compared`: Postgres has just started. `unknown`: the stream is missing,
 * or another one. `behind`: Postgres was put back to an older backup, and no change is taken. `catching-up`: what is
 * missing is being taken over. Only when `agreed` does the ledger take changes.
 */
export const ledgerState = z.object({
  state: z.enum(['agreed', 'not-compared', 'unknown', 'behind', 'catching-up']),
  /** What keeps them from agreeing, and what to do, in a sentence each. */
  problem: z.string().nullable(),
  /** The stream that it was compared with. */
  epoch: z.string().nullable(),
  /** Up to this sequence of the stream the ledger lacks nothing, as of the last comparison. */
  agreedUpTo: z.int().nullable(),
});

export type LedgerState = z.infer<typeof ledgerState>;
