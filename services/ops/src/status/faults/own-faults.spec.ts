import { describe, expect, it } from '@jest/globals';
import { catalogueVersion, type ServiceStatus } from '#libs/contracts';
import { findFaults } from '../find-faults.js';
import type { HouseStatus } from '../house-status.js';
import type { OwnStatuses } from '../own-statuses.js';

const instance = (name: string) => ({ name, id: 'a', version: '1', started: '', endpoints: [] });
const outbox = {
  waiting: 0,
  oldestSeconds: 0,
  publisher: 'this instance',
  problem: null,
} as const satisfies ServiceStatus['outbox'];
const own: ServiceStatus = {
  instance: 'a',
  ready: true,
  checks: [{ name: 'postgres', ready: true, reason: null }],
  database: { connections: 30, limit: 97, answerMs: 1 },
  outbox,
};
const holds = { open: 3, held: 45, overdue: 0, mostOverdueUser: null };
const books = {
  comparedAt: '2026-11-23T08:00:00.000Z',
  compared: 3,
  unsettled: 0,
  differences: 0,
  first: null,
};
const wellOwn: OwnStatuses = {
  hub: { ...own, holds },
  letters: { ...own, work: { underWay: 1, stuck: 2 } },
  cv: { ...own, work: null },
  projector: { ...own, outbox: null, deadLetters: [], books },
  website: own,
};
const well: HouseStatus = {
  instances: ['hub', 'letters', 'cv', 'projector', 'website'].map(instance),
  stream: {
    ...{ epoch: 'e', lastSequence: 7, restores: [], drift: [] },
    ...{ events: 7, bytes: 700, maxBytes: 1_000 },
  },
  catalogue: { version: catalogueVersion },
  ledger: { state: 'agreed', problem: null, epoch: 'e', agreedUpTo: 7 },
  readModels: { epoch: 'e', streamSequence: 7, models: [] },
  own: wellOwn,
};
const wrongs = (change: Partial<OwnStatuses>, house: Partial<HouseStatus> = {}) =>
  findFaults({ ...well, ...house, own: { ...wellOwn, ...change } }).map(({ wrong }) => wrong);
const letters = (change: Partial<ServiceStatus>) => ({
  letters: { ...own, work: null, ...change },
});

describe('what services tell of themselves', () => {
  it('is no fault while it is as it should be', () => {
    expect(wrongs({})).toEqual([]);
  });

  it('is one when events wait: with the reason, for how long, and where the way is told', () => {
    const waiting = { ...outbox, waiting: 12, oldestSeconds: 75.2 };
    const said = '12 events of letters wait to be published, the first for 75 s.';
    expect(wrongs(letters({ outbox: { ...waiting, publisher: 'nobody' } }))).toEqual([
      `${said} No instance of letters publishes.`,
    ]);
    expect(wrongs(letters({ outbox: waiting }))).toEqual([
      `${said} They go out more slowly than they come.`,
    ]);
    expect(wrongs(letters({ outbox: { ...waiting, problem: 'NATS is full.' } }))).toEqual([
      `${said} NATS is full.`,
    ]);
    expect(wrongs(letters({ outbox: { ...waiting, oldestSeconds: 59 } }))).toEqual([]);
  });

  it('leaves events that wait for a missing stream to that fault', () => {
    const waits = { ...outbox, waiting: 1, oldestSeconds: 90, problem: 'It is missing.' };
    expect(wrongs(letters({ outbox: waits }), { stream: null })).toHaveLength(1);
  });

  it('names each reason why services are not ready once', () => {
    const checks = [{ name: 'postgres', ready: false, reason: 'Postgres does not answer' }];
    const away = { ready: false, checks, database: null, outbox: null };
    const cv = { ...wellOwn.cv!, ...away } as OwnStatuses['cv'];
    expect(wrongs({ ...letters(away), cv })).toEqual([
      'letters and cv are not ready: Postgres does not answer.',
    ]);
  });

  it('is that a service could not tell', () => {
    expect(wrongs({ cv: { unknown: 'No answer came within 2500 ms' } })).toEqual([
      'cv runs, and could not tell how it is: No answer came within 2500 ms.',
    ]);
  });

  it('names holds past their deadline, and books that differ', () => {
    const late = { ...holds, overdue: 1, mostOverdueUser: 'u1' };
    expect(wrongs({ hub: { ...own, holds: late } })).toEqual([
      '1 hold is open a minute after the deadline or longer, the first of user u1.',
    ]);
    const differ = { ...books, differences: 2, first: { userId: 'u2', reason: 'one is 5' } };
    const projector = { ...own, outbox: null, deadLetters: [], books: differ };
    expect(wrongs({ projector })).toEqual([
      'The books differ on 2 accounts; the first is of user u2: one is 5.',
    ]);
  });

  it('is that Postgres or the stream are nearly full', () => {
    const database = { connections: 90, limit: 97, answerMs: 1 };
    expect(wrongs(letters({ database }))).toEqual([
      expect.stringContaining('90 of the 97 connections'),
    ]);
    const stream = { ...(well.stream as object), bytes: 801 } as HouseStatus['stream'];
    expect(wrongs({}, { stream })).toEqual([expect.stringContaining('80 % full')]);
  });
});
