import { readEvents } from '#libs/messaging';
import { readFact, type Fact, type Unreadable } from '../engine/fact.js';
import { wholeStream, inScope, type Scope } from '../engine/scope.js';
import { untilAborted } from '../engine/until-aborted.js';
import type { ReplayPlace } from '../replay/work-on-replay.js';
import { compareExpected } from './compare-expected.js';
import { OnceInOrder } from './once-in-order.js';
import type { Differences, Report } from './report.js';
import type { Side } from './side.js';
import type { Expected } from './witness.js';

interface Sides {
  readonly shadow: Side;
  readonly live: Side;
  readonly scope: Scope;
}

const batchSize = 500;

/**
 * Reads the stream up to where both sides are, counts its events by type and version, and compares both sides with
 * what the model's witness says, unless only a part of the stream is looked at.
 */
export async function tellFromStream(
  place: ReplayPlace,
  sides: Sides,
  differences: Differences,
): Promise<Report['events']> {
  const { witness } = place.build.definition;
  const vouches = sides.scope === wholeStream && witness ? witness() : undefined;
  const order = new OnceInOrder();
  const types = new Map<string, { type: string; version: number; count: number }>();
  const rows = new Map<string, number>();
  for await (const facts of factsOf(place, sides)) {
    for (const fact of inScope(facts, sides.scope)) countType(types, fact);
    if (!vouches) continue;
    const expected = facts.flatMap((fact) =>
      [...order.take(fact)].flatMap((one) => vouches.take(one)),
    );
    for (const { table } of expected) rows.set(table, (rows.get(table) ?? 0) + 1);
    await compareAll(place, sides, expected, differences);
  }
  if (vouches && !place.signal.aborted) {
    const last = [...vouches.last()];
    for (const { table } of last) rows.set(table, (rows.get(table) ?? 0) + 1);
    for (let at = 0; at < last.length; at += batchSize)
      await compareAll(place, sides, last.slice(at, at + batchSize), differences);
    await compareCounts(place, sides, rows, differences);
  }
  return [...types.values()].sort((one, other) => other.count - one.count);
}

async function* factsOf({ stream, log, signal, follower }: ReplayPlace, { live, scope }: Sides) {
  const { epoch } = follower.checkpoint;
  if (live.sequence < scope.fromSequence) return;
  const ended = new AbortController();
  const reading = AbortSignal.any([signal, ended.signal]);
  const from = scope.fromSequence;
  const batches = readEvents({ stream, epoch, from, batchSize, signal: reading, log });
  try {
    for await (const batch of untilAborted(batches, reading)) {
      const part = batch.filter(({ sequence }) => sequence <= live.sequence);
      yield part.map((event) => readFact(event, epoch));
      if (batch.at(-1)!.sequence >= live.sequence) return;
    }
  } finally {
    ended.abort();
  }
}

async function compareAll(
  { build }: ReplayPlace,
  { shadow, live }: Sides,
  expected: readonly Expected[],
  differences: Differences,
): Promise<void> {
  for (const table of build.definition.tables) {
    const rows = expected.filter((one) => one.table === table.name);
    const sides = (await live.columns(table)).length > 0 ? [shadow, live] : [shadow];
    await Promise.all(sides.map((side) => compareExpected(side, table, rows, differences)));
  }
}

/** Every row that must be there was found; one that is there besides shows in the number of rows. */
async function compareCounts(
  { build }: ReplayPlace,
  { shadow, live }: Sides,
  expected: ReadonlyMap<string, number>,
  differences: Differences,
): Promise<void> {
  for (const table of build.definition.tables) {
    for (const side of [shadow, live]) {
      if ((await side.columns(table)).length === 0) continue;
      const [found] = await side.ask<{ rows: string }>(
        `SELECT count(*) AS rows FROM ${side.table(table)}`,
      );
      const should = expected.get(table.name) ?? 0;
      if (Number(found!.rows) <= should) continue;
      differences.add({
        ...{ table: table.name, between: `${side.name} and stream` },
        ...{ sequence: null, eventId: null, userId: null },
        explanation: `there are ${found!.rows} rows, and the stream tells of ${should}`,
      });
    }
  }
}

function countType(
  types: Map<string, { type: string; version: number; count: number }>,
  item: Fact | Unreadable,
): void {
  const [type, version] =
    'problem' in item ? ['unreadable', 0] : [item.envelope.type, item.envelope.eventVersion];
  const key = `${type} ${version}`;
  const kept = types.get(key);
  if (kept) kept.count++;
  else types.set(key, { type, version, count: 1 });
}
