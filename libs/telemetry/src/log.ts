import { pino, stdSerializers, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { hideSecrets } from './hide-secrets.js';
import { currentContext } from './request-context.js';
import { traceIdOf } from './trace-context.js';

export type Log = Logger;

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const logFormats = ['json', 'pretty'] as const;

export interface LogOptions {
  readonly service: string;
  readonly instance: string;
  readonly level: (typeof logLevels)[number];
  readonly format: (typeof logFormats)[number];
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

/**
 * A log of one line per entry with time, level, service and instance, and within a request its correlation id and
 * trace id. No token or password passes, and each line is written before the call returns.
 */
export function createLog(options: LogOptions): Log {
  const { service, instance, level, format } = options;
  const destination = options.destination ?? pino.destination({ dest: 1, sync: true });
  return pino(
    {
      level,
      base: { service, instance },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.err },
      mixin: fromContext,
      // On the finished line, so that messages, stacks and objects of any depth all pass here.
      hooks: { streamWrite: hideSecrets },
    },
    format === 'pretty' ? pretty(destination) : destination,
  );
}

function fromContext(): Record<string, string | undefined> {
  const context = currentContext();
  if (!context) return {};
  return { correlationId: context.correlationId, traceId: traceIdOf(context.traceparent) };
}

/** pino-pretty's own stream writes a turn later, which would lose the last lines of a crash. */
function pretty(destination: DestinationStream): DestinationStream {
  const prettify = prettyFactory({
    colorize: process.stdout.isTTY,
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: 'service,instance,traceId',
    singleLine: true,
  });
  return { write: (line) => destination.write(prettify(line)) };
}
