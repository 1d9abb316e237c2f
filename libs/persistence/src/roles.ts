import type { ServiceName } from '#libs/contracts';

/** A service that keeps a schema, named as itself, in Postgres; the command line `ops` keeps none. */
export type StoringService = Exclude<ServiceName, 'ops'>;

/** The role that a service works under: it reads and adds, and changes only what a migration granted (R15). */
export function runTimeRole(service: StoringService): string {
  return `phoenix_${service}`;
}

/** The role that owns a service's schema and runs its migrations, never its requests (R15). */
export function ownerRole(service: StoringService): string {
  return `phoenix_${service}_owner`;
}
