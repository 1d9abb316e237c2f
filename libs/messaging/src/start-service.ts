import { exitOnConfigError, guardProcess } from '#libs/telemetry';
import { runService, type RunningService, type ServiceDefinition } from './run-service.js';

/**
 * The main of a service process. The definition reads the environment: faults in it are listed and end the process
 * with 1. SIGTERM or SIGINT drains it: it takes no more requests, finishes those under way, and exits 0.
 */
export async function startService(define: () => ServiceDefinition): Promise<void> {
  let definition: ServiceDefinition;
  try {
    definition = define();
  } catch (error) {
    exitOnConfigError(error);
  }
  const running = await runService(definition);
  guardProcess(running.log);
  leaveOnSignals(running);
}

/** Nest's own shutdown hooks re-send the signal; here a drained process exits 0. */
function leaveOnSignals({ app, log }: RunningService): void {
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
