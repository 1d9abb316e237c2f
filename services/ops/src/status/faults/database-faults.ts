import { toldBy, type HouseStatus } from '../house-status.js';
import type { Fault } from './fault.js';

const usedFrom = 0.9;

/** All services share the server, so that one of them speaks for all. */
export function databaseFaults(status: HouseStatus): Fault[] {
  const full = toldBy(status).find(
    ({ database }) => database && database.connections >= usedFrom * database.limit,
  );
  if (!full?.database) return [];
  const { connections, limit } = full.database;
  return [
    {
      wrong: `Postgres has ${connections} of the ${limit} connections that it takes; one more instance may find no room.`,
      help: 'Raise `max_connections` of Postgres, or stop instances that are not needed.',
    },
  ];
}
