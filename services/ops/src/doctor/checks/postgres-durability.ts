import type { Check } from '../check.js';
import { listed } from '../../status/faults/fault.js';
import type { Installed } from '../seen.js';

/** Only `off` answers before the log is on the disk; every other value waits for that, or for more. */
const settings = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

/** Whether a commit is on the disk of Postgres before it is answered, as each service's own session has it. */
export const postgresDurability: Check = {
  name: 'postgres-durability',
  asksServices: true,
  look({ installed }) {
    const findings = settings.flatMap((setting) => {
      const off = installed.filter(({ database }) => database.settings[setting] === 'off');
      if (off.length === 0) return [];
      const wrong = `${setting} is off in the Postgres of ${namesOf(off)}: what was acknowledged can be lost with the machine.`;
      const fix = `As administrator of Postgres: \`ALTER SYSTEM SET ${setting} = on\` and \`SELECT pg_reload_conf()\`; where a role or the database was given its own, \`ALTER ROLE … RESET ${setting}\`.`;
      return [{ gravity: 'loses', wrong, fix } as const];
    });
    return {
      findings,
      seen: `${settings.join(', ')} on, in sessions of ${namesOf(installed)}`,
    };
  },
};

function namesOf(installed: readonly Installed[]): string {
  return listed(installed.map(({ service }) => service));
}
