import { z } from 'zod';

/**
 * One step of a request, as the instance that took it remembers it. `http`: an answer to a browser. `asked`: a request
 * to another service, with all its attempts. `answered`: one attempt, as it came here. `projected`: a batch of events.
 */
export const hop = z.object({
  kind: z.enum(['http', 'asked', 'answered', 'projected']),
  /** A contract’s subject, a route, or a read model. */
  what: z.string(),
  /** Milliseconds since 1970, with their fractions, by the clock of the instance. */
  at: z.number(),
  tookMs: z.number(),
  /** `ok`, the code of an error, or a status of HTTP. */
  outcome: z.string(),
  caller: z.string().optional(),
  /** The same at both ends of a request, and in every attempt. */
  messageId: z.string().optional(),
  attempts: z.int().optional(),
  /** Sequences of a batch, the first and the last. */
  from: z.int().optional(),
  to: z.int().optional(),
});

export type Hop = z.output<typeof hop>;

/** What is asked: the hops of one request, and the batches in which these places of the stream were taken. */
export const hopQuestion = z.object({
  correlationId: z.string().max(64),
  sequences: z.array(z.int()).max(200).default([]),
});

export type HopQuestion = z.output<typeof hopQuestion>;

/** What one instance still knows of a request, and how far back it remembers. */
export const rememberedHops = z.object({
  service: z.string(),
  instance: z.string(),
  /** How many hops it keeps. */
  keeps: z.int(),
  /** It remembers everything from then on. */
  since: z.number(),
  hops: z.array(hop),
});

export type RememberedHops = z.output<typeof rememberedHops>;
