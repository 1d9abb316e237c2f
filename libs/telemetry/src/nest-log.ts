import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Nest's wiring is news to nobody: one line per route and module would hide what matters. */
const wiring = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

/** Carries what Nest itself logs into our log, with Nest's context as `context` and its own wiring at level debug. */
export class NestLog implements LoggerService {
  constructor(private readonly destination: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(wiring.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest's order is message, more messages or a stack, and its context last. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const fields: Record<string, unknown> = {};
    if (typeof rest.at(-1) === 'string' && !isStack(rest.at(-1))) fields.context = rest.at(-1);
    const more = rest.slice(0, 'context' in fields ? -1 : undefined).filter((m) => m !== undefined);
    const stack = more.find(isStack);
    if (stack !== undefined) fields.stack = stack;
    const others = more.filter((m) => m !== stack);
    if (others.length > 0) fields.more = others;
    if (message instanceof Error) this.destination[level]({ ...fields, err: message });
    else if (typeof message === 'string') this.destination[level](fields, '%s', message);
    else this.destination[level]({ ...fields, details: message });
  }
}

function isStack(value: unknown): boolean {
  return typeof value === 'string' && /\n\s+at /.test(value);
}
