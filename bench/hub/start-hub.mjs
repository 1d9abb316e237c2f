import 'reflect-metadata';
import { startService } from '#libs/messaging';
import { databaseEnvironment, parseConfig, serviceEnvironment } from '#libs/telemetry';
import { answeringHub } from './answering-hub.mjs';

const withDatabase = serviceEnvironment.extend(databaseEnvironment.shape);

/** @typedef {{ DATABASE_URL: string, DATABASE_OWNER_URL: string }} DatabaseConfig */

/**
 * Starts a service of this house in the hub's place, as the hub is started: identity, validation, typed errors, log
 * and metrics; only what answers the one contract differs.
 * @param {{ contract: import('#libs/contracts').Contract, handler: import('./answering-hub.mjs').Handler,
 *   tokens?: readonly import('@nestjs/common').InjectionToken[],
 *   persistence?: (config: DatabaseConfig, log: import('#libs/telemetry').Log) => import('@nestjs/common').DynamicModule }} options
 */
export async function startHub({ contract, handler, tokens, persistence }) {
  class PeerHub {}
  const controllers = [answeringHub(contract, handler, tokens)];
  const schema = persistence ? withDatabase : serviceEnvironment;
  await startService(() => {
    const config = parseConfig(schema, process.env, { service: 'hub' });
    return {
      service: 'hub',
      config,
      module: (log) => ({
        module: PeerHub,
        imports: persistence ? [persistence(config, log)] : [],
        controllers,
      }),
    };
  });
}
