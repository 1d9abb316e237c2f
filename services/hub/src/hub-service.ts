import { z } from 'zod';
import type { ServiceDefinition } from '#libs/messaging';
import { unavailableDatabase } from '#libs/persistence';
import { databaseEnvironment, parseConfig, serviceEnvironment } from '#libs/telemetry';
import { builtInPrices, type PriceList } from './energy/price-list.js';
import { HubModule } from './hub.module.js';

const environment = z.object({ ...serviceEnvironment.shape, ...databaseEnvironment.shape });

export type HubConfig = z.output<typeof environment>;

/** The hub: the one authority on energy. Its prices are those it was built with, unless others are handed in. */
export function hubService(
  env: NodeJS.ProcessEnv = process.env,
  prices: PriceList = builtInPrices,
): ServiceDefinition {
  const config = parseConfig(environment, env, { service: 'hub' });
  return {
    service: 'hub',
    config,
    module: (log) => HubModule.with(config, log, prices),
    translate: unavailableDatabase,
  };
}
