import { isUnknown } from '../../status/unknown.js';
import type { Check, Finding } from '../check.js';
import { percent } from '../in-words.js';
import type { Seen } from '../seen.js';

const nearlyAll = 0.8;

interface Used {
  readonly of: string;
  readonly used: number;
  readonly limit: number;
  readonly fix: string;
}

/** How many connections are in use of those that Postgres and NATS take. */
export const connections: Check = {
  name: 'connections',
  look(seen) {
    const all = [...ofPostgres(seen), ...ofNats(seen)];
    const findings = all
      .filter(({ used, limit }) => used >= nearlyAll * limit)
      .map(({ of, used, limit, fix }): Finding => ({
        gravity: 'stops',
        wrong: `${used} of ${limit} connections of ${of} are in use (${percent(used, limit)}): at the limit, services that start or reconnect are turned away.`,
        fix,
      }));
    const most = all.toSorted((a, b) => b.used / b.limit - a.used / a.limit)[0];
    return { findings, seen: most ? `at most ${most.used} of ${most.limit}, of ${most.of}` : '' };
  },
};

function ofPostgres({ installed }: Seen): Used[] {
  const found = new Map<string, Used>();
  for (const { service, database } of installed) {
    for (const { of, used, limit } of database.connections) {
      const names = {
        server: 'Postgres',
        database: 'the database',
        role: `the role of ${service}`,
      };
      const fixes = {
        server: 'Raise `max_connections` and restart Postgres, or run fewer instances.',
        database: 'As administrator of Postgres: `ALTER DATABASE … CONNECTION LIMIT -1`.',
        role: `As administrator of Postgres: \`ALTER ROLE phoenix_${service} CONNECTION LIMIT -1\`.`,
      };
      found.set(names[of], { of: names[of], used, limit, fix: fixes[of] });
    }
  }
  return [...found.values()];
}

function ofNats({ brokers }: Seen): Used[] {
  if (isUnknown(brokers)) return [];
  const fix = 'Raise `max_connections` in its configuration, and see who connects so often.';
  return brokers.map(({ name, connections: { used, limit } }) => ({
    of: `nats-server ${name}`,
    ...{ used, limit, fix },
  }));
}
