import { z } from 'zod';
import type { ServiceDefinition } from '#libs/messaging';
import {
  databaseEnvironment,
  parseConfig,
  portNumber,
  serviceEnvironment,
  siteUrl,
} from '#libs/telemetry';
import { servePageParts } from './api-docs/serve-page-parts.js';
import { servePage } from './page/serve-page.js';
import { configureHttp } from './wire/configure-http.js';
import { WebsiteModule } from './website.module.js';

const environment = z.object({
  ...serviceEnvironment.shape,
  ...databaseEnvironment.shape,
  PORT: portNumber.default(8080),
  PHOENIX_SITE_URL: siteUrl.optional(),
  PHOENIX_SIGNING_KEY_FILE: z
    .string()
    .describe('the path of the private key (JWK) that access tokens are signed with'),
});

export type WebsiteConfig = z.output<typeof environment>;

/** The website: the one HTTP edge for users. */
export function websiteService(env: NodeJS.ProcessEnv = process.env): ServiceDefinition {
  const config = parseConfig(environment, env, { service: 'website' });
  return {
    service: 'website',
    config,
    module: (log) => WebsiteModule.with(config, log),
    configureHttp: (app) => {
      configureHttp(app);
      servePageParts(app);
      servePage(app);
    },
  };
}
