import { z } from 'zod';
import { parseConfig, serviceEnvironment, siteUrl } from '#libs/telemetry';

const { PHOENIX_ENV, NATS_URL, NATS_NKEY_SEED_FILE } = serviceEnvironment.shape;

const dataFolders = z
  .string()
  .regex(/^[a-z]+=[^,=]+(,[a-z]+=[^,=]+)*$/)
  .transform((text) =>
    text.split(',').map((one) => {
      const [name, path] = one.split('=') as [string, string];
      return { name, path };
    }),
  )
  .default([])
  .describe('where data are kept, as seen from here, for example postgres=/data/a,nats=/data/b');

const environment = z.object({
  PHOENIX_ENV,
  NATS_URL,
  NATS_NKEY_SEED_FILE,
  PHOENIX_SITE_URL: siteUrl.optional(),
  PHOENIX_SIGNING_KEY_FILE: z
    .string()
    .optional()
    .describe('the path of the private key (JWK) that access tokens are signed with'),
  PHOENIX_DATA_FOLDERS: dataFolders,
  PHOENIX_STAFF_TOKEN: z
    .string()
    .optional()
    .describe('the access token of the member of staff who acts; needed in production'),
});

export type OpsEnvironment = z.output<typeof environment>;

/** What the command line reads from its environment. Throws a `ConfigError` that lists every fault. */
export function opsEnvironment(env: NodeJS.ProcessEnv): OpsEnvironment {
  return parseConfig(environment, env, { service: 'ops' });
}
