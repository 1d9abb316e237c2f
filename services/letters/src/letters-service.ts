import { z } from 'zod';
import { aiEnvironment, aiRules } from '#libs/ai';
import type { ServiceDefinition } from '#libs/messaging';
import { unavailableDatabase } from '#libs/persistence';
import { databaseEnvironment, parseConfig, serviceEnvironment } from '#libs/telemetry';
import { LettersModule } from './letters.module.js';

const environment = z.object({
  ...serviceEnvironment.shape,
  ...databaseEnvironment.shape,
  ...aiEnvironment.shape,
});

export type LettersConfig = z.output<typeof environment>;

/** Letters: paid work on a user's letters. */
export function lettersService(env: NodeJS.ProcessEnv = process.env): ServiceDefinition {
  const config = parseConfig(environment, env, { service: 'letters', rules: aiRules });
  return {
    service: 'letters',
    config,
    module: (log) => LettersModule.with(config, log),
    translate: unavailableDatabase,
  };
}
