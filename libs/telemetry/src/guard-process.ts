import type { Log } from './log.js';

/** Logs any error that nobody caught as fatal, with its stack, and exits 1 for the supervisor to restart; a reader of our output that went away is no such error. */
export function guardProcess(log: Log): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', tolerateClosedPipe);
  // Node hands unhandled rejections to this event as well, with the origin saying so.
  process.on('uncaughtException', (error, origin) => {
    try {
      log.fatal({ err: error, origin }, 'Nobody caught an error: the process ends.');
    } finally {
      process.exit(1);
    }
  });
}

function tolerateClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
