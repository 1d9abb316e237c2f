import type { Terminal } from '../terminal/terminal.js';
import { table } from '../terminal/table.js';
import type { Fault } from './faults/fault.js';
import type { HouseStatus } from './house-status.js';
import { instanceLines } from './instance-lines.js';
import { figureLines, serviceLines } from './service-lines.js';
import { isUnknown } from './unknown.js';

/** The status for a person: what is not well first, then every figure. */
export function printStatus(
  terminal: Terminal,
  status: HouseStatus,
  faults: readonly Fault[],
  nowMs: number,
): void {
  for (const { wrong, help } of faults) {
    terminal.printFault(`✗ ${wrong}`);
    terminal.print(`  ${help}`);
  }
  if (faults.length === 0) terminal.print('All is well.');
  const parts = [
    instanceLines(status, nowMs),
    serviceLines(status),
    [streamLine(status.stream), ...figureLines(status, nowMs)],
    readModelLines(status.readModels),
  ];
  for (const lines of parts.filter(({ length }) => length > 0)) {
    terminal.print();
    for (const line of lines) terminal.print(line);
  }
}

function streamLine(stream: HouseStatus['stream']): string {
  if (stream === null) return 'Stream: missing';
  if (isUnknown(stream)) return 'Stream: unknown';
  const { lastSequence, epoch, bytes, maxBytes } = stream;
  const limit = maxBytes > 0 ? `${mebibytes(maxBytes)} MiB` : 'any number';
  return `Stream: ${lastSequence} events, epoch ${epoch}, ${mebibytes(bytes)} of ${limit}`;
}

function readModelLines(readModels: HouseStatus['readModels']): readonly string[] {
  if (readModels === null || isUnknown(readModels)) return ['Read models: unknown'];
  const rows = readModels.models.map((one) => [
    one.model,
    String(one.build),
    one.role,
    one.state,
    String(one.checkpoint),
    String(one.lag),
    String(one.parkedUsers),
  ]);
  return table(['READ MODEL', 'BUILD', 'ROLE', 'STATE', 'CHECKPOINT', 'LAG', 'PARKED USERS'], rows);
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(bytes < 1024 ** 2 ? 2 : 0);
}
