import type { Check } from '../check.js';
import { listed } from '../../status/faults/fault.js';
import { percent, size } from '../in-words.js';

const leastShare = 0.1;
const leastBytes = 1024 ** 3;

/** How much room is left on the disks that hold data, where ops was told which they are. */
export const diskRoom: Check = {
  name: 'disk-room',
  look({ folders }) {
    const visible = folders.flatMap(({ name, path, disk }) =>
      disk ? [{ name, path, ...disk }] : [],
    );
    const findings = visible
      .filter(
        ({ freeBytes, sizeBytes }) => freeBytes < leastShare * sizeBytes || freeBytes < leastBytes,
      )
      .map(({ name, path, freeBytes, sizeBytes }) => ({
        gravity: 'stops' as const,
        wrong: `The disk of ${name} has ${size(freeBytes)} of ${size(sizeBytes)} left (${percent(freeBytes, sizeBytes)}): when it is full, changes are refused.`,
        fix: `Make room beside ${path}, or give it a larger disk; docs/runbook.md says more under “Disk full”.`,
      }));
    const hidden = folders.filter(({ disk }) => !disk).map(({ path }) => path);
    const unseen =
      folders.length === 0
        ? 'the room left on the disks: PHOENIX_DATA_FOLDERS does not say where the data are (postgres=/path,nats=/path)'
        : `the room left in ${listed(hidden)}: it cannot be seen from here`;
    const seen = visible.map(({ name, freeBytes }) => `${size(freeBytes)} left for ${name}`);
    return {
      findings,
      seen: listed(seen),
      ...(folders.length === 0 || hidden.length > 0 ? { unseen } : {}),
    };
  },
};
