import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceName } from '#libs/contracts';
import {
  createLog,
  guardProcess,
  HealthModule,
  NestLog,
  type Log,
  type ServiceEnvironment,
} from '#libs/telemetry';
import { Connection } from './connection.js';
import { TokenVerifier } from './identity/token-verifier.js';
import { MessagingModule } from './messaging.module.js';
import { NatsStrategy } from './server/nats-strategy.js';

/** The injection token of a service's log. */
export const LOG = Symbol('log');

export interface ServiceDefinition {
  readonly service: ServiceName;
  readonly version: string;
  readonly config: ServiceEnvironment;
  /** The service's own module, made when NATS is connected. */
  readonly module: (log: Log) => Type | DynamicModule;
  /** Last touches on the HTTP side before it listens. */
  readonly configureHttp?: (app: NestFastifyApplication) => Promise<void> | void;
}

@Module({})
class ServiceRoot {}

/**
 * Starts a service process: log, NATS, health over HTTP, handlers over NATS. SIGTERM or SIGINT drains it: it takes no
 * more requests, finishes those under way, and exits 0.
 */
export async function startService(definition: ServiceDefinition): Promise<NestFastifyApplication> {
  const { service, version, config } = definition;
  const instance = config.PHOENIX_INSTANCE;
  const log = createLog({
    service,
    instance,
    level: config.PHOENIX_LOG_LEVEL,
    format: config.PHOENIX_LOG_FORMAT,
  });
  guardProcess(log);
  const connection = await Connection.open({
    servers: config.NATS_URL,
    name: `${service}-${instance}`,
    log,
  });
  const verifier = await verifierFrom(config.PHOENIX_TOKEN_KEYS_FILE);
  const root: DynamicModule = {
    module: ServiceRoot,
    global: true,
    imports: [
      HealthModule.forService({ service, version, instance }),
      MessagingModule.forService({ service, connection, verifier }),
      definition.module(log),
    ],
    providers: [{ provide: LOG, useValue: log }],
    exports: [LOG],
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    root,
    new FastifyAdapter({ trustProxy: true }),
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
    checkReplies,
  });
  app.connectMicroservice({ strategy });
  await definition.configureHttp?.(app);
  leaveOnSignals(app, log);
  await app.startAllMicroservices();
  await app.listen(config.PORT, config.HOST);
  log.info(`${service} ${version} serves ${await app.getUrl()}`);
  return app;
}

function verifierFrom(keysFile: string | undefined): Promise<TokenVerifier> | TokenVerifier {
  return keysFile ? TokenVerifier.fromFile(keysFile) : TokenVerifier.fromKeys({ keys: [] });
}

/** Nest's own shutdown hooks re-send the signal; here a drained process exits 0. */
function leaveOnSignals(app: NestFastifyApplication, log: Log): void {
  let leaving = false;
  const leave = async (signal: string) => {
    if (leaving) return;
    leaving = true;
    log.info(`${signal}: taking no more requests, finishing those under way`);
    await app.close();
    log.info('left');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void leave(signal));
}
