import { findFaults } from '../../status/find-faults.js';
import { isUnknown } from '../../status/unknown.js';
import type { Check, Finding } from '../check.js';
import type { Seen } from '../seen.js';

/** Whether `status` says that something is not well. */
export const houseStatus: Check = {
  name: 'house-status',
  look({ status, silent }) {
    const faults = findFaults(withoutFigures(status)).map(({ wrong, help }): Finding => ({
      gravity: 'stops',
      wrong,
      fix: help,
    }));
    const mute = silent.map(({ service, unknown }): Finding => ({
      gravity: 'stops',
      wrong: `${service} runs, and could not tell how it is installed: ${unknown.replace(/\.?$/, '.')}`,
      fix: 'Its log says why; `npm run phoenix -- doctor` asks again.',
    }));
    return { findings: [...faults, ...mute], seen: 'nothing that `status` would call not well' };
  },
};

/** Its settings and its room have checks of their own. */
function withoutFigures(status: Seen['status']): Seen['status'] {
  const { stream } = status;
  if (stream === null || isUnknown(stream)) return status;
  return { ...status, stream: { ...stream, drift: [], bytes: 0 } };
}
