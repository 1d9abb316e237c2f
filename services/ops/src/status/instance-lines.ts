import { table } from '../terminal/table.js';
import type { HouseStatus } from './house-status.js';
import { spokenAge } from './spoken-age.js';

/** Every process of every service: its release, for how long it runs, and what it was asked. */
export function instanceLines({ instances }: HouseStatus, nowMs: number): readonly string[] {
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
    return [name, id, version, spokenAge(started, nowMs), String(requests), String(errors), mean];
  });
  return table(head, rows);
}
