import type { Terminal } from '../terminal/terminal.js';
import { table } from '../terminal/table.js';
import type { Fault } from './find-faults.js';
import { isUnknown, type HouseStatus } from './house-status.js';

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
    [streamLine(status.stream)],
    readModelLines(status.readModels),
  ];
  for (const lines of parts.filter(({ length }) => length > 0)) {
    terminal.print();
    for (const line of lines) terminal.print(line);
  }
}

function instanceLines({ instances }: HouseStatus, nowMs: number): readonly string[] {
  if (instances.length === 0) return [];
  const head = ['SERVICE', 'INSTANCE', 'VERSION', 'UP', 'REQUESTS', 'ERRORS', 'MEAN'];
  const rows = instances.map(({ name, id, version, started, endpoints }) => {
    const requests = endpoints.reduce((sum, one) => sum + one.num_requests, 0);
    const errors = endpoints.reduce((sum, one) => sum + one.num_errors, 0);
    const totalNs = endpoints.reduce(
      (sum, one) => sum + one.average_processing_time * one.num_requests,
      0,
    );
    const mean = requests === 0 ? '–' : `${(totalNs / requests / 1e6).toFixed(1)} ms`;
    return [name, id, version, since(started, nowMs), String(requests), String(errors), mean];
  });
  return table(head, rows);
}

function streamLine(stream: HouseStatus['stream']): string {
  if (stream === null) return 'Stream: missing';
  if (isUnknown(stream)) return 'Stream: unknown';
  return `Stream: ${stream.lastSequence} events, epoch ${stream.epoch}`;
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

function since(started: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(started)) / 60_000);
  if (!Number.isFinite(minutes)) return 'unknown';
  if (minutes < 1) return '< 1 min';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 1440)} days`;
}
