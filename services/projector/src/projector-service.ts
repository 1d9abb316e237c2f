import { z } from 'zod';
import type { ServiceDefinition } from '#libs/messaging';
import { unavailableDatabase } from '#libs/persistence';
import { databaseEnvironment, parseConfig, serviceEnvironment } from '#libs/telemetry';
import { ProjectorModule } from './projector.module.js';
import type { ReadModel } from './read-models/read-model.js';
import { readModels } from './read-models/read-models.js';

const mebibyte = 1024 ** 2;

const environment = z.object({
  ...serviceEnvironment.shape,
  ...databaseEnvironment.shape,
  PHOENIX_STREAM_MAX_BYTES: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((bytes) => bytes >= mebibyte)
    .default(4 * 1024 ** 3)
    .describe('the most bytes that the event stream may hold, 1048576 or more'),
  PHOENIX_STREAM_REPLICAS: z
    .enum(['1', '3', '5'])
    .transform(Number)
    .default(1)
    .describe('how many servers keep the event stream: 1, 3 or 5'),
  PHOENIX_BOOKS_SECONDS: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((seconds) => seconds > 0)
    .default(60)
    .describe('after how many seconds the books of what has moved are compared again, 1 or more'),
});

export type ProjectorConfig = z.output<typeof environment>;

/** The projector: creates the event stream, folds it into read models, and answers queries on them. */
export function projectorService(
  env: NodeJS.ProcessEnv = process.env,
  definitions: readonly ReadModel[] = readModels,
): ServiceDefinition {
  const config = parseConfig(environment, env, { service: 'projector' });
  return {
    service: 'projector',
    config,
    module: (log) => ProjectorModule.with(config, definitions, log),
    translate: unavailableDatabase,
  };
}
