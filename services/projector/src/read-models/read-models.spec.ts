import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  accountOpened,
  cvVerified,
  energyConsumed,
  energyGranted,
  energyHoldCaptured,
  energyRefunded,
  letterVerified,
  signedIn,
  sourceOf,
  type EventContract,
} from '#libs/contracts';
import type { Fact } from '../engine/fact.js';
import { mergeRows } from '../engine/merge-rows.js';
import { planBatch, type BatchPlan } from '../engine/plan-batch.js';
import { keyOf, subjectOf } from '../engine/subject.js';
import { primaryKeyOf } from '../verify/primary-key.js';
import { energyUsage } from './energy-usage.js';
import type { ReadModel, Row } from './read-model.js';
import { readModels } from './read-models.js';

const users = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const id = '00000000-0000-4000-8000-00000000000a';
const entry = { entryId: id, idempotencyKey: id, fingerprint: '0'.repeat(64), balance: 5, held: 0 };
const action = 'lettre_motivation';
const price = { action, cost: 15, listCost: 15, catalogueVersion: 1 };
const given = { grantId: id, source: 'welcome', amount: 100, expiresAt: null };
const refund = { refundOf: id, action, amount: 15, returned: [], regrant: null, bySelf: true };

const samples: readonly (readonly [EventContract, object])[] = [
  [accountOpened, { catalogueVersion: 1 }],
  [energyGranted, { ...entry, ...given }],
  [energyConsumed, { ...entry, ...price, grants: [] }],
  [energyHoldCaptured, { ...entry, ...price, holdId: id, grants: [], returned: [], regrant: null }],
  [energyRefunded, { ...entry, ...refund }],
  [letterVerified, {}],
  [cvVerified, {}],
  [signedIn, { method: 'access-token' }],
];

/** The nth event of a history, seven seconds after the one before. */
function fact([contract, data]: (typeof samples)[number], userId: string, n: number): Fact {
  const envelope = {
    ...{ id: `event ${n}`, type: contract.type, eventVersion: contract.version },
    ...{ source: sourceOf(contract), userId, subjectVersion: n, actorId: userId },
    occurredAt: new Date(Date.UTC(2026, 2, 29, 21, 58) + n * 7_000).toISOString(),
    ...{ correlationId: '', causationId: '', traceparent: '' },
  };
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  return { envelope, bytes, epoch: 'e', sequence: n, recordedAt: envelope.occurredAt };
}

/** Events of some users and services, each (source, user) counted from 1 on. */
const streams = fc
  .array(fc.tuple(fc.constantFrom(...samples), fc.constantFrom(...users)), { maxLength: 40 })
  .map((told) => {
    const versions = new Map<string, number>();
    return told.map(([sample, user], n) => {
      const one = fact(sample, user, n + 1);
      const key = keyOf(subjectOf(one.envelope));
      versions.set(key, (versions.get(key) ?? 0) + 1);
      return { ...one, envelope: { ...one.envelope, subjectVersion: versions.get(key)! } };
    });
  });

/** The same events in another order, which keeps that of each (source, user). */
function interleaved(facts: readonly Fact[], dice: Iterable<number>): Fact[] {
  const subjects = [...new Set(facts.map(({ envelope }) => keyOf(subjectOf(envelope))))];
  const queues = subjects.map((key) =>
    facts.filter(({ envelope }) => keyOf(subjectOf(envelope)) === key),
  );
  const mixed: Fact[] = [];
  for (const roll of dice) {
    const left = queues.filter((queue) => queue.length > 0);
    if (left.length === 0) break;
    mixed.push(left[roll % left.length]!.shift()!);
  }
  return mixed;
}

/** What the tables of a model hold after these events, taken so many at a time. */
function contentAfter(model: ReadModel, facts: readonly Fact[], atATime = facts.length || 1) {
  const states = new Map<string, { version: number; parked: null }>();
  const tables = new Map(model.tables.map((table) => [table, [] as readonly Row[]]));
  for (let at = 0; at < facts.length; at += atATime) {
    const plan: BatchPlan = planBatch(model, facts.slice(at, at + atATime), states);
    for (const { source, userId, version } of plan.subjects.values()) {
      states.set(keyOf({ source, userId }), { version, parked: null });
    }
    for (const [table, rows] of tables) {
      tables.set(table, mergeRows(table, [...rows, ...(plan.rows.get(table.name) ?? [])]));
    }
  }
  return [...tables].map(([table, rows]) => {
    const key = primaryKeyOf(table);
    const named = rows.map((row) => [key.map((column) => row[column]).join(), row] as const);
    return Object.fromEntries(named);
  });
}

describe.each(readModels.map((model) => [model.name, model] as const))('%s', (_, model) => {
  it('R4: holds the same however the services’ events are interleaved', () => {
    fc.assert(
      fc.property(streams, fc.infiniteStream(fc.nat()), (facts, dice) => {
        const told = contentAfter(model, facts);
        expect(contentAfter(model, interleaved(facts, dice))).toEqual(told);
      }),
    );
  });

  it('R22: holds the same however the stream is cut into batches, and when events come twice', () => {
    fc.assert(
      fc.property(streams, fc.integer({ min: 1, max: 9 }), (facts, atATime) => {
        const twice = facts.flatMap((one, n) => [one, facts[n >> 1]!]);
        expect(contentAfter(model, twice, atATime)).toEqual(contentAfter(model, facts));
      }),
    );
  });

  it('R23: is what its witness tells', () => {
    fc.assert(
      fc.property(streams, (facts) => {
        const witness = model.witness!();
        const lines = facts.flatMap((one) => witness.take(one)).concat([...witness.last()]);
        const content = contentAfter(model, facts);
        const rows = content.flatMap((table) => Object.keys(table));
        // The energy history’s witness adds amounts up, and examples do not add up.
        expect(lines).toHaveLength(rows.length);
        if (model.tables.every(({ of }) => of.place === null)) {
          expect(lines.map(({ row }) => row)).toEqual(
            expect.arrayContaining(content.flatMap((table) => Object.values(table))),
          );
        }
      }),
    );
  });
});

describe('usage of energy', () => {
  it('R23: is of the day in Paris, and a refund is taken back on its own day', () => {
    const [user] = users;
    const free: (typeof samples)[number] = [
      energyConsumed,
      { ...entry, ...price, cost: 0, grants: [] },
    ];
    const facts = [
      fact(samples[2]!, user!, 1),
      fact(free, user!, 2),
      fact(samples[4]!, user!, 60),
    ].map((one, n) => ({ ...one, envelope: { ...one.envelope, subjectVersion: n + 1 } }));
    const [usage] = contentAfter(energyUsage, facts);
    expect(Object.values(usage!)).toEqual([
      {
        ...{ user_id: user, day: '2026-03-29', action },
        ...{ times: 2, cost: 15, list_cost: 30, refunds: 0, refunded: 0 },
      },
      {
        ...{ user_id: user, day: '2026-03-30', action },
        ...{ times: 0, cost: 0, list_cost: 0, refunds: 1, refunded: 15 },
      },
    ]);
  });
});
