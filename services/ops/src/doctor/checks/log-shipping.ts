import type { Check } from '../check.js';
import { listed } from '../../status/faults/fault.js';

/** Whether Postgres ships its log, where it was told to. Whether backups are taken is not known to the house. */
export const logShipping: Check = {
  name: 'log-shipping',
  asksServices: true,
  look({ installed }) {
    const failing = installed.filter(({ database }) => database.archive === 'failing');
    if (failing.length > 0) {
      return {
        findings: [
          {
            gravity: 'stops',
            wrong: `Postgres cannot ship its log (asked by ${listed(failing.map(({ service }) => service))}): the backup grows old, and the log stays on the disk until that is full.`,
            fix: 'The log of Postgres says why `archive_command` fails; mend it, and it catches up by itself.',
          },
        ],
        seen: '',
      };
    }
    if (installed.some(({ database }) => database.archive === 'working'))
      return { findings: [], seen: 'the log of Postgres is shipped' };
    const unseen =
      'backups: Postgres does not ship its log, and where else backups lie the house does not know (docs/runbook.md, “Back up both”)';
    return { findings: [], seen: '', unseen };
  },
};
