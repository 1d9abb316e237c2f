import { setMaxListeners } from 'node:events';
import { createRequire } from 'node:module';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { house, type PhoenixError, type ServiceName } from '#libs/contracts';
import {
  createLog,
  HealthModule,
  NestLog,
  type Log,
  type ServiceEnvironment,
} from '#libs/telemetry';
import { Connection } from './connection.js';
import { RecentHops } from './hops/recent-hops.js';
import { IdentityBuckets } from './identity/identity-buckets.js';
import { TokenVerifier } from './identity/token-verifier.js';
import { MessagingModule } from './messaging.module.js';
import { NatsStrategy } from './server/nats-strategy.js';

/** The injection token of a service's log. */
export const LOG = Symbol('log');

export interface ServiceDefinition {
  readonly service: ServiceName;
  readonly config: ServiceEnvironment;
  /** The service's own module, made when NATS is connected. */
  readonly module: (log: Log) => Type | DynamicModule;
  /** Names errors of what the service stands on, so that callers hear `UNAVAILABLE` instead of `INTERNAL`. */
  readonly translate?: (error: unknown) => PhoenixError | undefined;
  /** Last touches on the HTTP side before it listens. */
  readonly configureHttp?: (app: NestFastifyApplication) => Promise<void> | void;
}

/** The injection token of an `AbortSignal` that aborts when the service takes no more requests. */
export const LEAVING = Symbol('leaving');

const knownWithinMs = 2_000;

const { version } = createRequire(import.meta.url)('#package.json') as { version: string };

@Module({})
class ServiceRoot {}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly log: Log;
  /** Takes no more requests over NATS, and answers those under way. */
  readonly drain: () => Promise<void>;
}

/** Assembles a service and lets it serve: log, NATS, health over HTTP, handlers over NATS. `app.close()` drains it. */
export async function runService(definition: ServiceDefinition): Promise<RunningService> {
  const { service, config } = definition;
  const instance = config.PHOENIX_INSTANCE;
  const log = createLog({
    service,
    instance,
    level: config.PHOENIX_LOG_LEVEL,
    format: config.PHOENIX_LOG_FORMAT,
  });
  const connection = await Connection.open({
    servers: config.NATS_URL,
    caller: service,
    name: instance,
    seedFile: config.NATS_NKEY_SEED_FILE,
    log,
  });
  const identity = IdentityBuckets.watch(connection, log);
  const verifier = new TokenVerifier(identity);
  const recent = new RecentHops();
  // An instance that joins others takes no request that it would have to turn away; whoever fills the buckets is needed.
  if (house[service].keeps.length === 0) await identity.untilKnown(knownWithinMs);
  const leaving = new AbortController();
  // All that is under way listens to it.
  setMaxListeners(0, leaving.signal);
  const root: DynamicModule = {
    module: ServiceRoot,
    global: true,
    imports: [
      HealthModule.forService({ service, version, instance }),
      MessagingModule.forService({ service, connection, identity, verifier, recent }),
      definition.module(log),
    ],
    providers: [
      { provide: LOG, useValue: log },
      { provide: LEAVING, useValue: leaving.signal },
    ],
    exports: [LOG, LEAVING],
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    root,
    new FastifyAdapter({ requestTimeout: 15_000 }),
    {
      logger: new NestLog(log),
      abortOnError: false,
    },
  );
  const checkReplies = config.PHOENIX_ENV !== 'production';
  const strategy = new NatsStrategy({
    service,
    instance,
    version,
    connection,
    verifier,
    log,
    recent,
    checkReplies,
    translate: definition.translate,
    leaving,
  });
  app.connectMicroservice({ strategy });
  await definition.configureHttp?.(app);
  await app.startAllMicroservices();
  await app.listen(config.PORT, config.HOST);
  log.info(`${service} ${version} serves ${await app.getUrl()}`);
  return { app, log, drain: () => strategy.close() };
}
