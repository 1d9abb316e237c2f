import { describe, expect, it } from '@jest/globals';
import { catalogueVersion } from '#libs/contracts';
import { mostLag } from './faults/read-model-faults.js';
import { findFaults } from './find-faults.js';
import type { HouseStatus, ReadModels } from './house-status.js';

const instance = (name: string) => ({ name, id: 'a', version: '1', started: '', endpoints: [] });
const model: ReadModels['models'][number] = {
  model: 'balances',
  version: 1,
  build: 1,
  role: 'live',
  state: 'running',
  reason: null,
  checkpoint: 7,
  lag: 0,
  parkedUsers: 0,
};
const withModel = (change: Partial<typeof model>) => ({
  readModels: { epoch: 'e', streamSequence: 7, models: [{ ...model, ...change }] },
});
const well: HouseStatus = {
  instances: ['hub', 'letters', 'cv', 'projector', 'website'].map(instance),
  stream: {
    epoch: 'e',
    lastSequence: 7,
    restores: [],
    drift: [],
    events: 7,
    bytes: 1,
    maxBytes: 9,
  },
  own: { hub: null, letters: null, cv: null, projector: null, website: null },
  catalogue: { version: catalogueVersion },
  ledger: { state: 'agreed', problem: null, epoch: 'e', agreedUpTo: 7 },
  ...withModel({}),
};
const wrongs = (change: Partial<HouseStatus>) =>
  findFaults({ ...well, ...change }).map(({ wrong }) => wrong);

describe('the faults of a house', () => {
  it('are none when every service answers, the stream is there and the models keep up', () => {
    expect(findFaults(well)).toEqual([]);
    expect(wrongs(withModel({ state: 'standby', lag: mostLag }))).toEqual([]);
  });

  it('name the services that do not answer, before all else', () => {
    const instances = well.instances.filter(({ name }) => name !== 'cv' && name !== 'hub');
    expect(wrongs({ instances, stream: null })).toEqual([
      'hub and cv do not answer.',
      'The event stream PHOENIX_EVENTS does not exist.',
    ]);
  });

  it('do not need ops, which is no service that stays', () => {
    expect(wrongs({ instances: [...well.instances, instance('ops')] })).toEqual([]);
  });

  it.each([
    [{ state: 'stopped', reason: 'the stream was lost' }, 'has stopped: the stream was lost.'],
    [{ state: 'paused', reason: null }, 'is paused.'],
    [{ lag: mostLag + 1 }, 'is 10001 events behind.'],
    [{ parkedUsers: 2 }, '2 users are parked in balances.'],
  ] as const)('tell of a read model with %j', (change, said) => {
    expect(wrongs(withModel(change))).toEqual([expect.stringContaining(said)]);
  });

  it('tell which build of a read model it is when that is not the one that is read', () => {
    const shadow = withModel({ role: 'shadow', build: 3, state: 'stopped', reason: 'it broke' });
    expect(wrongs(shadow)).toEqual([
      'The shadow of the read model balances (build 3) has stopped: it broke.',
    ]);
    expect(wrongs(withModel({ role: 'shadow', build: 3, lag: mostLag + 1 }))).toEqual([]);
    const paused = withModel({ role: 'shadow', build: 3, state: 'paused', reason: 'as asked' });
    expect(wrongs(paused)).toEqual([]);
  });

  it('tell what could not be asked, and why', () => {
    expect(wrongs({ stream: { unknown: 'JetStream is not enabled' } })).toEqual([
      'The event stream could not be asked: JetStream is not enabled.',
    ]);
    expect(wrongs({ readModels: { unknown: 'No answer came within 1500 ms.' } })).toEqual([
      'The projector runs, and could not tell of its read models: No answer came within 1500 ms.',
    ]);
  });

  it('tell of a hub of another release, whose prices differ from those shown', () => {
    expect(wrongs({ catalogue: { version: catalogueVersion + 1 } })).toEqual([
      `The hub has version ${catalogueVersion + 1} of the catalogue, this command line has ${catalogueVersion}.`,
    ]);
    expect(wrongs({ catalogue: { unknown: 'No answer came within 1500 ms.' } })).toEqual([
      'The hub runs, and could not tell its catalogue: No answer came within 1500 ms.',
    ]);
    expect(wrongs({ catalogue: null })).toEqual([]);
  });

  it('tell of a ledger that takes no changes, before the stream', () => {
    const ledger = { state: 'behind', problem: 'It is old.', epoch: 'e', agreedUpTo: 3 } as const;
    expect(wrongs({ ledger, stream: null })).toEqual([
      'The ledger takes no changes. It is old.',
      'The event stream PHOENIX_EVENTS does not exist.',
    ]);
    expect(wrongs({ ledger: null })).toEqual([]);
    expect(wrongs({ ledger: { unknown: 'No answer came.' } })).toEqual([
      'The hub runs, and could not tell how its ledger stands to the event stream: No answer came.',
    ]);
  });

  it('each come with what helps', () => {
    const bad = {
      ...well,
      instances: [],
      stream: null,
      ...withModel({ state: 'stopped', lag: 1e6 }),
    };
    expect(findFaults(bad).every(({ help }) => help.length > 20)).toBe(true);
    expect(findFaults(bad)).toHaveLength(4);
  });
});
