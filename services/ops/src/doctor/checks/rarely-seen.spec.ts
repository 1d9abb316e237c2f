import { describe, expect, it } from '@jest/globals';
import type { Check } from '../check.js';
import { readClock } from '../read-clock.js';
import type { Seen } from '../seen.js';
import { diskRoom } from './disk-room.js';
import { logShipping } from './log-shipping.js';
import { months } from './months.js';
import { replicas } from './replicas.js';
import { streamRoom } from './stream-room.js';
import { versions } from './versions.js';

const gibibyte = 1024 ** 3;
const broker = {
  name: 'n1',
  version: '2.15.1',
  clock: '2026-11-23T04:00:00Z',
  connections: { used: 9, limit: 65_536 },
  storage: { syncAlways: true, usedBytes: gibibyte, limitBytes: 50 * gibibyte },
};
const stream = {
  ...{ events: 1_000, bytes: gibibyte, maxBytes: 4 * gibibyte, replicas: 1, eventsOfOneDay: 1 },
  ...{ lastAt: '2026-11-23T04:00:00Z', clock: '2026-11-23T04:00:00Z', drift: [] },
};
const hub = {
  service: 'hub',
  node: '24.21.0',
  monthsUntil: '2027-01-01T00:00:00Z',
  database: { version: '18.4', versionNumber: 180_004, archive: 'working' },
};
const disk = { freeBytes: 50 * gibibyte, sizeBytes: 100 * gibibyte };
const well = {
  ...{ release: '1.0.0', brokers: [broker], stream, installed: [hub] },
  status: { instances: [{ name: 'hub', id: 'a', version: '1.0.0' }] },
  folders: [{ name: 'postgres', path: '/data', disk }],
};

/** What a check finds in a house that is well but for this. */
function found(check: Check, change: object = {}) {
  const { findings, unseen } = check.look({ ...well, ...change } as unknown as Seen);
  return unseen ?? findings.map(({ gravity, wrong }) => `${gravity}: ${wrong}`).join(' ');
}

describe('what no test stack can show, doctor', () => {
  it.each([
    [
      diskRoom,
      { folders: [{ name: 'nats', path: '/d', disk: { ...disk, freeBytes: 1_000 } }] },
      /^stops: The disk of nats has 1000 B of 100\.0 GiB left \(0 %\)/,
    ],
    [
      diskRoom,
      { folders: [{ name: 'nats', path: '/d', disk: null }] },
      /^the room left in \/d: it cannot be seen/,
    ],
    [
      logShipping,
      { installed: [{ ...hub, database: { ...hub.database, archive: 'failing' } }] },
      /^stops: Postgres cannot ship its log/,
    ],
    [
      logShipping,
      { installed: [{ ...hub, database: { ...hub.database, archive: 'off' } }] },
      /^backups: /,
    ],
    [
      replicas,
      { brokers: [broker, broker, broker] },
      /^stops: The event stream is on one of 3 servers/,
    ],
    [replicas, { stream: { ...stream, replicas: 3 } }, /^stops: 1 of the servers of NATS answer/],
    [streamRoom, { stream: { ...stream, eventsOfOneDay: 300 } }, /^stops: .* is full in 10 days/],
    [
      streamRoom,
      { brokers: [{ ...broker, storage: { ...broker.storage, limitBytes: gibibyte } }] },
      /^stops: nats-server n1 has used 1\.0 GiB of the 1\.0 GiB/,
    ],
    [
      versions,
      { brokers: [{ ...broker, version: '2.10.27' }] },
      /^loses: nats-server n1 is 2\.10\.27/,
    ],
    [
      versions,
      { installed: [{ ...hub, database: { version: '14.9', versionNumber: 140_009 } }] },
      /^stops: The Postgres of hub is 14\.9/,
    ],
    [versions, { installed: [{ ...hub, node: '20.18.3' }] }, /^drift: hub runs on Node 20\.18\.3/],
    [
      months,
      { installed: [{ ...hub, monthsUntil: '2026-12-01T00:00:00Z' }] },
      /^drift: The event store has parts until 2026-12-01 only/,
    ],
  ] as const)('finds by %p what is wrong', (check, change, wrong) => {
    expect(found(check)).toBe('');
    expect(found(check, change)).toMatch(wrong);
  });

  it('counts the delay of an answer for no fault of a clock', () => {
    expect(readClock('hub', new Date(1_500).toISOString(), 1_000, 9_000).aheadMs).toBe(0);
    expect(readClock('hub', new Date(12_500).toISOString(), 1_000, 9_000).aheadMs).toBe(3_500);
    expect(readClock('hub', new Date(500).toISOString(), 1_000, 9_000).aheadMs).toBe(-500);
  });
});
