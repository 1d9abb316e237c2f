import {
  brokerSetting,
  clockOff,
  monthsNotAhead,
  postgresSetting,
  sql,
  strangeInstance,
  streamSetting,
  wrongPermissions,
  type PlantedFault,
} from './plant-fault.js';

/** Each fault: what it is, the check that finds it, how grave it is, what is said, and how it is made. */
export const faults: [string, string, string, RegExp, () => PlantedFault][] = [
  [
    'fsync is off',
    'postgres-durability',
    'loses',
    /^fsync is off/,
    () => postgresSetting('fsync', 'off'),
  ],
  [
    'the commits of one role are not waited for',
    'postgres-durability',
    'loses',
    /^synchronous_commit is off in the Postgres of letters:/,
    () =>
      sql(
        `ALTER ROLE phoenix_letters SET synchronous_commit = off; ${leave('letters')}`,
        `ALTER ROLE phoenix_letters RESET synchronous_commit; ${leave('letters')}`,
      ),
  ],
  [
    'nats-server syncs every two minutes',
    'nats-durability',
    'loses',
    /acknowledges events before they are on its disk/,
    () => brokerSetting({ syncInterval: '"2m"' }),
  ],
  [
    'a role is a superuser',
    'database-rights',
    'loses',
    /^The role phoenix_cv .* superuser/,
    () => sql('ALTER ROLE phoenix_cv SUPERUSER', 'ALTER ROLE phoenix_cv NOSUPERUSER'),
  ],
  [
    'a role may delete events',
    'database-rights',
    'loses',
    /^The role phoenix_hub .* DELETE on outbox/,
    () =>
      sql(
        'GRANT DELETE ON hub.outbox TO phoenix_hub',
        'REVOKE DELETE ON hub.outbox FROM phoenix_hub',
      ),
  ],
  [
    'a table is append-only no more',
    'database-rights',
    'loses',
    /^Nothing guards the rows of letters\.outbox/,
    () =>
      sql(
        'ALTER TABLE letters.outbox DISABLE TRIGGER outbox_append_only',
        'ALTER TABLE letters.outbox ENABLE TRIGGER outbox_append_only',
      ),
  ],
  [
    'the stream drops its oldest events when it is full',
    'stream-settings',
    'loses',
    /discard is "old"/,
    () => streamSetting({ discard: 'old' as never }),
  ],
  [
    'the stream is smaller than it was told',
    'stream-room',
    'stops',
    /^The event stream has/,
    () => streamSetting({ max_bytes: 4_500 }),
  ],
  [
    'a credential of NATS may more, and less, than its charter says',
    'nats-permissions',
    'stops',
    /^By its NATS credential, letters may not publish .*MSG\.NEXT/,
    () => wrongPermissions,
  ],
  [
    'connections are nearly at the limit',
    'connections',
    'stops',
    /of 9 connections of the database are in use/,
    () =>
      sql(
        'ALTER DATABASE :database CONNECTION LIMIT 9',
        'ALTER DATABASE :database CONNECTION LIMIT -1',
      ),
  ],
  [
    'the clock here is ahead',
    'clocks',
    'stops',
    /^The clock of hub is \d+\.\d s behind the clock here/,
    () => clockOff(10_000),
  ],
  [
    'an instance is of another release',
    'versions',
    'drift',
    /^hub left-over \(0\.0\.9\) is of another release/,
    () => strangeInstance('0.0.9'),
  ],
  [
    'the months are not made ahead',
    'months',
    'drift',
    /^The event store has parts until/,
    monthsNotAhead,
  ],
  [
    'a read model was paused',
    'house-status',
    'stops',
    /^The read model service-figures is paused/,
    () => ({
      plant: (house) =>
        house.run('model', 'pause', '--model', 'service-figures', '--reason', 'A test'),
      mend: (house) => house.run('model', 'resume', '--model', 'service-figures'),
    }),
  ],
];

/** Ends the sessions of a service's role in Postgres, so that it takes new ones. */
function leave(service: string): string {
  return `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'phoenix_${service}'`;
}
