import type { Log } from '#libs/telemetry';
import type { Migration } from './migrate.js';
import type { StoringService } from './roles.js';

/** The names under which a schema remembers these migrations, in their order. */
export function migrationNames(migrations: readonly Migration[]): string[] {
  return migrations.map((Step) => new Step().name ?? Step.name);
}

/** R6: what a newer version did to the schema stays, and is told. */
export function tellOfNewer(
  service: StoringService,
  known: readonly string[],
  done: readonly string[],
  log: Log,
): void {
  const newer = done.filter((name) => !known.includes(name));
  if (newer.length === 0) return;
  log.warn(
    `The database of ${service} has migrations that this version does not know (${newer.join(', ')}): a newer version runs beside this one, or ran before it.`,
  );
}
