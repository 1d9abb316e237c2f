import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ConfigFault } from './config-error.js';
import { logFormats, logLevels } from './log.js';
import { failpointForm, parseFailpoints } from './parse-failpoints.js';

/** A TCP port; 0 lets the system choose a free one. */
export const portNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535)
  .describe('a port number from 0 (any free one) to 65535');

/** Where people open the site. */
export const siteUrl = z
  .url({ protocol: /^https?$/ })
  .describe('the address at which people open the site, for example https://phoenix.example');

const natsServer = /^(?:(?:nats|tls|wss?):\/\/)?[^\s,/]+\/?$/;

/** What every service reads from its environment. */
export const serviceEnvironment = z.object({
  PHOENIX_ENV: z
    .enum(['production', 'development', 'test'])
    .default('production')
    .describe('production, development or test'),
  PHOENIX_INSTANCE: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .default(() => randomBytes(4).toString('hex'))
    .describe('1 to 64 letters, digits or hyphens, another one for each process'),
  PHOENIX_LOG_LEVEL: z.enum(logLevels).default('info').describe(logLevels.join(', ')),
  PHOENIX_LOG_FORMAT: z.enum(logFormats).describe(logFormats.join(' or ')),
  PHOENIX_FAILPOINTS: z.string().refine(isFailpoints).optional().describe(failpointForm),
  NATS_URL: z
    .string()
    .transform((text) => text.split(',').map((server) => server.trim()))
    .refine((servers) => servers.every((server) => natsServer.test(server)))
    .describe('the NATS servers, comma separated, for example nats://127.0.0.1:4222'),
  NATS_NKEY_SEED_FILE: z
    .string()
    .describe('the path of the file with the seed of this service’s NATS credential'),
  HOST: z.string().default('127.0.0.1').describe('the address to listen on for HTTP'),
  PORT: portNumber.default(0),
});

export type ServiceEnvironment = z.output<typeof serviceEnvironment>;

/** Defaults that depend on another variable. */
export function houseDefaults(env: NodeJS.ProcessEnv): Record<string, string> {
  return { PHOENIX_LOG_FORMAT: env.PHOENIX_ENV?.trim() === 'development' ? 'pretty' : 'json' };
}

/** R31: a process that was not told otherwise is in production, and there nothing may be made to fail on purpose. */
export function houseRules(env: NodeJS.ProcessEnv): ConfigFault[] {
  const mayFail = env.PHOENIX_ENV === 'development' || env.PHOENIX_ENV === 'test';
  if (!env.PHOENIX_FAILPOINTS || mayFail) return [];
  return [
    {
      variable: 'PHOENIX_FAILPOINTS',
      wrong: 'is set in production',
      expected: 'it to be unset, or PHOENIX_ENV to be development or test',
    },
  ];
}

function isFailpoints(text: string): boolean {
  try {
    return parseFailpoints(text).size > 0;
  } catch {
    return false;
  }
}
