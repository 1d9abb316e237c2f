import { z } from 'zod';
import type { ServiceDefinition } from '#libs/messaging';
import { unavailableDatabase } from '#libs/persistence';
import { databaseEnvironment, parseConfig, serviceEnvironment } from '#libs/telemetry';
import { CvModule } from './cv.module.js';

const environment = z.object({ ...serviceEnvironment.shape, ...databaseEnvironment.shape });

export type CvConfig = z.output<typeof environment>;

/** CV: paid work on a user's CV. */
export function cvService(env: NodeJS.ProcessEnv = process.env): ServiceDefinition {
  const config = parseConfig(environment, env, { service: 'cv' });
  return {
    service: 'cv',
    config,
    module: (log) => CvModule.with(config, log),
    translate: unavailableDatabase,
  };
}
