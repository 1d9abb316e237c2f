import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { letterVerified, signedIn, type ServiceName } from '#libs/contracts';
import { eventStore } from '../read-models/event-store.js';
import { energyHistory } from '../read-models/energy-history.js';
import { defineReadModel } from '../read-models/read-model.js';
import type { Fact } from './fact.js';
import { planBatch, type BatchPlan } from './plan-batch.js';
import { keyOf } from './subject.js';

const users = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const sources: ServiceName[] = ['website', 'letters', 'cv'];

function fact(source: ServiceName, userId: string, subjectVersion: number, type = 'Any'): Fact {
  const envelope = {
    id: `${source}-${userId}-${subjectVersion}`,
    ...{ source, userId, subjectVersion, type, eventVersion: 1 },
    ...{ occurredAt: '', actorId: null, correlationId: '', causationId: '', traceparent: '' },
  };
  const bytes = new TextEncoder().encode('{}');
  return { envelope, bytes, epoch: 'e', sequence: subjectVersion, recordedAt: '' };
}

function rowIds(plan: BatchPlan): unknown[] {
  return (plan.rows.get('event_store') ?? []).map((row) => row.event_id);
}

const nothing = new Map();

describe('planBatch', () => {
  it('R2: takes exactly the next version: a lower one is a duplicate, a higher one waits', () => {
    const [user] = users;
    const known = new Map([[keyOf({ source: 'cv', userId: user! }), { version: 2, parked: null }]]);
    const items = [2, 3, 3, 5].map((version) => fact('cv', user!, version));
    const plan = planBatch(eventStore, items, known);
    expect(plan.outcomes).toEqual(['duplicate', 'applied', 'duplicate', 'parked']);
    expect([...plan.subjects.values()]).toEqual([
      { source: 'cv', userId: user, version: 3, parked: 'GAP' },
    ]);
    expect([...plan.letters.values()]).toMatchObject([
      { reason: 'GAP', explanation: 'version 4 has not arrived' },
    ]);
  });

  it('R23: leaves what comes behind a hole that was filled to those that waited there before', () => {
    const [user] = users;
    const at = (version: number, sequence: number) => ({
      ...fact('cv', user!, version),
      sequence,
    });
    const plan = planBatch(eventStore, [at(2, 1), at(1, 2), at(2, 3), at(3, 4)], nothing);
    expect(plan.outcomes).toEqual(['parked', 'applied', 'duplicate', 'parked']);
    expect([...plan.letters.values()].map(({ item }) => item.sequence)).toEqual([1, 4]);
    expect(plan.advancedGaps).toMatchObject([{ version: 1, parked: 'GAP' }]);
  });

  it('R24: poison stops its subject where it is, and what follows queues behind it', () => {
    const [user] = users;
    const [first, second] = [fact('cv', user!, 1), fact('cv', user!, 2)];
    const poison = { ...first, bytes: new TextEncoder().encode('[]') };
    const plan = planBatch(eventStore, [poison, second, poison], nothing);
    expect(plan.outcomes).toEqual(['parked', 'parked', 'duplicate']);
    expect([...plan.letters.values()].map(({ reason }) => reason)).toEqual(['POISON', 'QUEUED']);
    expect([...plan.subjects.values()]).toMatchObject([{ version: 0, parked: 'POISON' }]);
    expect(rowIds(plan)).toEqual([]);
  });

  it('R24: a project that throws is poison too', () => {
    const model = defineReadModel({
      name: 'fragile',
      version: 1,
      reads: [signedIn],
      tables: [],
      project: () => {
        throw new Error('division by zero');
      },
    });
    const one = { ...fact('website', users[0]!, 1, 'SignedIn') };
    const event = { ...one, bytes: new TextEncoder().encode('{"method":"access-token"}') };
    const [letter] = planBatch(model, [event], nothing).letters.values();
    expect(letter).toMatchObject({ reason: 'POISON', explanation: 'division by zero' });
  });

  it('R6: a model passes by what it does not read, and follows the versions of whom it reads', () => {
    const items = [fact('letters', users[0]!, 7, letterVerified.type), fact('hub', users[0]!, 1)];
    const plan = planBatch(energyHistory, items, nothing);
    expect(plan.outcomes).toEqual(['ignored', 'ignored']);
    expect([...plan.subjects.keys()]).toEqual([`hub/${users[0]}`]);
  });

  it('R4: gives the same rows and states however the subjects are interleaved', () => {
    const subjects = users.flatMap((userId) => sources.map((source) => ({ source, userId })));
    const order = fc.array(fc.nat(subjects.length - 1), { maxLength: 60 });
    fc.assert(
      fc.property(order, fc.infiniteStream(fc.nat()), (turns, dice) => {
        const seen = new Map<string, number>();
        const inOrder = turns.map((turn) => {
          const { source, userId } = subjects[turn]!;
          const version = (seen.get(keyOf(subjects[turn]!)) ?? 0) + 1;
          seen.set(keyOf(subjects[turn]!), version);
          return fact(source, userId, version);
        });
        const queues = subjects
          .map((one) => inOrder.filter(({ envelope }) => keyOf(envelope) === keyOf(one)))
          .filter((queue) => queue.length > 0);
        const interleaved: Fact[] = [];
        for (const roll of dice) {
          const left = queues.filter((queue) => queue.length > 0);
          if (left.length === 0) break;
          interleaved.push(left[roll % left.length]!.shift()!);
        }
        const [one, other] = [inOrder, interleaved].map((items) =>
          planBatch(eventStore, items, nothing),
        );
        expect(new Set(rowIds(other!))).toEqual(new Set(rowIds(one!)));
        expect(other!.subjects).toEqual(one!.subjects);
        expect(other!.letters.size).toBe(0);
      }),
    );
  });

  it('R2: events that come twice change nothing', () => {
    const items = fc.array(fc.tuple(fc.constantFrom(...users), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(items, (turns) => {
        const versions = new Map<string, number>();
        const once = turns.map(([user]) => {
          versions.set(user, (versions.get(user) ?? 0) + 1);
          return fact('cv', user, versions.get(user)!);
        });
        const twice = once.flatMap((one, n) => (turns[n]![1] ? [one, once[n >> 1]!] : [one]));
        const [a, b] = [once, twice].map((all) => planBatch(eventStore, all, nothing));
        expect(rowIds(b!)).toEqual(rowIds(a!));
        expect(b!.subjects).toEqual(a!.subjects);
      }),
    );
  });
});
