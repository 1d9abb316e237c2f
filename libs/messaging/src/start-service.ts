import { setTimeout as pause } from 'node:timers/promises';
import { exitOnConfigError, guardProcess, hideSecrets } from '#libs/telemetry';
import { runService, type RunningService, type ServiceDefinition } from './run-service.js';

/** Shorter than a supervisor's patience. Whatever is cut off then is made good by keys, outbox and checkpoint. */
const closeWithinMs = 6_000;

/**
 * The main of a service process. The definition reads the environment: faults in it are listed and end the process
 * with 1. SIGTERM or SIGINT drains it: it takes no more requests, finishes those under way, and exits 0; while
 * it still starts it leaves at once.
 */
export async function startService(define: () => ServiceDefinition): Promise<void> {
  let definition: ServiceDefinition;
  try {
    definition = define();
  } catch (error) {
    exitOnConfigError(error);
  }
  // As the first process of a container it would not hear signals that it does not listen to.
  for (const signal of endSignals) process.on(signal, leaveAtOnce);
  let running: RunningService;
  try {
    running = await runService(definition);
  } catch (error) {
    process.stderr.write(`${definition.service} cannot start: ${hideSecrets(reasonsOf(error))}\n`);
    process.exit(1);
  }
  guardProcess(running.log);
  for (const signal of endSignals) process.off(signal, leaveAtOnce);
  leaveOnSignals(running);
}

const endSignals = ['SIGTERM', 'SIGINT'] as const;

/** While it starts, a service has promised nothing to anybody. */
function leaveAtOnce(): void {
  process.exit(0);
}

/** What went wrong and why, from the outermost error to its cause. */
function reasonsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : ` ${reasonsOf(error.cause)}`;
  return error.message.includes(cause.trim()) ? error.message : error.message + cause;
}

/** Nest's own shutdown hooks re-send the signal; here a drained process exits 0. */
function leaveOnSignals({ app, log, drain }: RunningService): void {
  let leaving = false;
  const leave = async (signal: string) => {
    if (leaving) return;
    leaving = true;
    log.info(`${signal}: taking no more requests, finishing those under way`);
    // First NATS: Nest would wait for open HTTP connections before it stops taking requests there.
    await drain();
    const closed = await Promise.race([app.close().then(() => true), pause(closeWithinMs, false)]);
    log.info(closed ? 'left' : 'left while an HTTP connection was still open');
    process.exit(0);
  };
  for (const signal of endSignals) process.on(signal, () => void leave(signal));
}
