import type { Check, Finding } from '../check.js';
import { listed } from '../../status/faults/fault.js';

/** Whether each service's role in Postgres can add only, and the triggers behind that are there (R15). */
export const databaseRights: Check = {
  name: 'database-rights',
  asksServices: true,
  look({ installed }) {
    const findings = installed.flatMap(({ service, database }): Finding[] => {
      const { excessRights, unguardedTables } = database;
      const found: Finding[] = [];
      if (excessRights.length > 0) {
        found.push({
          gravity: 'loses',
          wrong: `The role phoenix_${service} of Postgres may do ${listed(excessRights)}: what is only ever added to could be changed.`,
          fix: `As administrator of Postgres, take it away again: \`ALTER ROLE phoenix_${service} NOSUPERUSER NOCREATEROLE\`, or \`REVOKE … ON ${service}.… FROM phoenix_${service}\`.`,
        });
      }
      if (unguardedTables.length > 0) {
        found.push({
          gravity: 'loses',
          wrong: `Nothing guards the rows of ${listed(unguardedTables.map((table) => `${service}.${table}`))} against being changed.`,
          fix: `As its owner: \`ALTER TABLE ${service}.${unguardedTables[0]!} ENABLE TRIGGER ${unguardedTables[0]!}_append_only\`.`,
        });
      }
      return found;
    });
    const names = listed(installed.map(({ service }) => service));
    return { findings, seen: `the roles of ${names} can add, and change nothing else` };
  },
};
