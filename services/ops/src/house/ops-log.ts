import { createLog, type Log } from '#libs/telemetry';
import type { Ops } from '../ops.js';

/** The log of the libraries beneath a command: warnings as plain lines beside the answer, everything with `--verbose`. */
export function opsLog({ terminal, verbose }: Ops): Log {
  const write = (line: string) =>
    terminal.say(verbose ? line.trimEnd() : (JSON.parse(line) as { msg: string }).msg);
  return createLog({
    service: 'ops',
    instance: String(process.pid),
    level: verbose ? 'debug' : 'warn',
    format: 'json',
    destination: { write },
  });
}
