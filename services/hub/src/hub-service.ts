import { z } from 'zod';
import type { ServiceDefinition } from '#libs/messaging';
import { unavailableDatabase } from '#libs/persistence';
import { databaseEnvironment, parseConfig, serviceEnvironment } from '#libs/telemetry';
import { HubModule } from './hub.module.js';

const environment = z.object({ ...serviceEnvironment.shape, ...databaseEnvironment.shape });

export type HubConfig = z.output<typeof environment>;

/** The hub: the one authority on energy. */
export function hubService(env: NodeJS.ProcessEnv = process.env): ServiceDefinition {
  const config = parseConfig(environment, env, { service: 'hub' });
  return {
    service: 'hub',
    config,
    module: (log) => HubModule.with(config, log),
    translate: unavailableDatabase,
  };
}
