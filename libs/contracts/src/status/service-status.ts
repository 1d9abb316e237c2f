import { z } from 'zod';

const count = z.int().min(0);

/** What every service with a database tells of itself. What it cannot find out is null, and `checks` say why. */
export const serviceStatus = z.object({
  instance: z.string().describe('The instance that answers, of all that run.'),
  ready: z.boolean(),
  checks: z.array(
    z.object({ name: z.string(), ready: z.boolean(), reason: z.string().nullable() }),
  ),
  database: z
    .object({
      connections: count.describe('Of all services and everybody else, on this server.'),
      limit: count.describe(
        'How many connections the server takes from those who are no superuser.',
      ),
      answerMs: z.number().min(0),
    })
    .nullable(),
  outbox: z
    .object({
      waiting: count.describe('Events recorded and not yet published.'),
      oldestSeconds: z.number().min(0).describe('How long the first of them has been waiting.'),
      publisher: z
        .enum(['this instance', 'another instance', 'nobody'])
        .describe('One instance publishes, the others stand by.'),
      problem: z.string().nullable(),
    })
    .nullable()
    .describe('Null for a service that tells no events, too.'),
});

export type ServiceStatus = z.infer<typeof serviceStatus>;

/** What the status queries of all services have in common. */
export const askedByOps = { by: ['service:ops'], request: z.object({}), refusals: [] } as const;

/** Paid requests that were begun and not delivered. */
export const unfinishedWork = z
  .object({
    underWay: count.describe('Begun less than a minute ago.'),
    stuck: count.describe(
      'Begun a minute ago or earlier, and perhaps paid: the same request sent again delivers it.',
    ),
  })
  .nullable();
