export { newTrace, childOf, traceIdOf } from './trace-context.js';
export {
  runInContext,
  currentContext,
  correlationIdFrom,
  type RequestContext,
} from './request-context.js';
export { createLog, type Log, type LogOptions } from './log.js';
export { NestLog } from './nest-log.js';
export { hideSecrets } from './hide-secrets.js';
export { guardProcess } from './guard-process.js';
export { parseConfig, type ConfigOptions } from './config.js';
export { ConfigError, exitOnConfigError, type ConfigFault } from './config-error.js';
export {
  serviceEnvironment,
  portNumber,
  siteUrl,
  type ServiceEnvironment,
} from './service-environment.js';
export { databaseEnvironment, type DatabaseEnvironment } from './database-environment.js';
export { failpoint, isArmed, armFailpoint, disarmFailpoints, failpointHits } from './failpoint.js';
export type { FailpointAction } from './parse-failpoints.js';
export { counter, gauge, histogram, metricsRegistry } from './metrics.js';
export { Readiness, type Ready, type ReadinessCheck, type ReadinessStatus } from './readiness.js';
export { HealthModule } from './health.module.js';
export { Measurements } from './measurements.js';
export { SERVICE_IDENTITY, type ServiceIdentity } from './health.controller.js';
