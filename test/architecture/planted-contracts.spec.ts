import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  defineCommand,
  defineEvent,
  defineQuery,
  type Contract,
  type EventContract,
  type ServiceCharter,
} from '#libs/contracts';
import {
  callsThatWouldBeRefused,
  callsWithoutHandler,
  contractsWithoutCallers,
  namedCallersThatNeverCall,
  onBehalfOfWithoutStaff,
} from './rules/callers.js';
import { charterDifferences } from './rules/charter-in-sources.js';
import { contractsAmong, contractsOutsideTheHouse } from './rules/contract-exports.js';
import { eventsOfAnotherSource, readsWithoutOneEmitter, unlistedEvents } from './rules/emitters.js';
import { factsOf } from './rules/source-facts.js';
import { duplicateEvents, duplicateSubjects, misshapenSubjects } from './rules/subjects.js';
import { textFieldsThatTakePoison } from './rules/text-fields.js';

const nothing = { request: z.object({}), reply: z.object({}), refusals: [] };
const feedCat = defineCommand({ subject: 'phoenix.command.cat.feed', by: ['user'], ...nothing });
const catFed = defineEvent({
  type: 'CatFed',
  version: 1,
  by: ['service:hub'],
  data: z.object({ catId: z.uuid() }),
});

function charter(parts: Partial<ServiceCharter>): ServiceCharter {
  const told = { handles: [], calls: [], emits: [], reads: [], hears: [] };
  return { summary: 'Planted.', ...told, keeps: [], watches: [], ...parts };
}

const one = (sentence: string) => [expect.stringContaining(sentence)];

describe('a bad house is refused for', () => {
  it('an act on behalf of somebody that is open to everybody', () => {
    const request = z.object({ onBehalfOf: z.uuid() });
    expect(onBehalfOfWithoutStaff([{ ...feedCat, request }])).toEqual(one('is not for staff'));
    expect(onBehalfOfWithoutStaff([{ ...feedCat, request, by: ['staff'] }])).toEqual([]);
  });

  it('a duplicate subject', () => {
    const again = defineQuery({ ...nothing, subject: feedCat.subject as never, by: ['anyone'] });
    expect(duplicateSubjects([feedCat, again])).toEqual(one('phoenix.command.cat.feed'));
    expect(duplicateSubjects([feedCat])).toEqual([]);
  });

  it('an event type and version defined twice', () => {
    expect(duplicateEvents([catFed, { ...catFed }])).toEqual(one('CatFed v1'));
    expect(duplicateEvents([catFed, { ...catFed, version: 2 }])).toEqual([]);
  });

  it.each(['phoenix.query.cat.feed', 'phoenix.command.cat', 'phoenix.command.cat.feed.now'])(
    'a command with the subject %s',
    (subject) => {
      expect(misshapenSubjects([{ ...feedCat, subject } as Contract])).toEqual(one(subject));
    },
  );

  it('a contract without `by`, with an empty one, or by nobody known', () => {
    const { by: _left, ...without } = feedCat;
    expect(contractsWithoutCallers([without as never])).toEqual(one('no `by`'));
    expect(contractsWithoutCallers([{ ...feedCat, by: [] }])).toEqual(one('no `by`'));
    const cat = { ...feedCat, by: ['service:cat'] } as unknown as Contract;
    expect(contractsWithoutCallers([cat])).toEqual(one('service:cat'));
  });

  it('a contract in no charter', () => {
    expect(contractsOutsideTheHouse({ feedCat, other: 1 }, [], [])).toEqual(one('feedCat'));
    expect(contractsOutsideTheHouse({ feedCat, catFed }, [feedCat], [catFed])).toEqual([]);
  });

  it('a call that nobody handles', () => {
    expect(callsWithoutHandler({ cv: charter({ calls: [feedCat] }) })).toEqual(one('cv calls'));
  });

  it('a caller that is named and does not call, or calls and is not named', () => {
    const forOps = { ...feedCat, by: ['service:ops'] } as Contract;
    const hub = charter({ handles: [forOps] });
    expect(namedCallersThatNeverCall({ hub, ops: charter({}) })).toEqual(one('open to ops'));
    expect(callsThatWouldBeRefused({ cv: charter({ calls: [forOps] }) })).toEqual(one('cv calls'));
  });

  it('a read event without emitter, or with two', () => {
    const projector = charter({ reads: [catFed] });
    const hub = charter({ emits: [catFed] });
    expect(readsWithoutOneEmitter({ projector })).toEqual(one('CatFed v1, which 0 services'));
    expect(readsWithoutOneEmitter({ projector, hub, cv: hub })).toEqual(one('which 2 services'));
    expect(readsWithoutOneEmitter({ projector, hub })).toEqual([]);
  });

  it('an event of another source, or that is not listed', () => {
    const house = { cv: charter({ emits: [catFed] }) };
    expect(eventsOfAnotherSource(house)).toEqual(one('cv tells CatFed v1'));
    expect(unlistedEvents(house, [])).toEqual(one('CatFed v1'));
    expect(unlistedEvents({}, [catFed as EventContract])).toEqual(one('CatFed v1'));
  });

  it('a text that takes what Postgres cannot hold', () => {
    const request = z.object({ notes: z.array(z.object({ text: z.string() })) });
    expect(textFieldsThatTakePoison({ ...feedCat, request })).toEqual([
      expect.stringContaining('U+0000 in .notes.0.text'),
      expect.stringContaining('a lone surrogate in .notes.0.text'),
    ]);
  });
});

describe('a charter and its sources differ by', () => {
  const contracts = contractsAmong({ feedCat, catFed });
  const differences = (parts: Partial<ServiceCharter>, source: string) =>
    charterDifferences('hub', charter(parts), factsOf([source]), contracts);
  const imports = `import { feedCat, catFed } from '#libs/contracts';`;

  it('a contract without handler', () => {
    const typeOnly = `${imports} type A = typeof feedCat; const b = { feedCat: 1 }; b.feedCat;`;
    expect(differences({ handles: [feedCat] }, typeOnly)).toEqual(one('no @Handles(feedCat)'));
  });

  it('a handler that is not promised', () => {
    const source = `${imports} class A { @Handles(feedCat) handle() {} }`;
    expect(differences({}, source)).toContainEqual(expect.stringContaining('not in its charter'));
    expect(differences({ handles: [feedCat] }, source)).toEqual([]);
  });

  it('a call that is never made, or made in secret', () => {
    const source = `import { feedCat as feed } from '#libs/contracts'; client.request(feed, {});`;
    expect(differences({ calls: [feedCat] }, imports)).toEqual(one('never called'));
    expect(differences({}, source)).toEqual(one('nowhere in its charter'));
    expect(differences({ calls: [feedCat] }, source)).toEqual([]);
  });

  it('an event that is never recorded, or recorded in secret', () => {
    const source = `${imports} recordEvents(tx, { events: [{ contract: catFed }] });`;
    expect(differences({ emits: [catFed] }, imports)).toEqual(one('never recorded'));
    expect(differences({}, source)).toEqual(one('nowhere in its charter'));
    expect(differences({ emits: [catFed] }, source)).toEqual([]);
  });
});
