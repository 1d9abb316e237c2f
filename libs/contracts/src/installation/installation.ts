import { z } from 'zod';

const instant = z.iso.datetime();

const connectionLimit = z.object({
  of: z.enum(['server', 'database', 'role']),
  used: z.int().min(0),
  limit: z.int().min(0),
});

/** How one instance of a service is installed: its process, what NATS lets it do, and its Postgres as its run-time role sees it. */
export const installation = z.object({
  instance: z.string().describe('The instance that answers, of all that run.'),
  node: z.string().describe('The version of Node, for example 24.21.0.'),
  environment: z.string().describe('PHOENIX_ENV: production, development or test.'),
  clock: instant,
  permissions: z
    .object({ excess: z.array(z.string()), lacking: z.array(z.string()) })
    .describe('How what NATS lets it do differs from its charter (R28).'),
  database: z.object({
    version: z.string(),
    versionNumber: z.int().describe('For example 180004.'),
    clock: instant,
    settings: z
      .record(z.string(), z.string())
      .describe('Those that decide whether a commit outlives a crash of the machine.'),
    connections: z.array(connectionLimit),
    excessRights: z
      .array(z.string())
      .describe('What its role can do and should not (R15), such as DELETE on outbox.'),
    unguardedTables: z
      .array(z.string())
      .describe('Append-only tables whose trigger is gone or disabled (R15).'),
    archive: z
      .enum(['off', 'working', 'failing'])
      .describe('How the shipping of the log of Postgres goes.'),
  }),
});

export type Installation = z.infer<typeof installation>;
